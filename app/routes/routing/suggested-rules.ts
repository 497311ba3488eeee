import type { Say } from "#app/words/say.ts";
import { blankDraft, type RuleDraft } from "./rule-draft.ts";

/** Rules to begin with, by what they are for. */
export const suggestions = ["stop", "danger", "buyers"] as const;
export type Suggestion = (typeof suggestions)[number];

/** A rule as it is suggested, to be looked over before it is saved. `own`: whoever looks, to whom something can be brought. */
export function suggestedRule(say: Say, suggestion: Suggestion, own: string): RuleDraft {
  const begun = { ...blankDraft, name: say(`triage.suggest.${suggestion}`) };
  switch (suggestion) {
    case "stop":
      return {
        ...begun,
        list: [
          { on: "intent", is: ["cancel", "change_address", "change_order"], not: false },
          { on: "order_state", is: ["unpaid", "to_ship"], not: false },
        ],
        tags: [say("triage.suggest.stop.tag")],
        assign: { how: "assign_in_turn", to: "", among: [] },
      };
    case "danger":
      return {
        ...begun,
        list: [
          {
            ...{ on: "risk", not: false },
            is: ["legal", "chargeback", "safety", "self_harm", "press", "vulnerable"],
          },
        ],
        escalate: own,
      };
    case "buyers":
      return {
        ...begun,
        list: [
          { on: "intent", is: ["product_question"], not: false },
          { on: "first_contact", not: false },
        ],
        tags: [say("triage.suggest.buyers.tag")],
        priority: "normal",
      };
  }
}
