import type { RuleInput } from "./rule.ts";

/** What a rule may name: the team, and the macros that are in use. */
export type Nameable = { team: ReadonlySet<string>; macros: ReadonlySet<string> };

/** A part of a rule that names what is not there: where, and what is missing. */
export type Misnamed = { field: string; why: "no_such_member" | "no_such_macro" };

/** Everything that a rule names and that is not there, or not there any more. */
export function misnamedIn({ actions }: Pick<RuleInput, "actions">, { team, macros }: Nameable): Misnamed[] {
  return actions.flatMap((action, at): Misnamed[] => {
    const field = `actions.${at}`;
    switch (action.do) {
      case "assign":
      case "escalate":
        return team.has(action.to) ? [] : [{ field: `${field}.to`, why: "no_such_member" }];
      case "assign_in_turn":
      case "assign_least_loaded":
        return action.among.flatMap((id, n) =>
          team.has(id) ? [] : [{ field: `${field}.among.${n}`, why: "no_such_member" as const }],
        );
      case "suggest_macro":
        return macros.has(action.articleId) ? [] : [{ field: `${field}.articleId`, why: "no_such_macro" }];
      case "add_tags":
      case "set_priority":
        return [];
    }
  });
}
