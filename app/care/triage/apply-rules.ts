import type { CareEmotion, Intent, RiskFlag } from "#app/care/understand/reading.ts";
import type { Money } from "#app/mirror/order.ts";
import type { OrderState } from "./order-state-of.ts";
import type { Action, Condition, Rule } from "./rule.ts";
import { says, wordsOf, type Words } from "./words-in.ts";

/** A message as rules see it, and the conversation it stands in: plain data, the same gives the same answer. */
export type TriageCase = {
  /** Every intent that stands, best first. */
  intents: readonly Intent[];
  /** Null where it is kept no more. */
  emotion: CareEmotion | null;
  unsure: boolean;
  /** BCP 47; `und` or null where it is not known. */
  language: string | null;
  riskFlags: readonly RiskFlag[];
  orders: readonly { value: Money; state: OrderState }[];
  subject: Words;
  text: Words;
  channel: string;
  tags: readonly string[];
  /** Nobody of this address wrote before. */
  firstContact: boolean;
};

/** A rule with its phrases read once, for many messages. */
export type ReadyRule = Rule & { phrases: ReadonlyMap<Condition, readonly (readonly string[])[]> };

/** A rule that a message is one for, and what it asks for. */
export type Match = { ruleId: string; version: number; actions: readonly Action[] };

export const readyRule = (rule: Rule): ReadyRule => ({
  ...rule,
  phrases: new Map(
    rule.conditions.list.flatMap((one) => (one.on === "words" ? [[one, one.any.map(wordsOf)]] : [])),
  ),
});

/**
 * The rules that a message is one for, from the first to the last: one that is off is passed over, one that stops is the last. What an
 * earlier rule tags, a later one sees. Pure, and linear in the message and the rules.
 */
export function applyRules(rules: readonly ReadyRule[], one: TriageCase): Match[] {
  const matches: Match[] = [];
  let seen = one;
  for (const rule of rules) {
    if (!rule.enabled || !isFor(rule, seen)) continue;
    matches.push({ ruleId: rule.id, version: rule.version, actions: rule.actions });
    const tags = rule.actions.flatMap((action) => (action.do === "add_tags" ? action.tags : []));
    if (tags.length > 0) seen = { ...seen, tags: [...seen.tags, ...tags] };
    if (rule.stop) break;
  }
  return matches;
}

function isFor({ conditions, phrases }: ReadyRule, one: TriageCase): boolean {
  const holds = (condition: Condition) => isTrue(condition, { one, phrases }) !== condition.not;
  if (conditions.list.length === 0) return true;
  return conditions.match === "all" ? conditions.list.every(holds) : conditions.list.some(holds);
}

type Asked = { one: TriageCase; phrases: ReadyRule["phrases"] };

function isTrue(condition: Condition, { one, phrases }: Asked): boolean {
  switch (condition.on) {
    case "intent":
      return one.intents.some((intent) => condition.is.includes(intent));
    case "emotion":
      return one.emotion !== null && condition.is.includes(one.emotion);
    case "language":
      return condition.is.includes(one.language?.toLowerCase().split("-")[0] ?? "und");
    case "order_value":
      return one.orders.some(({ value }) => isWorth(value, condition));
    case "order_state":
      return one.orders.some(({ state }) => condition.is.includes(state));
    case "words":
      return (phrases.get(condition) ?? []).some((phrase) =>
        placesOf(condition, one).some((place) => says(place, phrase)),
      );
    case "channel":
      return condition.is.some((channel) => channel === one.channel);
    case "tag":
      return condition.is.some((tag) => one.tags.includes(tag));
    case "first_contact":
      return one.firstContact;
    case "unsure":
      return one.unsure;
    case "risk":
      return one.riskFlags.some((flag) => condition.is.includes(flag));
  }
}

/** Amounts in another currency are neither more nor less. */
function isWorth(value: Money, wanted: Extract<Condition, { on: "order_value" }>): boolean {
  if (value.currency !== wanted.currency) return false;
  const [amount, bound] = [Number(value.amount), Number(wanted.amount)];
  return wanted.than === "at_least" ? amount >= bound : amount < bound;
}

function placesOf(
  { in: place }: Extract<Condition, { on: "words" }>,
  { subject, text }: TriageCase,
): Words[] {
  switch (place) {
    case "subject":
      return [subject];
    case "text":
      return [text];
    case "anywhere":
      return [subject, text];
  }
}
