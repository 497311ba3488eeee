import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import type { DraftContent, Fact } from "#app/care/draft/draft.ts";
import type { GuardSheet } from "#app/care/draft/guard.ts";
import { replyLanguages, type ReplyLanguage } from "#app/care/draft/guard/languages.ts";
import { cases, inputs, type Case } from "#app/care/draft/situations.fixture.ts";
import { falseStatements, names, promises } from "./mutation-words.ts";

export const mutationKinds = ["digit", "date", "name", "currency", "status", "link", "promise"] as const;
export type MutationKind = (typeof mutationKinds)[number];

/** A good draft with what the guard judges it by. */
export type GoodDraft = { id: string; language: ReplyLanguage; text: string; sheet: GuardSheet };
/** A draft with one thing in it changed so that it is false; `of` is the good one. */
export type Mutation = { kind: MutationKind; of: GoodDraft; text: string };

/** Drafts in a row that have nothing of a kind: of some three hundred a round, this many is none. */
const MOST_PASSED = 5_000;
const SHOP_DOMAINS = ["fernweh.example"];

/** Composed drafts of every situation in every language; the seed chooses the wording's variants. */
export function goodDrafts(seed: number): GoodDraft[] {
  return composedLanguages.flatMap((language) =>
    Object.entries(cases).flatMap(([name, given]) => {
      const draft = goodDraft(`${name} #${seed}`, { given, language });
      return draft ? [draft] : [];
    }),
  );
}

function goodDraft(
  id: string,
  { given, language: wanted }: { given: Case; language: string },
): GoodDraft | null {
  const language = replyLanguages.find((one) => one === wanted);
  if (!language) return null;
  const { facts, reading } = inputs(given, language);
  const { content } = composeDraft({
    facts: { ...facts, message: { ...facts.message, id } },
    reading: { ...reading, language },
    text: "",
    voice: id.length % 2 === 0 ? "friendly" : "formal",
    shopDomains: SHOP_DOMAINS,
    seesAllOrders: true,
  });
  return { id: `${language}: ${id}`, language, text: content.text, sheet: sheetOf(content, facts.policies) };
}

function sheetOf(content: DraftContent, policies: { body: string }[]): GuardSheet {
  const { facts, sentences, plan, proof, shopDomains } = content;
  return { facts, sentences, plan, proof, shopDomains, policies };
}

/**
 * So many mutations, an equal share of each kind, spread over languages and situations by the seed: the same seed gives the same
 * ones. A draft that has nothing of a kind (no amount, no link) is passed over for another. Throws when no draft has anything of a kind.
 */
export function mutations(seed: number, count: number): Mutation[] {
  const random = randomFrom(seed);
  const made: Mutation[] = [];
  let drafts: GoodDraft[] = [];
  let passed = 0;
  for (let round = 0; made.length < count; round++) {
    const kind = mutationKinds[made.length % mutationKinds.length] ?? "digit";
    if (round % 500 === 0) drafts = goodDrafts(seed + round);
    const of = pick(drafts, random);
    const text = of ? mutate(kind, of, random) : null;
    const isMade = of !== undefined && text !== null && text !== of.text;
    if (isMade) made.push({ kind, of, text });
    passed = isMade ? 0 : passed + 1;
    if (passed > MOST_PASSED) throw new Error(`No good draft can be falsified by another ${kind}`);
  }
  return made;
}

type Random = () => number;

function mutate(kind: MutationKind, draft: GoodDraft, random: Random): string | null {
  const { text, language, sheet } = draft;
  switch (kind) {
    case "digit":
      return swapOne(text, /\d/gu, { random, with: (digit) => otherDigit(digit, random) });
    case "date":
      return swapValue(draft, "date", {
        random,
        with: ({ value }) => value.replace(/\d+/u, (day) => String((Number(day) % 28) + 1)),
      });
    case "name":
      return swapValue(draft, "name", { random, with: () => pick(names[language], random) ?? null });
    case "currency":
      return swapValue(draft, "money", { random, with: (fact) => otherCurrency(fact, random) });
    case "status":
      return withFalseStatus(draft, random);
    case "link":
      return swapOne(text, /https:\/\/[^\s/]+/gu, {
        random,
        with: (link) =>
          pick(
            [`${link}.parcel-info.example`, link.replace("https://", "https://www-"), "https://bit.ly"],
            random,
          ) ?? link,
      });
    case "promise": {
      const extra = pick(promises[language], random);
      const at = sheet.sentences?.at(-1)?.text;
      return extra && at ? text.replace(at, `${extra}\n\n${at}`) : null;
    }
  }
}

const otherDigit = (digit: string, random: Random) =>
  String((Number(digit) + 1 + Math.floor(random() * 9)) % 10);

const CURRENCIES = { GBP: "£", USD: "US$", CHF: "CHF", SEK: "SEK", EUR: "€" };

/** The symbol or code of another currency, the digits as they were. */
function otherCurrency({ value, raw }: Fact, random: Random): string | null {
  const others = Object.entries(CURRENCIES).filter(([code]) => !raw.endsWith(code));
  const [, other] = pick(others, random) ?? [];
  const sign = /\p{L}*\p{Sc}\p{L}*|\p{L}{2,}/u.exec(value)?.[0];
  return sign && other ? value.replace(sign, other) : null;
}

type Swap<T> = { random: Random; with: (found: T) => string | null };

function swapOne(text: string, pattern: RegExp, { random, with: change }: Swap<string>): string | null {
  const found = pick([...text.matchAll(pattern)], random);
  const changed = found ? change(found[0]) : null;
  return found && changed !== null
    ? text.slice(0, found.index) + changed + text.slice(found.index + found[0].length)
    : null;
}

/** Another value where a fact of that kind stands in the text. A name is whom the reply greets, or where a parcel was scanned. */
function swapValue(
  { text, sheet }: GoodDraft,
  kind: "date" | "name" | "money",
  swap: Swap<Fact>,
): string | null {
  const isMeant = ({ id }: { id: string }) =>
    kind !== "name" || id.startsWith("message:") || id.endsWith(":city");
  const values = sheet.facts.filter(
    (fact) => fact.kind === kind && isMeant(fact) && text.includes(fact.value),
  );
  const value = pick(
    values.toSorted((a, b) => b.value.length - a.value.length),
    swap.random,
  );
  const changed = value ? swap.with(value) : null;
  return value && changed !== null ? text.replace(value.value, changed) : null;
}

/** One sentence that says where an order is says something else, in words that are not the composer's. */
function withFalseStatus({ text, language, sheet }: GoodDraft, random: Random): string | null {
  const about = (sheet.sentences ?? []).filter(
    ({ kind, stage, cites }) =>
      kind === "fact" && stage === "answer" && cites.some((id) => id.endsWith(":name")),
  );
  const sentence = pick(about, random);
  const order = sheet.facts.find(({ kind, id }) => kind === "order_name" && sentence?.cites.includes(id));
  const statement = pick(falseStatements(language, sheet.facts), random);
  return sentence && order && statement
    ? text.replace(sentence.text, statement.replace("{order}", order.value))
    : null;
}

const pick = <T>(list: readonly T[], random: Random): T | undefined =>
  list[Math.floor(random() * list.length)];

/** mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
