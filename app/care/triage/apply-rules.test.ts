import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { careEmotions, intents, riskFlags } from "#app/care/understand/reading.ts";
import { applyRules, readyRule, type TriageCase } from "./apply-rules.ts";
import { orderStates } from "./order-state-of.ts";
import { aCase, aRule, condition } from "./rule.fixture.ts";
import { actionsSchema, conditionsSchema, ruleInputSchema, type Condition, type Rule } from "./rule.ts";

const matched = (rules: readonly Rule[], one: TriageCase) =>
  applyRules(rules.map(readyRule), one).map(({ ruleId }) => ruleId);
const holds = (given: object, one: TriageCase) =>
  matched([aRule({ conditions: { match: "all", list: [condition(given)] } })], one).length > 0;

describe("a condition", () => {
  const rich = { value: { amount: "250.00", currency: "EUR" }, state: "to_ship" as const };

  it.each<[object, Parameters<typeof aCase>[0], boolean]>([
    [{ on: "intent", is: ["refund", "cancel"] }, { intents: ["complaint", "refund"] }, true],
    [{ on: "intent", is: ["refund"] }, {}, false],
    [{ on: "intent", is: ["refund"], not: true }, {}, true],
    [{ on: "emotion", is: ["anger"] }, { emotion: "anger" }, true],
    [{ on: "emotion", is: ["neutral"] }, { emotion: null }, false],
    [{ on: "language", is: ["pt"] }, { language: "pt-BR" }, true],
    [{ on: "language", is: ["pt"] }, { language: null }, false],
    [{ on: "language", is: ["und"] }, { language: null }, true],
    [{ on: "order_value", than: "at_least", amount: "250", currency: "EUR" }, { orders: [rich] }, true],
    [{ on: "order_value", than: "below", amount: "250", currency: "EUR" }, { orders: [rich] }, false],
    [{ on: "order_value", than: "at_least", amount: "1", currency: "JPY" }, { orders: [rich] }, false],
    [{ on: "order_value", than: "at_least", amount: "1", currency: "EUR" }, { orders: [] }, false],
    [{ on: "order_state", is: ["to_ship"] }, { orders: [rich] }, true],
    [{ on: "order_state", is: ["delivered"] }, { orders: [rich] }, false],
    [{ on: "words", in: "anywhere", any: ["gift card", "voucher"] }, { text: "My GIFT-CARD is gone" }, true],
    [{ on: "words", in: "subject", any: ["refund"] }, { text: "A refund, please" }, false],
    [{ on: "words", in: "text", any: ["order"] }, { text: "Where is it?" }, false],
    [{ on: "words", in: "anywhere", any: ["order"] }, {}, true],
    [{ on: "channel", is: ["storefront"] }, {}, false],
    [{ on: "tag", is: ["VIP "] }, { tags: ["vip"] }, true],
    [{ on: "first_contact" }, { firstContact: true }, true],
    [{ on: "unsure", not: true }, {}, true],
    [{ on: "risk", is: ["legal", "press"] }, { riskFlags: ["press"] }, true],
    [{ on: "risk", is: ["legal"] }, { riskFlags: ["press"] }, false],
  ])("%j of %j: %s", (given, one, expected) => {
    expect(holds(given, aCase(one))).toBe(expected);
  });
});

describe("rules", () => {
  const one = aCase();
  const [first, second, third] = ["a", "b", "c"].map((id) => aRule({ id })) as [Rule, Rule, Rule];

  it("are looked at from the first to the last, up to one that stops", () => {
    expect(matched([first, second, third], one)).toEqual(["a", "b", "c"]);
    expect(matched([second, { ...first, stop: true }, third], one)).toEqual(["b", "a"]);
    const never = { match: "all" as const, list: [condition({ on: "unsure" })] };
    expect(matched([{ ...first, stop: true, conditions: never }, second], one)).toEqual(["b"]);
  });

  it("that are off are passed over", () => {
    expect(matched([{ ...first, enabled: false, stop: true }, second], one)).toEqual(["b"]);
  });

  it("see what an earlier one tagged, and not what a later one does", () => {
    const tagged = (tag: string) => ({ match: "all" as const, list: [condition({ on: "tag", is: [tag] })] });
    expect(matched([first, { ...second, conditions: tagged("a") }], one)).toEqual(["a", "b"]);
    expect(matched([{ ...second, conditions: tagged("a") }, first], one)).toEqual(["a"]);
  });
});

const anyCondition: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.oneof(
      fc.subarray([...intents], { minLength: 1 }).map((is) => ({ on: "intent", is })),
      fc.subarray([...careEmotions], { minLength: 1 }).map((is) => ({ on: "emotion", is })),
      fc.subarray([...riskFlags], { minLength: 1 }).map((is) => ({ on: "risk", is })),
      fc.subarray([...orderStates], { minLength: 1 }).map((is) => ({ on: "order_state", is })),
      fc.constantFrom({ on: "unsure" }, { on: "first_contact" }, { on: "tag", is: ["vip"] }),
      fc
        .array(fc.constantFrom("refund", "late", "parcel", "gift"), { minLength: 1, maxLength: 3 })
        .map((any) => ({ on: "words", in: "anywhere", any: [any.join(" ")] })),
    ),
    fc.boolean(),
  )
  .map(([given, not]) => condition({ ...given, not }));
const anyCase = fc
  .record({
    intents: fc.subarray([...intents], { maxLength: 3 }),
    emotion: fc.option(fc.constantFrom(...careEmotions), { nil: null }),
    unsure: fc.boolean(),
    riskFlags: fc.subarray([...riskFlags]),
    tags: fc.subarray(["vip", "b2b"]),
    firstContact: fc.boolean(),
    text: fc
      .array(fc.constantFrom("refund", "late", "parcel", "gift", "please"), { maxLength: 12 })
      .map((words) => words.join(" ")),
  })
  .map((given) => aCase(given));

describe("whatever the rules and the message", () => {
  const withList = (match: "all" | "any", list: Condition[]) => [aRule({ conditions: { match, list } })];
  const turned = (one: Condition): Condition => ({ ...one, not: !one.not });

  it("a condition holds or its contrary does, never both", () => {
    fc.assert(
      fc.property(anyCondition, anyCase, (given, one) => {
        expect(matched(withList("all", [given]), one)).not.toEqual(
          matched(withList("all", [turned(given)]), one),
        );
      }),
    );
  });

  it("all of them hold exactly when none of their contraries does", () => {
    fc.assert(
      fc.property(fc.array(anyCondition, { minLength: 1, maxLength: 5 }), anyCase, (list, one) => {
        const all = matched(withList("all", list), one).length > 0;
        expect(matched(withList("any", list.map(turned)), one).length > 0).toBe(!all);
        expect(matched(withList("all", list.toReversed()), one).length > 0).toBe(all);
      }),
    );
  });

  it("the same is answered however often it is asked, and taking out a later rule changes nothing before it", () => {
    const rules = fc.array(fc.tuple(fc.array(anyCondition, { maxLength: 2 }), fc.boolean(), fc.boolean()), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(rules, anyCase, (given, one) => {
        const made = given.map(([list, stop, enabled], n) =>
          aRule({ id: `${n}`, stop, enabled, conditions: { match: "all", list } }),
        );
        const before = matched(made, one);
        expect(matched(made, one)).toEqual(before);
        expect(matched(made.slice(0, -1), one)).toEqual(before.filter((id) => id !== `${made.length - 1}`));
      }),
    );
  });

  it("does not hang on the way the same words are written", () => {
    fc.assert(
      fc.property(fc.constantFrom("Réclamation!", "RECLAMATION", "reclamation", "récLAMATION"), (text) => {
        const given = condition({ on: "words", in: "text", any: ["réclamation"] });
        for (const form of ["NFC", "NFD"] as const)
          expect(matched(withList("all", [given]), aCase({ text: text.normalize(form) }))).toEqual(["rule"]);
      }),
    );
  });
});

describe("a rule as people write it", () => {
  const rule = {
    name: "Refunds",
    conditions: { match: "all", list: [] },
    actions: [{ do: "set_priority", priority: "high" }],
  };
  const fieldOf = (given: object) => {
    const parsed = ruleInputSchema.safeParse({ ...rule, ...given });
    return parsed.success ? null : parsed.error.issues[0]?.path.join(".");
  };

  it.each<[object, string | null]>([
    [{}, null],
    [{ name: " " }, "name"],
    [{ actions: [] }, "actions"],
    [{ actions: [{ do: "add_tags", tags: ["  "] }] }, "actions.0.tags.0"],
    [{ actions: [{ do: "assign", to: "ana" }] }, "actions.0.to"],
    [
      {
        actions: [
          { do: "assign", to: "1" },
          { do: "assign_in_turn", among: [] },
        ],
      },
      "actions.1.do",
    ],
    [{ actions: [{ do: "send", text: "hello" }] }, "actions.0.do"],
    [{ conditions: { match: "all", list: [{ on: "intent", is: [] }] } }, "conditions.list.0.is"],
    [
      { conditions: { match: "all", list: [{ on: "words", in: "text", any: ["!?"] }] } },
      "conditions.list.0.any.0",
    ],
    [
      {
        conditions: {
          match: "any",
          list: [{ on: "order_value", than: "below", amount: "12,5", currency: "EUR" }],
        },
      },
      "conditions.list.0.amount",
    ],
    [{ conditions: { match: "all", list: [{ on: "unsure", regex: ".*" }] } }, "conditions.list.0"],
    [{ sendAtOnce: true }, ""],
  ])("%j: %s", (given, field) => {
    expect(fieldOf(given)).toBe(field);
  });

  it("is read again as it was stored", () => {
    const parsed = ruleInputSchema.parse(rule);
    expect(conditionsSchema.parse(JSON.parse(JSON.stringify(parsed.conditions)))).toEqual(parsed.conditions);
    expect(actionsSchema.parse(JSON.parse(JSON.stringify(parsed.actions)))).toEqual(parsed.actions);
  });
});
