import { expect, it } from "vitest";
import { exchange, graphqlAmount, minorUnits, webhookAmount } from "./money.ts";

it.each([
  { minor: 1230, currency: "EUR", inWebhooks: "12.30", inGraphql: "12.3" },
  { minor: 1200, currency: "EUR", inWebhooks: "12.00", inGraphql: "12.0" },
  { minor: 1200, currency: "JPY", inWebhooks: "1200", inGraphql: "1200.0" },
  { minor: -5, currency: "USD", inWebhooks: "-0.05", inGraphql: "-0.05" },
])(
  "$minor $currency is $inWebhooks in webhooks and $inGraphql in GraphQL",
  ({ minor, currency, ...written }) => {
    expect(webhookAmount(minor, currency)).toBe(written.inWebhooks);
    expect(graphqlAmount(minor, currency)).toBe(written.inGraphql);
    expect(minorUnits(written.inGraphql, currency)).toBe(minor);
  },
);

it("changes between currencies with and without decimals", () => {
  expect(exchange(1000, { from: "EUR", to: "JPY", rate: 162 })).toBe(1620);
  expect(exchange(1620, { from: "JPY", to: "EUR", rate: 0.0062 })).toBe(1004);
});

it("refuses what is not an amount", () => {
  expect(() => minorUnits("twelve", "EUR")).toThrow("not an amount");
});
