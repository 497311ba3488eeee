import {
  knownFacts,
  type Check,
  type DraftContent,
  type Fact,
  type Plan,
  type Sentence,
} from "#app/care/draft/draft.ts";
import { blankVerbatim } from "#app/care/draft/guard/blank-verbatim.ts";
import { findClaims } from "#app/care/draft/guard/find-claims.ts";
import { findUnsupported } from "#app/care/draft/guard/find-unsupported.ts";
import { quotePattern } from "#app/care/draft/guard/quote-pattern.ts";
import { allowedFacts, mayBeTold } from "#app/care/draft/proof.ts";
import type { IdentityProof } from "#app/conversation/message-content.ts";

export type GuardInput = {
  facts: Fact[];
  /** The draft's sentences: where one stands unchanged in the text, only the facts it cites support it. */
  sentences?: Sentence[];
  text: string;
  /** The writer's proof: no fact that needs more may stand in the text. */
  proof: IdentityProof;
  plan?: Pick<Plan, "approach">;
  /** Hosts whose links and addresses are the shop's own. */
  shopDomains?: string[];
  /** The shop's policies: a count of days that a policy names may be said by a person too. */
  policies?: { body: string }[];
};

const RULES: Record<string, string> = {
  link: "Every link is in a fact or on the shop's own domains",
  email: "Every e-mail address is in a fact or the shop's own",
  money: "Every amount is in a cited fact",
  date: "Every date is in a cited fact",
  number: "Every number is in a cited fact",
  carrier: "Every carrier is in a cited fact",
  proof: "Nothing is told above the writer's proof",
  promise: "Nothing is promised beyond the plan",
  done: "Nothing is said to be done without its record",
  inner_state: "No feeling or life story is claimed",
};

/**
 * The guard, pure: what the text says must be in the facts. Works on a composed draft, on a model's and on what a person
 * made of it. `block` may not be sent as it stands, `warn` is for the reader's eye.
 */
export function checkText(input: GuardInput): Check[] {
  const findings = [...unitsOf(input).flatMap((unit) => checkUnit(unit, input)), ...aboveProof(input)];
  const broken = new Set(findings.map(({ rule }) => rule));
  const passed = Object.entries(RULES).filter(([rule]) => !broken.has(rule));
  return [...findings, ...passed.map(([rule, why]): Check => ({ rule, outcome: "pass", why }))];
}

/** Checks what a person made of a draft, with all that the draft itself brings. */
export function checkEdit(
  draft: Pick<DraftContent, "facts" | "withheld" | "sentences" | "plan" | "proof" | "shopDomains">,
  text: string,
  policies: GuardInput["policies"] = [],
): Check[] {
  const { sentences, plan, proof, shopDomains } = draft;
  return checkText({ facts: knownFacts(draft), sentences, text, proof, plan, shopDomains, policies });
}

export function isBlocked(checks: Check[]): boolean {
  return checks.some(({ outcome }) => outcome === "block");
}

/** A stretch of the text: a sentence of the draft as it was, or words that somebody else wrote. */
type Unit = { text: string; index?: number; sentence?: Sentence };

function checkUnit({ text, index, sentence }: Unit, input: GuardInput): Check[] {
  const allowed = allowedFacts(input.facts, input.proof);
  const facts = sentence ? allowed.filter(({ id }) => sentence.cites.includes(id)) : allowed;
  const where = { ...(index === undefined ? {} : { sentence: index }) };
  const policyNumbers = sentence ? new Set<number>() : numbersOf(input.policies ?? []);
  const unsupported = findUnsupported(text, { facts, shopDomains: input.shopDomains ?? [], policyNumbers });
  const claims = findClaims(blankVerbatim(text, facts), facts).filter(
    ({ rule }) => !isCovered(rule, sentence),
  );
  const checks = [
    ...unsupported.map(({ rule, quote, why }): Check => ({ rule, outcome: "block", ...where, quote, why })),
    // A person may speak of what they feel, and may give a day: the words are theirs then.
    ...claims.map(({ rule, quote, why }): Check => ({
      rule,
      outcome: mayWarn(rule, sentence) ? "warn" : "block",
      ...where,
      quote,
      why,
    })),
  ];
  const uncited =
    sentence && !["courtesy", "question"].includes(sentence.kind) && sentence.cites.length === 0;
  if (uncited)
    checks.push({
      rule: "evidence",
      outcome: "block",
      ...where,
      quote: text,
      why: "A statement of this kind must rest on a fact",
    });
  if (
    sentence?.kind === "promise" &&
    (input.plan?.approach === "hand_over" || input.plan?.approach === "listen")
  )
    checks.push({
      rule: "promise",
      outcome: "block",
      ...where,
      quote: text,
      why: "A person takes over: nothing is promised",
    });
  return checks;
}

/** What the plan decided to promise, and what cites the policy or the record, is no promise beyond them. */
const isCovered = (rule: string, sentence: Sentence | undefined) =>
  rule === "promise" &&
  sentence !== undefined &&
  ["promise", "policy", "fact"].includes(sentence.kind) &&
  sentence.cites.length > 0;
const mayWarn = (rule: string, sentence: Sentence | undefined) =>
  rule === "deadline" || (rule === "inner_state" && sentence === undefined);

/** Values that need more proof than the writer has, wherever they stand: told to a stranger they are a leak. */
function aboveProof({ facts, proof, text }: GuardInput): Check[] {
  const lower = text.toLowerCase();
  const told = allowedFacts(facts, proof).map(({ value }) => value);
  return facts
    .filter((fact) => !mayBeTold(fact, proof) && TELLING.has(fact.kind) && fact.value.length > 2)
    .filter(({ value }) => lower.includes(value.toLowerCase()) && !told.includes(value))
    .map(({ label, value }): Check => ({
      rule: "proof",
      outcome: "block",
      quote: value,
      why: `${label}: the writer has not proven to be the owner of the order`,
    }));
}

const TELLING: ReadonlySet<Fact["kind"]> = new Set([
  "order_name",
  "tracking",
  "link",
  "money",
  "title",
  "text",
  "email",
]);

function unitsOf({ text, sentences = [] }: GuardInput): Unit[] {
  let rest = text;
  const units: Unit[] = [];
  // Longest first, so that a short sentence is not found inside a longer one.
  const order = sentences
    .map((sentence, index) => ({ sentence, index }))
    .toSorted((a, b) => b.sentence.text.length - a.sentence.text.length);
  for (const { sentence, index } of order) {
    const found = findSentence(rest, sentence.text);
    if (!found) continue;
    units.push({ text: found.text, index, sentence });
    rest =
      rest.slice(0, found.start) +
      "\n".repeat(found.text.length) +
      rest.slice(found.start + found.text.length);
  }
  // Not after a number: "2. März" is one date.
  const free = rest.split(/(?<=[.!?])(?<!\d\.)\s+|\n+/u).filter((piece) => piece.trim() !== "");
  return [...units, ...free.map((piece) => ({ text: piece.trim() }))];
}

/** A sentence as it was, or with other digits in it: then it is still that sentence, and held to its own facts. */
function findSentence(text: string, sentence: string): { start: number; text: string } | null {
  const exact = text.indexOf(sentence);
  if (exact !== -1) return { start: exact, text: sentence };
  if (!/\d/u.test(sentence)) return null;
  const anyDigits = quotePattern(sentence).replaceAll(/\d+/gu, String.raw`\d+`);
  const match = new RegExp(anyDigits, "u").exec(text);
  return match ? { start: match.index, text: match[0] } : null;
}

function numbersOf(policies: { body: string }[]): Set<number> {
  return new Set(policies.flatMap(({ body }) => body.match(/\b\d{1,3}\b/gu) ?? []).map(Number));
}
