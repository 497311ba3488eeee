import type { TriageCase } from "./apply-rules.ts";
import { conditionSchema, type Condition, type Rule } from "./rule.ts";
import { wordsIn } from "./words-in.ts";

/** A question about an order that is on its way, by mail, from somebody who wrote before. */
export const aCase = ({
  subject = "My order",
  text = "Where is it?",
  ...given
}: Partial<Omit<TriageCase, "subject" | "text">> & { subject?: string; text?: string } = {}): TriageCase => ({
  intents: ["order_status"],
  emotion: "worry",
  unsure: false,
  language: "en",
  riskFlags: [],
  orders: [{ value: { amount: "59.90", currency: "EUR" }, state: "on_the_way" }],
  channel: "email",
  tags: [],
  firstContact: false,
  ...given,
  subject: wordsIn(subject),
  text: wordsIn(text),
});

/** As it is stored. */
export const condition = (given: object): Condition => conditionSchema.parse(given);

/** A rule for every message, which tags it with its own id. */
export const aRule = (given: Partial<Rule> = {}): Rule => ({
  ...{ id: "rule", version: 1, name: "Rule", enabled: true, stop: false },
  conditions: { match: "all", list: [] },
  actions: [{ do: "add_tags", tags: [given.id ?? "rule"] }],
  ...given,
});
