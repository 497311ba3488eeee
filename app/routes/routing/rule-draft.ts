import { faultOf, type Fault } from "#app/lib/fault.ts";
import type { Priority } from "#app/care/triage/priority.ts";
import {
  ruleInputSchema,
  type Action,
  type Condition,
  type Conditions,
  type RuleInput,
} from "#app/care/triage/rule.ts";

/** Who gets it by itself, as the form asks: `to` where it is one person, `among` where several share. */
export type Assigning = {
  how: "assign" | "assign_in_turn" | "assign_least_loaded";
  to: string;
  among: string[];
};

/** A rule as the form holds it: each thing it can do is there once, null where it is not to be done. */
export type RuleDraft = {
  name: string;
  enabled: boolean;
  stop: boolean;
  match: Conditions["match"];
  list: Condition[];
  tags: string[] | null;
  priority: Priority | null;
  assign: Assigning | null;
  macro: string | null;
  escalate: string | null;
};

export const blankDraft: RuleDraft = {
  ...{ name: "", enabled: true, stop: false, match: "all", list: [] },
  ...{ tags: null, priority: null, assign: null, macro: null, escalate: null },
};

export function draftOf({ name, enabled, stop, conditions, actions }: RuleInput): RuleDraft {
  const { match, list } = conditions;
  return actions.reduce((draft, action) => ({ ...draft, ...partOf(action) }), {
    ...blankDraft,
    ...{ name, enabled, stop, match, list },
  });
}

function partOf(action: Action): Partial<RuleDraft> {
  switch (action.do) {
    case "add_tags":
      return { tags: action.tags };
    case "set_priority":
      return { priority: action.priority };
    case "assign":
      return { assign: { how: action.do, to: action.to, among: [] } };
    case "assign_in_turn":
    case "assign_least_loaded":
      return { assign: { how: action.do, to: "", among: action.among } };
    case "suggest_macro":
      return { macro: action.articleId };
    case "escalate":
      return { escalate: action.to };
  }
}

/** The rule that a draft stands for, whether it is one yet or not. */
export function ruleOfDraft(draft: RuleDraft): RuleInput {
  const { name, enabled, stop, match, list } = draft;
  return { name, enabled, stop, conditions: { match, list }, actions: actionsOf(draft) };
}

function actionsOf({ tags, priority, assign, macro, escalate }: RuleDraft): Action[] {
  const actions: Action[] = [];
  if (tags) actions.push({ do: "add_tags", tags });
  if (priority) actions.push({ do: "set_priority", priority });
  if (assign)
    actions.push(
      assign.how === "assign" ? { do: assign.how, to: assign.to } : { do: assign.how, among: assign.among },
    );
  if (macro !== null) actions.push({ do: "suggest_macro", articleId: macro });
  if (escalate !== null) actions.push({ do: "escalate", to: escalate });
  return actions;
}

/** A field of the form: `name`, `condition.2`, what is to be done (`tags`, `assign` …), or `actions` where nothing is. */
export type Faults = Record<string, Fault>;

/** What keeps a draft from being a rule, by field; of several faults of a field the first. */
export function faultsOfDraft(draft: RuleDraft): Faults {
  const rule = ruleOfDraft(draft);
  const parsed = ruleInputSchema.safeParse(rule);
  const faults: Faults = {};
  for (const issue of parsed.error?.issues ?? []) faults[fieldAt(rule, issue.path)] ??= faultOf(issue);
  return faults;
}

/** Which field of the form a place in a rule is. */
export function fieldAt(
  { actions }: { actions: readonly { do: string }[] },
  path: readonly PropertyKey[],
): string {
  const [part, second, third] = path;
  if (part === "conditions") return `condition.${String(third ?? 0)}`;
  if (part !== "actions" || second === undefined) return String(part ?? "name");
  const action = actions[Number(second)];
  return (action && FIELDS[action.do]) ?? "actions";
}

const FIELDS: Readonly<Record<string, string>> = {
  add_tags: "tags",
  set_priority: "priority",
  assign: "assign",
  assign_in_turn: "assign",
  assign_least_loaded: "assign",
  suggest_macro: "macro",
  escalate: "escalate",
} satisfies Record<Action["do"], string>;

/** A condition of a kind with nothing chosen yet. */
export function blankCondition(on: Condition["on"], currency: string): Condition {
  switch (on) {
    case "intent":
    case "emotion":
    case "language":
    case "order_state":
    case "channel":
    case "tag":
    case "risk":
      return { on, is: [], not: false };
    case "order_value":
      return { on, than: "at_least", amount: "", currency, not: false };
    case "words":
      return { on, in: "anywhere", any: [], not: false };
    case "first_contact":
    case "unsure":
      return { on, not: false };
  }
}

/** How a condition compares, as one choice of the form. */
export type How =
  | "is"
  | "is_not"
  | "contains"
  | "contains_not"
  | "at_least"
  | "below"
  | "not_at_least"
  | "not_below"
  | "yes"
  | "no";

export function howsOf({ on }: Condition): How[] {
  switch (on) {
    case "order_value":
      return ["at_least", "below", "not_at_least", "not_below"];
    case "words":
      return ["contains", "contains_not"];
    case "first_contact":
    case "unsure":
      return ["yes", "no"];
    case "intent":
    case "emotion":
    case "language":
    case "order_state":
    case "channel":
    case "tag":
    case "risk":
      return ["is", "is_not"];
  }
}

export function howOf(condition: Condition): How {
  const hows = howsOf(condition);
  if (condition.on === "order_value") return condition.not ? `not_${condition.than}` : condition.than;
  return hows[condition.not ? 1 : 0] ?? "is";
}

export function withHow(condition: Condition, how: string): Condition {
  if (condition.on !== "order_value")
    return { ...condition, not: howsOf(condition).findIndex((one) => one === how) === 1 };
  return { ...condition, not: how.startsWith("not_"), than: how.endsWith("below") ? "below" : "at_least" };
}
