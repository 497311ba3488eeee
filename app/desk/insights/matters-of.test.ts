import { expect, it } from "vitest";
import { caseOf, sure, times } from "./case.fixture.ts";
import { mattersOf } from "./matters-of.ts";

it("counts what conversations are about, the most first", () => {
  const { intents, causes } = mattersOf([
    ...times(3, () => caseOf({ intent: "return", about: "item" })),
    ...times(9, () => caseOf({ intent: "order_status", about: "delivery" })),
    caseOf({ intent: null }),
  ]);
  expect(intents).toMatchObject([
    { name: "order_status", share: { k: 9, n: 12, share: 0.75 } },
    { name: "return", share: { k: 3, n: 12, share: 0.25 } },
  ]);
  expect(causes.map(({ name }) => name)).toEqual(["delivery", "item"]);
});

it("says of a product in how many of its conversations it was the trouble", () => {
  const bottle = { products: ["Trail bottle", "Trail bottle"] };
  const { products } = mattersOf([
    ...times(4, () => caseOf({ intent: "wrong_or_damaged_item", ...bottle })),
    ...times(6, () => caseOf({ intent: "order_status", ...bottle })),
    caseOf({ intent: "return", products: ["Mug"] }),
    caseOf({ intent: "order_status", products: ["Rope"] }),
  ]);
  expect(products).toMatchObject([
    { name: "Trail bottle", share: { k: 4, n: 10, share: 0.4 } },
    { name: "Mug", share: { k: 1, n: 1, share: null } },
  ]);
});

it("takes a carrier for one however it is written", () => {
  const { carriers } = mattersOf([
    caseOf({ intent: "delivery_problem", carriers: ["DHL  Express"] }),
    caseOf({ intent: "delivery_problem", carriers: ["dhl express ", "DHL Express"] }),
    caseOf({ intent: "praise", carriers: ["DHL Express"] }),
  ]);
  expect(carriers).toMatchObject([{ name: "DHL  Express", share: { k: 2, n: 3 } }]);
});

it("says of a policy how many of its conversations began troubled, as far as anybody is sure", () => {
  const { policies } = mattersOf([
    ...times(5, () => caseOf({ intent: "refund", first: sure("anger") })),
    ...times(5, () => caseOf({ intent: "return", first: sure("neutral") })),
    caseOf({ intent: "return", first: { emotion: "anger", unsure: true } }),
    caseOf({ intent: "praise", first: sure("joy") }),
  ]);
  expect(policies).toMatchObject([{ name: "REFUND_POLICY", share: { k: 5, n: 10, share: 0.5 } }]);
});
