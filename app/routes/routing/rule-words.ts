import { personName } from "#app/components/person-name.ts";
import {
  emotionLabel,
  intentLabel,
  languageLabel,
  listed,
  listedAnd,
  moneyLabel,
  riskLabel,
} from "#app/components/labels.ts";
import type { Action, Condition, RuleInput } from "#app/care/triage/rule.ts";
import { listFormat } from "#app/words/format.ts";
import { sayCode, type Say } from "#app/words/say.ts";

/** How people and macros are called, by their ids; who or what is not in it is not there any more. */
export type Names = { staff: Readonly<Record<string, string>>; macros: Readonly<Record<string, string>> };

const either = (say: Say, items: readonly string[]) =>
  listFormat(say, { type: "disjunction", style: "long" }).format(items);
const quoted = (say: Say, item: string) => say("triage.quoted", { item });

/** One thing that a choice of a condition can be. */
export function choiceLabel(say: Say, on: Condition["on"], choice: string): string {
  switch (on) {
    case "intent":
      return intentLabel(say, choice);
    case "emotion":
      return emotionLabel(say, choice);
    case "language":
      return languageLabel(say, choice);
    case "risk":
      return riskLabel(say, choice);
    case "order_state":
      return sayCode(say, "triage.orderState", choice);
    case "channel":
      return sayCode(say, "triage.channel", choice);
    case "tag":
    case "words":
    case "order_value":
    case "first_contact":
    case "unsure":
      return choice;
  }
}

/** A condition as a short statement: "Intent is Refund or Return". */
export function conditionLabel(say: Say, condition: Condition): string {
  const is = condition.not ? "isNot" : "is";
  switch (condition.on) {
    case "intent":
    case "emotion":
    case "language":
    case "order_state":
    case "channel":
    case "risk": {
      const choices = condition.is.map((one) => choiceLabel(say, condition.on, one));
      return say(`triage.says.${condition.on}.${is}`, { choices: either(say, choices) });
    }
    case "tag":
      return say(`triage.says.tag.${is}`, {
        choices: either(
          say,
          condition.is.map((one) => quoted(say, one)),
        ),
      });
    case "words":
      return say(`triage.says.words.${condition.in}.${is}`, {
        choices: either(
          say,
          condition.any.map((one) => quoted(say, one)),
        ),
      });
    case "order_value": {
      const amount = moneyLabel(say, { amount: condition.amount, currency: condition.currency });
      return say(`triage.says.order_value.${condition.than}.${is}`, { amount });
    }
    case "first_contact":
    case "unsure":
      return say(`triage.says.${condition.on}.${is}`);
  }
}

/** When a rule applies, on one line. */
export function conditionsLabel(say: Say, { match, list }: RuleInput["conditions"]): string {
  const says = list.map((one) => conditionLabel(say, one));
  if (says.length === 0) return say("triage.when.always");
  if (says.length === 1) return say("triage.when.one", { condition: says[0] });
  return say(`triage.when.${match}`, { conditions: says.join("; ") });
}

/** What a rule does, on one line. */
export const actionsLabel = (say: Say, actions: readonly Action[], names: Names): string =>
  say("triage.then", { actions: actions.map((one) => actionLabel(say, one, names)).join("; ") });

function actionLabel(say: Say, action: Action, { staff, macros }: Names): string {
  const name = (id: string) => {
    const known = staff[id];
    return known === undefined ? say("triage.gone.person") : personName(say, known);
  };
  switch (action.do) {
    case "add_tags":
      return say("triage.does.tag", {
        tags: listed(
          say,
          action.tags.map((one) => quoted(say, one)),
        ),
        count: action.tags.length,
      });
    case "set_priority":
      return say("triage.does.priority", { priority: say(`priority.${action.priority}`) });
    case "assign":
      return say("triage.does.assign", { name: name(action.to) });
    case "assign_in_turn":
    case "assign_least_loaded": {
      const who = action.among.length > 0 ? listedAnd(say, action.among.map(name)) : say("triage.everybody");
      return say(`triage.does.${action.do}`, { who });
    }
    case "suggest_macro":
      return say("triage.does.macro", { title: macros[action.articleId] ?? say("triage.gone.macro") });
    case "escalate":
      return say("triage.does.escalate", { name: name(action.to) });
  }
}
