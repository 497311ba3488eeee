import { isGraveFlag } from "./priority-of.ts";
import { isCalmer, type Priority } from "./priority.ts";
import type { Action } from "./rule.ts";

/** What a rule would change of a conversation that it is for. */
export const wouldDo = [
  "tag",
  "raise_priority",
  "lower_priority",
  "assign",
  "suggest_macro",
  "escalate",
] as const;
export type WouldDo = (typeof wouldDo)[number];

/** A conversation as it is now, as far as a rule changes it. */
export type Standing = {
  tags: readonly string[];
  priority: string;
  assigned: boolean;
  /** Of the message, to whom no rule gives a lower priority. */
  riskFlags: readonly string[];
};

/** Of what a rule asks for, what would make a difference. */
export function wouldDoTo(
  { tags, priority, assigned, riskFlags }: Standing,
  actions: readonly Action[],
): WouldDo[] {
  return actions.flatMap((action): WouldDo[] => {
    switch (action.do) {
      case "add_tags":
        return action.tags.every((tag) => tags.includes(tag)) ? [] : ["tag"];
      case "set_priority":
        return moved(action.priority, { priority, riskFlags });
      case "assign":
      case "assign_in_turn":
      case "assign_least_loaded":
        return assigned ? [] : ["assign"];
      case "suggest_macro":
      case "escalate":
        return [action.do];
    }
  });
}

function moved(to: Priority, { priority, riskFlags }: Pick<Standing, "priority" | "riskFlags">): WouldDo[] {
  if (to === priority) return [];
  if (!isCalmer(to, priority)) return ["raise_priority"];
  return riskFlags.some(isGraveFlag) ? [] : ["lower_priority"];
}
