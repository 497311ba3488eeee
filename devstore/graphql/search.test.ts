import { expect, it } from "vitest";
import { matchesSearch } from "./search.ts";
import type { View } from "./views/view.ts";

const order: View = {
  __typename: "Order",
  legacyResourceId: "9007199254740993",
  name: "#1037",
  email: "hannah@example.com",
  tags: ["VIP", "gift"],
  displayFinancialStatus: "PAID",
  updatedAt: "2026-11-20T10:00:00Z",
};

it.each([
  ["updated_at:>=2026-11-20T10:00:00Z", true],
  ["updated_at:>'2026-11-20T10:00:00Z'", false],
  ["updated_at:>=2026-11-01 financial_status:paid", true],
  ["financial_status:refunded OR tag:gift", true],
  ["-tag:vip", false],
  ["NOT tag:wholesale", true],
  ["id:>9007199254740992", true],
  ["id:9007199254740992", false],
  ["email:HANNAH@example.com", true],
  ['name:"#1037"', true],
  ["1037", true],
  ["nobody", false],
  ["unknown_field:x", true],
])("%s → %s", (query, expected) => {
  expect(matchesSearch(order, query)).toBe(expected);
});
