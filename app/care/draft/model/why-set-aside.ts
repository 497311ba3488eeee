import type { Check } from "#app/care/draft/draft.ts";
import type { AnswerFault } from "#app/care/draft/model/write-draft.ts";

/** Why a model that a shop accepted did not write a draft. */
export type Silence =
  "budget_spent" | "asked_enough" | "busy" | "overloaded" | "timed_out" | "key_refused" | "unavailable";

const SILENT: Record<Silence, string> = {
  budget_spent: "this month's budget for drafts is spent",
  asked_enough: "it has written enough for this shopper today",
  busy: "it is busy with other drafts",
  overloaded: "it is overloaded; ask for a new draft in a minute",
  timed_out: "it took too long",
  key_refused: "it refused the key",
  unavailable: "it cannot be reached",
};

const FAULTS: Record<AnswerFault, string> = {
  empty: "it was empty",
  too_much: "it said more than was asked for",
  too_long: "a sentence was too long",
  unknown_placeholder: "it named a value that is not on the fact sheet",
  unknown_fact: "it cited a fact that is not on the fact sheet",
  uncited: "a statement rested on no fact",
  wrong_stage: "a sentence stood where it does not belong",
  wrong_kind: "a sentence was not of the kind it claimed to be",
  infeasible_option: "it offered what is not possible on this order",
  left_out: "it left out what has to be said",
  markup: "it was not plain text",
  own_link: "it wrote an address of its own",
  own_number: "it wrote a number of its own",
  own_day: "it named a day of its own",
  not_on_record: "it said what no record shows",
  off_plan: "it spoke of something that the plan does not",
  question: "it asked something that the plan does not ask",
  binding_words: "it promised something in its own words",
  asks_secret: "it spoke of passwords or payment details",
  foreign_name: "it named somebody whom no fact names",
  copied: "it repeated the shopper's own words",
  never_said: "it said what the shop never says",
  tone: "it was too loud for this shopper, or for the shop",
};

export type SetAside =
  | { by: "silence"; why: Silence }
  | { by: "refusal" }
  | { by: "shape"; reason: string } // cut off, no JSON, not as asked
  | { by: "fault"; fault: AnswerFault }
  | { by: "guard"; checks: Check[] };

/** Tells the reviewer why Attune wrote the draft itself. Never in the model's words: what was set aside is not shown. */
export function setAsideCheck(aside: SetAside): Check {
  return { rule: "model", outcome: "warn", why: sentence(aside) };
}

/** Tells the reviewer that sentences of a model's draft were left out, and why the first of them. Never in its words. */
export function leftOutCheck([first, ...more]: readonly AnswerFault[]): Check[] {
  if (first === undefined) return [];
  const which =
    more.length === 0 ? "A sentence of Claude's was" : `${more.length + 1} sentences of Claude's were`;
  const why = FAULTS[first];
  const values = { count: more.length + 1, why };
  return [{ rule: "model", outcome: "warn", why: `${which} left out: ${why}`, code: "left_out", values }];
}

function sentence(aside: SetAside): string {
  switch (aside.by) {
    case "silence":
      return `Written by Attune, not by Claude: ${SILENT[aside.why]}`;
    case "refusal":
      return "Written by Attune, not by Claude: Claude declined to write this one";
    case "shape":
      return `Claude's draft was set aside: ${aside.reason === "cut_off" ? "it was cut off" : "it was not in the form that was asked for"}`;
    case "fault":
      return `Claude's draft was set aside: ${FAULTS[aside.fault]}`;
    case "guard": {
      const [first] = aside.checks;
      return `Claude's draft was set aside: ${first ? lower(first.why) : "a check blocked it"}`;
    }
  }
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
