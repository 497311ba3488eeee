import { expect, it } from "vitest";
import { outreachSettingsSchema, shopPromisesSchema } from "#app/shop/outreach-settings.ts";
import { fieldsOf, readFields } from "./fields.ts";

const saved = { outreach: outreachSettingsSchema.parse({}), promises: shopPromisesSchema.parse({}) };

it("reads back what it wrote, every kind with what is set for it", () => {
  const kinds = { stalled: { on: false, from: 3, toldBy: "shopify" as const } };
  const given = { ...saved, outreach: { ...saved.outreach, kinds } };
  const read = readFields(fieldsOf(given));
  expect(read).toMatchObject({ outcome: "read", promises: saved.promises, outreach: { kinds } });
  expect(read.outcome === "read" && read.outreach.kinds?.["unfulfilled"]).toEqual({
    on: true,
    from: 2,
    toldBy: "attune",
  });
});

it.each([
  [{ perWeek: "0" }, { perWeek: { code: "whole", values: { from: 1, to: 14 } } }],
  [{ handlingDays: "1.5" }, { handlingDays: { code: "whole", values: { from: 0, to: 60 } } }],
  [{ share: "60" }, { share: { code: "whole", values: { from: 5, to: 50 } } }],
  [{ quietFrom: "25:00" }, { quietFrom: { code: "time" } }],
  [{ quietTo: "" }, { quietTo: { code: "time" } }],
  [{ shopifyTells: ["everything"] }, { shopifyTells: { code: "choice" } }],
  [
    { perWeek: "", handlingDays: "x" },
    {
      perWeek: { code: "whole", values: { from: 1, to: 14 } },
      handlingDays: { code: "whole", values: { from: 0, to: 60 } },
    },
  ],
  [{ perishableTags: ["x".repeat(61)] }, { perishableTags: { code: "too_long", values: { limit: 60 } } }],
])("says beside the field what is wrong: %j", (typed, errors) => {
  expect(readFields({ ...fieldsOf(saved), ...typed })).toEqual({ outcome: "refused", errors });
});

it("holds nobody out but with the word of who was shown what it can answer", () => {
  const on = readFields({ ...fieldsOf(saved), holdOut: true, share: "20" });
  expect(on).toMatchObject({ outreach: { holdOut: { on: true, share: 0.2, acknowledged: true } } });
  expect(readFields(fieldsOf(saved))).toMatchObject({
    outreach: { holdOut: { on: false, acknowledged: false } },
  });
});

it("leaves to Shopify what its own notification tells, until the shop says otherwise", () => {
  expect(fieldsOf(saved).kinds.cancelled_unsaid.toldBy).toBe("shopify");
});

it("refuses what no form sends", () => {
  expect(readFields("nonsense")).toMatchObject({ outcome: "refused" });
  expect(readFields({ ...fieldsOf(saved), kinds: { nonsense: {} } })).toMatchObject({
    outcome: "refused",
    errors: { kinds: expect.any(Object) },
  });
});
