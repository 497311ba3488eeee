import type { Check, Fact, Plan, Sentence } from "#app/care/draft/draft.ts";
import { ANSWER_BY } from "#app/care/draft/facts/answer-by.ts";
import type { Count } from "#app/care/draft/guard/find-counts.ts";
import { findClaims } from "#app/care/draft/guard/find-claims.ts";
import { findDates, isDay } from "#app/care/draft/guard/find-dates.ts";
import { findDone } from "#app/care/draft/guard/find-done.ts";
import { findForeignPlaces, findForeignTitles } from "#app/care/draft/guard/find-names.ts";
import { findPromises, isGranted } from "#app/care/draft/guard/find-promises.ts";
import { contradiction, findStatuses, type StatusMention } from "#app/care/draft/guard/find-statuses.ts";
import { findUnsupported } from "#app/care/draft/guard/find-unsupported.ts";
import { findWrongLanguage, type LanguageOf } from "#app/care/draft/guard/find-wrong-language.ts";
import { blankVerbatim, orderOf, writtenIn, type PreparedFact } from "#app/care/draft/guard/prepared-fact.ts";
import type { Unit } from "#app/care/draft/guard/units.ts";

/** What every unit of a text is judged by. */
export type UnitSheet = {
  allowed: readonly PreparedFact[];
  plan: (Pick<Plan, "approach"> & Partial<Pick<Plan, "options">>) | undefined;
  shopDomains: string[];
  policyCounts: readonly Count[];
  language: { expected: readonly string[]; languageOf: LanguageOf } | undefined;
};

type Broken = Pick<Check, "rule" | "quote" | "why"> & { outcome?: Check["outcome"] };

export function checkUnit(unit: Unit, sheet: UnitSheet): Check[] {
  const { index, sentence } = unit;
  const where = index === undefined ? {} : { sentence: index };
  const facts = factsFor(unit, sheet.allowed);
  const { findings, rest } = findUnsupported(unit.text, {
    facts: facts.cited,
    shopDomains: sheet.shopDomains,
    policyCounts: sentence ? [] : sheet.policyCounts,
  });
  const words = blankVerbatim(unit.text, facts.cited);
  const found: Broken[] = [
    ...findings,
    ...places(rest),
    ...titles(unit.text, words, facts),
    ...statuses(rest, facts.ofOrders),
    ...promises(unit, words, { sheet, cited: facts.cited.map(({ fact }) => fact) }),
    ...findDone(words, facts.ofOrders).map(({ quote, what }) => ({
      rule: "done",
      quote,
      why: `No record shows ${what}`,
    })),
    ...findClaims(words).map(({ rule, quote, why }) => ({
      rule,
      quote,
      why,
      // A person may speak of what they feel, and may give a day: the words are theirs then.
      ...(rule === "deadline" || sentence === undefined ? { outcome: "warn" as const } : {}),
    })),
    ...wrongLanguage(rest, unit, sheet),
    ...ofItsKind(sentence, unit, sheet),
  ];
  return found.map(({ outcome, ...one }): Check => ({ ...one, outcome: outcome ?? "block", ...where }));
}

type UnitFacts = {
  /** What may support the unit: what its sentence cites, or all there is, of the orders it names. */
  cited: PreparedFact[];
  /** What the records show of the orders it is about, cited or not. */
  ofOrders: Fact[];
  /** Facts of orders that it is not about. */
  others: Fact[];
};

/** A unit that names an order is about it: another order's facts support nothing in it. */
function factsFor({ text, sentence }: Unit, allowed: readonly PreparedFact[]): UnitFacts {
  const names = allowed.filter(({ fact }) => fact.kind === "order_name");
  const named = new Set(writtenIn(text, names).flatMap(({ fact }) => orderOf(fact) ?? []));
  const isAbout = ({ fact }: PreparedFact) => {
    const order = orderOf(fact);
    return order === null || named.size === 0 || named.has(order);
  };
  const about = allowed.filter(isAbout);
  const cited = sentence ? about.filter(({ fact }) => sentence.cites.includes(fact.id)) : about;
  const orders = new Set(cited.flatMap(({ fact }) => orderOf(fact) ?? []));
  const ofOrders = about
    .map(({ fact }) => fact)
    .filter((fact) => orders.size === 0 || orderOf(fact) === null || orders.has(orderOf(fact) ?? ""));
  const others = allowed.filter((one) => !isAbout(one)).map(({ fact }) => fact);
  return { cited, ofOrders, others };
}

const places = (rest: string): Broken[] =>
  findForeignPlaces(rest).map(({ rule, quote }) => ({ rule, quote, why: "No fact names this place" }));

const titles = (text: string, words: string, { cited, others }: UnitFacts): Broken[] =>
  findForeignTitles(text, words, { allowed: cited, others }).map(({ rule, quote }) => ({
    rule,
    quote,
    why: "This is not an item of the order it is said of",
  }));

const statuses = (rest: string, facts: Fact[]): Broken[] =>
  findStatuses(rest).flatMap((mention) => {
    const why = contradiction(mention, facts);
    return why === null || isKnownToTeam(mention, facts)
      ? []
      : [{ rule: "status", quote: mention.quote, why }];
  });

/** Whether somebody of the team added what no record shows: then it is theirs to say. */
const isKnownToTeam = ({ claim }: StatusMention, facts: Fact[]): boolean =>
  facts.some(
    ({ source, value }) =>
      source.entity === "staff" && findStatuses(value).some((one) => one.claim === claim),
  );

function promises(
  { text, sentence }: Unit,
  words: string,
  { sheet, cited }: { sheet: UnitSheet; cited: Fact[] },
): Broken[] {
  const found = findPromises(words);
  if (found.length === 0) return [];
  const due = cited.filter(({ id, kind }) => kind === "date" && id.endsWith(":eta"));
  const saysDueDay = findDates(text).some((mention) => due.some(({ raw }) => isDay(mention, raw)));
  // What a person adds is no part of the plan, and no sentence of theirs cites a policy.
  const grants = sentence
    ? { cited: cited.filter(({ id }) => sentence.cites.includes(id)), options: sheet.plan?.options ?? [] }
    : { cited: [], options: [] };
  return found
    .filter((mention) => !isGranted(mention, { ...grants, saysDueDay }))
    .map(({ quote }) => ({
      rule: "promise",
      quote,
      why: "This binds the shop, and neither the plan nor a policy says so",
    }));
}

function wrongLanguage(rest: string, { text }: Unit, { language }: UnitSheet): Broken[] {
  const found = language ? findWrongLanguage(rest, language) : null;
  return found === null
    ? []
    : [{ rule: "wrong_language", quote: text, why: "This sentence is not in the language of the reply" }];
}

/** What the kind of a drafted sentence asks for: evidence, and no promise where a person takes over. */
function ofItsKind(sentence: Sentence | undefined, { text }: Unit, { plan }: UnitSheet): Broken[] {
  if (!sentence) return [];
  const broken: Broken[] = [];
  if (!["courtesy", "question"].includes(sentence.kind) && sentence.cites.length === 0)
    broken.push({ rule: "evidence", quote: text, why: "A statement of this kind must rest on a fact" });
  const takenOver = plan?.approach === "hand_over" || plan?.approach === "listen";
  if (sentence.kind === "promise" && takenOver && !isAnswerAlone(sentence))
    broken.push({ rule: "promise", quote: text, why: "A person takes over: only an answer is promised" });
  return broken;
}

/** That somebody answers, by the shop's own term: it rests on nothing of an order. */
const isAnswerAlone = ({ cites }: Sentence) =>
  cites.includes(ANSWER_BY) && cites.every((id) => id.startsWith("shop:"));
