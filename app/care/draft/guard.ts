import {
  knownFacts,
  type Check,
  type DraftContent,
  type Fact,
  type Plan,
  type Sentence,
} from "#app/care/draft/draft.ts";
import { findAdvertising } from "#app/care/draft/guard/find-advertising.ts";
import { checkUnit, type UnitSheet } from "#app/care/draft/guard/check-unit.ts";
import { findCounts } from "#app/care/draft/guard/find-counts.ts";
import { findLeaks, runsOf } from "#app/care/draft/guard/find-leaks.ts";
import { findForeignName } from "#app/care/draft/guard/find-names.ts";
import type { LanguageOf } from "#app/care/draft/guard/find-wrong-language.ts";
import { prepareFacts } from "#app/care/draft/guard/prepared-fact.ts";
import { soughtIn, unitsOf } from "#app/care/draft/guard/units.ts";
import { allowedFacts, mayBeTold } from "#app/care/draft/proof.ts";
import { gapsIn, withoutGaps } from "#app/voice/fill-macro.ts";
import { proves } from "#app/care/understand/prove-orders.ts";
import type { IdentityProof } from "#app/conversation/message-content.ts";

/** All that a text is judged by; the same for every text that is made of one draft. */
export type GuardSheet = {
  facts: Fact[];
  /** The draft's sentences: where one stands unchanged in the text, only the facts it cites support it. */
  sentences?: Sentence[];
  /** The writer's proof: no fact that needs more may stand in the text. */
  proof: IdentityProof;
  plan?: Pick<Plan, "approach"> & Partial<Pick<Plan, "options">>;
  /** Hosts whose links and addresses are the shop's own. */
  shopDomains?: string[];
  /** The shop's policies: what a policy counts, a person may say too. */
  policies?: { body: string }[];
  /** The languages that the reply may be in, and what tells the language of a sentence; absent: it is not judged. */
  language?: { expected: readonly string[]; languageOf: LanguageOf };
  /** What the shopper wrote: long stretches of it are not repeated unmarked. */
  shopperText?: string;
  /** It goes to somebody who did not write: then it sells nothing and asks for no review. */
  unasked?: boolean | undefined;
};
export type GuardInput = GuardSheet & { text: string };

const RULES: Record<string, string> = {
  link: "Every link is in a fact or on the shop's own domains",
  email: "Every e-mail address is in a fact or the shop's own",
  money: "Every amount is in a cited fact",
  date: "Every date is in a cited fact",
  number: "Every number is in a cited fact, with what it counts",
  percent: "Every percentage is in a cited fact",
  tracking: "Every tracking number is in a cited fact",
  carrier: "Every carrier is in a cited fact",
  name: "Nobody else is greeted",
  place: "Every place of a scan is in a fact",
  title: "Every product is the order's own",
  status: "Nothing is said of an order that its record does not show",
  proof: "Nothing is told above the writer's proof",
  code_needed: "Payment and address are told only to who brought a code",
  promise: "Nothing is promised beyond the plan and the policies",
  done: "Nothing is said to be done without its record",
  inner_state: "No feeling or life story is claimed",
  leak: "No words of a prompt, and none of the shopper's unmarked",
  secret: "No key, token or card number",
};

/** Whatever the reason, these are not a person's to overrule: other people's data, secrets, and what was left open. */
const NEVER_OVERRULED: ReadonlySet<string> = new Set(["proof", "others", "secret", "gap"]);

export type Guard = { check: (text: string) => Check[] };

/**
 * The guard, pure: what a text says must be in the facts. Works on a composed draft, on a model's and on what a person
 * made of it. `block` may not be sent as it stands, `warn` is for the reader's eye. What does not depend on the text is made
 * ready once, so that a text can be judged at every key.
 */
export function prepareGuard(sheet: GuardSheet): Guard {
  const allowed = allowedFacts(sheet.facts, sheet.proof);
  const prepared = prepareFacts(allowed);
  const unitSheet: UnitSheet = {
    allowed: prepared,
    plan: sheet.plan,
    shopDomains: sheet.shopDomains ?? [],
    policyCounts: (sheet.policies ?? [])
      .flatMap(({ body }) => findCounts(body))
      .filter(({ unit }) => unit !== null),
    language: sheet.language,
  };
  const sought = soughtIn(sheet.sentences ?? []);
  const runs = runsOf(sheet.shopperText ?? "");
  const hidden = hiddenValues(sheet, allowed);
  const knowsName = allowed.some(({ id }) => id === "message:name");

  const check = (text: string): Check[] => {
    const units = unitsOf(text, sought);
    const isMachine = (quote: string) =>
      units.some(({ sentence, text: own }) => sentence !== undefined && own.includes(quote));
    const lower = text.toLowerCase();
    const findings = [
      ...units.flatMap((unit) => checkUnit(unit, unitSheet)),
      ...findForeignName(text, prepared).map(({ rule, quote }): Check => ({
        rule,
        // Where the sheet knows no name, a person may have read it in the mail.
        outcome: knowsName || isMachine(quote) ? "block" : "warn",
        quote,
        why: "The reply greets somebody by a name that no fact holds",
      })),
      ...findLeaks(withoutGaps(text), runs).map(({ rule, quote, why }): Check => ({
        rule,
        outcome: "block",
        quote,
        why,
      })),
      ...advertising(text, sheet),
      ...gaps(text),
      ...hidden
        .filter(({ value }) => lower.includes(value.toLowerCase()))
        .map(({ label, value, proof = "none" }): Check => {
          const theirs = proves(proof, "address_match");
          return {
            rule: theirs ? "code_needed" : "proof",
            outcome: "block",
            quote: value,
            why: theirs
              ? `${label}: the writer's address is the order's, and this needs a code besides`
              : `${label}: the writer has not proven to be the owner of the order`,
          };
        }),
    ];
    return [...distinct(findings).map((one) => sealed(one)), ...passed(findings, sheet)];
  };
  return { check };
}

export function checkText({ text, ...sheet }: GuardInput): Check[] {
  return prepareGuard(sheet).check(text);
}

/** Checks what a person made of a draft, with all that the draft itself brings. */
export function checkEdit(
  draft: Pick<DraftContent, "facts" | "withheld" | "sentences" | "plan" | "proof" | "shopDomains">,
  text: string,
  policies: { body: string }[] = [],
): Check[] {
  const { sentences, plan, proof, shopDomains } = draft;
  return checkText({ facts: knownFacts(draft), sentences, text, proof, plan, shopDomains, policies });
}

export function isBlocked(checks: Check[]): boolean {
  return checks.some(({ outcome }) => outcome === "block");
}

/** Whether something blocks that no reason lifts. */
export function isBlockedForGood(checks: Check[]): boolean {
  return checks.some((check) => sealed(check).overrulable === false);
}

/** Says of a check that no reason lifts it; drafts stored before did not say so. */
export function sealed(check: Check): Check {
  return check.outcome === "block" && NEVER_OVERRULED.has(check.rule)
    ? { ...check, overrulable: false }
    : check;
}

/** Values that need more proof than the writer has: told to a stranger they are a leak, wherever they stand. */
function hiddenValues({ facts, proof }: GuardSheet, allowed: Fact[]): Fact[] {
  const told = new Set(allowed.map(({ value }) => value));
  return facts.filter(
    (fact) =>
      !mayBeTold(fact, proof) && TELLING.has(fact.kind) && fact.value.length > 2 && !told.has(fact.value),
  );
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

function distinct(checks: Check[]): Check[] {
  const keyOf = ({ rule, outcome, sentence, quote }: Check) =>
    JSON.stringify([rule, outcome, sentence, quote]);
  return [...new Map(checks.map((check) => [keyOf(check), check])).values()];
}

function advertising(text: string, { unasked }: GuardSheet): Check[] {
  const quote = unasked ? findAdvertising(text) : null;
  const why = "A message that nobody asked for carries no advertisement and asks for no review";
  return quote === null ? [] : [{ rule: "advertising", outcome: "block", quote, why }];
}

/** What a macro left open because no record says it: nobody sends "{{tracking_number}}" to a shopper. */
function gaps(text: string): Check[] {
  return gapsIn(text).map(({ name, written }) => ({
    ...{ rule: "gap", outcome: "block" as const, quote: written, code: "left", values: { gap: name } },
    why: "No record fills this in: write it yourself, or take it out",
  }));
}

function passed(findings: Check[], { unasked }: GuardSheet): Check[] {
  const broken = new Set(findings.map(({ rule }) => rule));
  const rules = unasked ? { ...RULES, advertising: "Nothing is sold, and no review is asked for" } : RULES;
  return Object.entries(rules)
    .filter(([rule]) => !broken.has(rule))
    .map(([rule, why]) => ({ rule, outcome: "pass", why }));
}
