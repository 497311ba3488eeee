import { expect, it } from "vitest";
import { moneyOf } from "#app/mirror/money.ts";

it.each([
  ["12.3", "EUR", "12.30"],
  ["12", "USD", "12.00"],
  ["1500", "JPY", "1500"],
  ["1500.00", "JPY", "1500"],
  ["0.000000", "GBP", "0.00"],
  ["3.125", "KWD", "3.125"],
])("writes %s %s as %s", (given, currency, amount) => {
  expect(moneyOf(given, currency)).toEqual({ amount, currency });
});
