import { describe, expect, it } from "vitest";
import { ruleInputSchema } from "#app/care/triage/rule.ts";
import { blankCondition, blankDraft, draftOf, faultsOfDraft, ruleOfDraft } from "./rule-draft.ts";

const codesOf = (draft: Partial<typeof blankDraft>) =>
  Object.fromEntries(
    Object.entries(faultsOfDraft({ ...blankDraft, name: "Rule", priority: "high", ...draft })).map(
      ([field, { code }]) => [field, code],
    ),
  );

describe("a rule on its form", () => {
  it("is what it was when nothing was changed", () => {
    const rule = ruleInputSchema.parse({
      ...{ name: "Refunds", enabled: false, stop: true },
      conditions: { match: "any", list: [{ on: "intent", is: ["refund"], not: true }, { on: "unsure" }] },
      actions: [
        { do: "add_tags", tags: ["money"] },
        { do: "set_priority", priority: "low" },
        { do: "assign_least_loaded", among: ["1", "2"] },
        { do: "suggest_macro", articleId: "macro" },
        { do: "escalate", to: "3" },
      ],
    });
    expect(ruleOfDraft(draftOf(rule))).toEqual(rule);
  });

  it("says beside each field what is missing", () => {
    expect(faultsOfDraft(blankDraft)).toMatchObject({
      name: { code: "empty" },
      actions: { code: "too_few" },
    });
    expect(codesOf({})).toEqual({});
    expect(codesOf({ tags: [] })).toEqual({ tags: "too_few" });
    expect(codesOf({ assign: { how: "assign", to: "", among: [] } })).toEqual({ assign: "person" });
    expect(codesOf({ assign: { how: "assign_in_turn", to: "", among: [] } })).toEqual({});
    expect(codesOf({ macro: "", escalate: "" })).toEqual({ macro: "empty", escalate: "person" });
    const list = [
      blankCondition("intent", "EUR"),
      blankCondition("unsure", "EUR"),
      { on: "words" as const, in: "text" as const, any: ["…"], not: false },
      blankCondition("order_value", "EUR"),
    ];
    expect(codesOf({ list })).toEqual({
      ...{ "condition.0": "too_few", "condition.2": "no_word", "condition.3": "amount" },
    });
  });
});
