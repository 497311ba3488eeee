import type { Fact } from "#app/care/draft/draft.ts";
import { findCounts, type Count, type CountUnit } from "#app/care/draft/guard/find-counts.ts";
import { findDates, isDay } from "#app/care/draft/guard/find-dates.ts";
import { findMoney } from "#app/care/draft/guard/find-money.ts";
import { blank } from "#app/care/draft/guard/letters.ts";
import { blankVerbatim, type PreparedFact } from "#app/care/draft/guard/prepared-fact.ts";
import { findOrderReferences } from "#app/care/understand/find-order-references.ts";

export type Finding = { rule: keyof typeof WHY; quote: string; why: string };
export type Allowed = {
  facts: readonly PreparedFact[];
  shopDomains: string[];
  /** What the shop's policies count, with its unit: free words may say the same. */
  policyCounts: readonly Count[];
};

const WHY = {
  link: "This link is neither in a fact nor on the shop's own domains",
  email: "No fact holds this e-mail address",
  money: "No cited fact holds this amount",
  date: "No cited fact holds this date",
  number: "No cited fact holds this number",
  percent: "No cited fact holds this percentage",
  tracking: "No cited fact holds this tracking number",
  carrier: "No cited fact names this carrier",
};

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"»”\u3000-\u30ff\u3400-\u9fff]+|(?<![\p{L}\p{N}@._-])(?:[a-z0-9-]+\.)+(?:com|net|org|de|fr|es|pt|it|nl|io|shop|store|co|eu|uk|br|jp|info|biz|link|ly|me|app|dev|xyz|top|click|page|site|online|example)(?![\p{L}\p{N}@-]|\.[\p{L}\p{N}])(?:\/[^\s<>"»”\u3000-\u30ff\u3400-\u9fff]*)?/giu;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu;
const CARRIERS =
  /(?<![\p{L}\p{N}])(?:DHL|UPS|FedEx|DPD|GLS|Hermes|Evri|Royal Mail|USPS|PostNL|Bpost|Correos|Correios|CTT|SEUR|MRW|La Poste|Colissimo|Chronopost|Mondial Relay|Deutsche Post|Poste Italiane|BRT|Bartolini|Japan Post|Yamato|Sagawa|Canada Post|Australia Post|Österreichische Post|Swiss Post|Purolator|LaserShip|YunExpress|Amazon Logistics|InPost)(?![\p{Script=Latin}\p{N}])|ヤマト運輸|佐川急便|日本郵便|クロネコ/gu;
/** Only beside one of these is a number the number of an order. */
const ORDER_WORD =
  /(?:order|bestell\w*|auftrag\w*|pedido|orden|compra|encomenda|commande|ordine|bestelling\w*|注文(?:番号)?|number|nummer|numero|n[úu]mero|[#＃]|n[º°]|nr\.?|no\.?)(?:\s(?:is|ist|es|est|é|è))?[\s:：は]*$/iu;

/**
 * What a piece of text says that none of the allowed facts says, pure. Each kind is taken out of the text once it was
 * compared, so that a date is not judged as a number again. `rest` is what is left of it: words.
 */
export function findUnsupported(text: string, allowed: Allowed): { findings: Finding[]; rest: string } {
  const findings: Finding[] = [];
  const facts = allowed.facts.map(({ fact }) => fact);
  let rest = text;
  const judge = (rule: keyof typeof WHY, mention: { start: number; text: string }, fits: boolean) => {
    if (!fits) findings.push({ rule, quote: mention.text, why: WHY[rule] });
    rest = blank(rest, mention);
  };
  for (const mention of findLinks(rest)) judge("link", mention, linkFits(mention.text, facts, allowed));
  for (const mention of rest.includes("@") ? matches(rest, EMAIL) : [])
    judge("email", mention, emailFits(mention.text, facts, allowed));
  rest = blankVerbatim(rest, allowed.facts);
  const told = facts.filter((fact) => isTold(fact)).map(({ value }) => value);
  for (const mention of findMoney(rest))
    judge(
      "money",
      mention,
      facts.some(({ kind, raw }) => kind === "money" && sameMoney(mention, raw)) ||
        told.some((words) =>
          findMoney(words).some(
            ({ amount, currencies }) =>
              amount === mention.amount && currencies.some((one) => mention.currencies.includes(one)),
          ),
        ),
    );
  for (const mention of findDates(rest))
    judge(
      "date",
      mention,
      facts.some(({ kind, raw }) => kind === "date" && isDay(mention, raw)) ||
        told.some((words) => words.includes(mention.text)),
    );
  const team = facts.filter(({ source }) => source.entity === "staff").map(({ value }) => value);
  for (const { kind, value, start, end } of findOrderReferences(rest))
    if (kind === "tracking_number")
      judge("tracking", { start, text: rest.slice(start, end) }, team.some(namesParcel(value)));
  for (const mention of matches(rest, CARRIERS))
    judge("carrier", mention, carrierFits(mention.text, facts) || team.some(namesCarrier(mention.text)));
  for (const mention of countFindings(rest, { facts, told, allowed }))
    judge(mention.unit === "percent" ? "percent" : "number", mention, false);
  return { findings, rest };
}

/** Words of the shop itself or of its team: what they count, they say. */
const isTold = ({ kind, source }: Fact) =>
  kind === "text" && ["policy", "article", "answer", "staff", "promise"].includes(source.entity);

/** Shorter numbers count something, and what they count has to be the same. */
const SHORTEST_CODE = 5;

function countFindings(
  rest: string,
  { facts, told, allowed }: { facts: Fact[]; told: string[]; allowed: Allowed },
): Count[] {
  const counts = findCounts(rest);
  if (counts.length === 0) return [];
  const numbers = facts
    .filter(({ kind }) => kind === "number")
    .map((fact) => ({ value: Number(fact.raw), unit: unitOf(fact) }));
  const words = [...told.flatMap((one) => findCounts(one)), ...allowed.policyCounts];
  const codesOf = (kind: Fact["kind"]) =>
    new Set(
      facts
        .filter((fact) => fact.kind === kind)
        .flatMap(({ value }) => findCounts(value).map(({ text }) => text.toLowerCase())),
    );
  const [titles, names] = [codesOf("title"), codesOf("order_name")];
  // A number of their own (a parcel's, a ticket's), said by one of the team, is that person's to repeat.
  const team = new Set(
    facts
      .filter(({ source }) => source.entity === "staff")
      .flatMap(({ value }) => findCounts(value).map(({ text }) => text.toLowerCase()))
      .filter((code) => code.length >= SHORTEST_CODE),
  );
  return counts.filter(({ text, start, value, unit }) => {
    const code = text.toLowerCase();
    if (
      numbers.some((one) => one.value === value && (one.unit === null || unit === null || one.unit === unit))
    )
      return false;
    if (words.some((one) => one.value === value && one.unit === unit && unit !== null)) return false;
    if (unit !== null) return true;
    const named =
      names.has(code) && (/\p{L}/u.test(code) || ORDER_WORD.test(rest.slice(Math.max(start - 20, 0), start)));
    return !named && !titles.has(code) && !team.has(code);
  });
}

/** What a fact's number counts, by the field it was read from. */
function unitOf({ id, source }: Fact): CountUnit | null {
  if (source.field === "fulfillments") return "parcel";
  return id.endsWith(":days") ? "day" : null;
}

const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index }));
/** Every link in a text, with or without its scheme. Most pieces have no dot and no slash: then there is nothing to look for. */
export const findLinks = (text: string) =>
  (/[./]/u.test(text) ? matches(text, LINK) : []).map(({ text: link, start }) => ({
    text: link.replace(/[.,;:!?)\]'’。、]+$/u, ""),
    start,
  }));

function emailFits(address: string, facts: Fact[], { shopDomains }: Allowed): boolean {
  const lower = address.toLowerCase();
  return (
    facts.some(({ kind, value }) => kind === "email" && value.toLowerCase() === lower) ||
    onDomains(lower.split("@")[1] ?? "", shopDomains)
  );
}

function linkFits(link: string, facts: Fact[], { shopDomains }: Allowed): boolean {
  if (facts.some(({ kind, value }) => kind === "link" && value === link)) return true;
  const url = /^https?:/iu.test(link) ? link : `https://${link}`;
  // A name before an @ hides the real host; such a link is never one of ours.
  return URL.canParse(url) && new URL(url).username === "" && onDomains(new URL(url).hostname, shopDomains);
}

const onDomains = (host: string, domains: string[]) =>
  domains.some((domain) => host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`));

function carrierFits(carrier: string, facts: Fact[]): boolean {
  return facts.some(
    ({ kind, value }) => kind !== "text" && value.toLowerCase().includes(carrier.toLowerCase()),
  );
}

const namesParcel = (number: string) => (words: string) =>
  findOrderReferences(words).some(({ kind, value }) => kind === "tracking_number" && value === number);

const namesCarrier = (carrier: string) => (words: string) =>
  matches(words, CARRIERS).some(({ text }) => text === carrier);

function sameMoney({ amount, currencies }: { amount: number; currencies: string[] }, raw: string): boolean {
  const [factAmount, currency = ""] = raw.split(" ");
  return currencies.includes(currency) && Number(factAmount) === amount;
}
