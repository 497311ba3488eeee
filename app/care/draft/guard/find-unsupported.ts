import type { Fact } from "#app/care/draft/draft.ts";
import { findDates, isDay } from "#app/care/draft/guard/find-dates.ts";
import { findMoney, NUMBER, readNumber } from "#app/care/draft/guard/find-money.ts";
import { blankVerbatim } from "#app/care/draft/guard/blank-verbatim.ts";
import { numberWords } from "#app/care/draft/guard/number-words.ts";
import { JOINING } from "#app/care/draft/guard/word-edge.ts";

export type Finding = {
  rule: keyof typeof WHY;
  quote: string;
  why: string;
};
export type Allowed = { facts: Fact[]; shopDomains: string[]; policyNumbers: ReadonlySet<number> };

const WHY = {
  link: "This link is neither in a fact nor on the shop's own domains",
  email: "No fact holds this e-mail address",
  money: "No cited fact holds this amount",
  date: "No cited fact holds this date",
  number: "No cited fact holds this number",
  carrier: "No cited fact names this carrier",
};

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"»”]+|(?<![\p{L}\p{N}@._-])(?:[a-z0-9-]+\.)+(?:com|net|org|de|fr|es|pt|it|nl|io|shop|store|co|eu|uk|br|info|biz|link|ly|me|app|dev|xyz|top|click|page|site|online)(?![\p{L}\p{N}@.-])(?:\/[^\s<>"»”]*)?/giu;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu;
const CARRIERS = new RegExp(
  String.raw`(?<!${JOINING})(?:DHL|UPS|FedEx|DPD|GLS|Hermes|Evri|Royal Mail|USPS|PostNL|Correos|Correios|CTT|SEUR|MRW|La Poste|Colissimo|Chronopost|Mondial Relay|Deutsche Post|Japan Post|Yamato|Sagawa|Canada Post|Australia Post|Österreichische Post|Swiss Post|Poste Italiane|Bartolini|BRT|bpost|ヤマト運輸|佐川急便|日本郵便|クロネコヤマト)(?!${JOINING})`,
  "gu",
);
const CODE = new RegExp(String.raw`(?:${JOINING})*\p{N}(?:${JOINING})*`, "gu");

/**
 * What a piece of text says that none of the allowed facts says, pure. Each kind is taken out of the text once it was
 * compared, so that a date is not judged as a number again.
 */
export function findUnsupported(text: string, allowed: Allowed): Finding[] {
  const findings: Finding[] = [];
  let rest = text;
  const judge = (rule: keyof typeof WHY, mention: { start: number; text: string }, fits: boolean) => {
    if (!fits) findings.push({ rule, quote: mention.text, why: WHY[rule] });
    rest = blank(rest, mention);
  };
  for (const mention of links(rest)) judge("link", mention, linkFits(mention.text, allowed));
  for (const mention of matches(rest, EMAIL)) judge("email", mention, emailFits(mention.text, allowed));
  rest = blankVerbatim(rest, allowed.facts);
  for (const mention of findMoney(rest)) {
    const fits = allowed.facts.some(({ kind, raw }) => kind === "money" && sameMoney(mention, raw));
    judge("money", mention, fits);
  }
  for (const mention of findDates(rest)) {
    const fits = allowed.facts.some(({ kind, raw }) => kind === "date" && isDay(mention, raw));
    judge("date", mention, fits);
  }
  for (const mention of matches(rest, CARRIERS))
    judge("carrier", mention, carrierFits(mention.text, allowed));
  return [...findings, ...numberFindings(rest, allowed)];
}

function numberFindings(rest: string, { facts, policyNumbers }: Allowed): Finding[] {
  const values = new Set([
    ...policyNumbers,
    ...facts.filter(({ kind }) => kind === "number").map(({ raw }) => Number(raw)),
  ]);
  const codes = new Set(
    facts
      .filter(({ kind }) => kind === "order_name" || kind === "title")
      .flatMap(({ value }) => value.toLowerCase().match(CODE) ?? []),
  );
  const plain = matches(
    rest,
    new RegExp(String.raw`(?<!${JOINING})(?:${NUMBER})(?!${JOINING})|${CODE.source}`, "gu"),
  );
  const written = numberWords(rest).map(({ text, value }) => ({ text, fits: values.has(value) }));
  const digits = plain.map(({ text }) => ({
    text,
    fits: codes.has(text.toLowerCase()) || values.has(readNumber(text)),
  }));
  return [...digits, ...written]
    .filter(({ fits }) => !fits)
    .map(({ text }) => ({ rule: "number" as const, quote: text, why: WHY.number }));
}

const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index }));
const links = (text: string) =>
  matches(text, LINK).map(({ text: link, start }) => ({ text: link.replace(/[.,;:!?)\]'’]+$/u, ""), start }));

function emailFits(address: string, { facts, shopDomains }: Allowed): boolean {
  const lower = address.toLowerCase();
  return (
    facts.some(({ kind, value }) => kind === "email" && value.toLowerCase() === lower) ||
    onDomains(lower.split("@")[1] ?? "", shopDomains)
  );
}

function linkFits(link: string, { facts, shopDomains }: Allowed): boolean {
  if (facts.some(({ kind, value }) => kind === "link" && value === link)) return true;
  const url = /^https?:/iu.test(link) ? link : `https://${link}`;
  // A name before an @ hides the real host; such a link is never one of ours.
  return URL.canParse(url) && new URL(url).username === "" && onDomains(new URL(url).hostname, shopDomains);
}

const onDomains = (host: string, domains: string[]) =>
  domains.some((domain) => host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`));

function carrierFits(carrier: string, { facts }: Allowed): boolean {
  return facts.some(
    ({ kind, value }) => kind !== "text" && value.toLowerCase().includes(carrier.toLowerCase()),
  );
}

function sameMoney({ amount, currencies }: { amount: number; currencies: string[] }, raw: string): boolean {
  const [factAmount, currency = ""] = raw.split(" ");
  return currencies.includes(currency) && Number(factAmount) === amount;
}

const blank = (text: string, { start, text: found }: { start: number; text: string }) =>
  text.slice(0, start) + " ".repeat(found.length) + text.slice(start + found.length);
