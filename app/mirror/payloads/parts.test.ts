import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amount, gidOf, id, sumAmounts, time } from "#app/mirror/payloads/parts.ts";

describe("payload parts", () => {
  it("sums amounts exactly, in cents, yen and minus", () => {
    expect(sumAmounts(["0.10", "0.20"])).toBe("0.30");
    expect(sumAmounts([])).toBe("0.00");
    expect(sumAmounts(["10.00", "-12.5"])).toBe("-2.50");
    expect(sumAmounts(["1500"])).toBe("1500.00");
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (cents) => {
        const text = cents.map(
          (value) =>
            `${value < 0 ? "-" : ""}${Math.trunc(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, "0")}`,
        );
        const total = cents.reduce((sum, value) => sum + value, 0);
        expect(Math.round(Number(sumAmounts(text)) * 100)).toBe(total === 0 ? 0 : total);
      }),
    );
  });

  it("reads ids and gids, and refuses what is none", () => {
    expect(id.parse(123)).toBe("123");
    expect(id.parse("820982911946154508")).toBe("820982911946154508");
    expect(id.safeParse(-1).success).toBe(false);
    expect(id.safeParse("1; DROP").success).toBe(false);
    expect(gidOf("Order").parse("gid://shopify/Order/820982911946154508")).toBe("820982911946154508");
    expect(gidOf("Order").safeParse("gid://shopify/Customer/1").success).toBe(false);
  });

  it("reads times of any zone as UTC, and refuses what a database cannot hold", () => {
    expect(time.parse("2021-12-31T19:00:00-05:00")).toBe("2022-01-01T00:00:00.000Z");
    expect(time.safeParse("yesterday").success).toBe(false);
    expect(time.safeParse("9999-12-31T00:00:00Z").success).toBe(false);
  });

  it("refuses amounts that are none", () => {
    expect(amount.safeParse("12.30").success).toBe(true);
    expect(amount.safeParse("1e400").success).toBe(false);
    expect(amount.safeParse("NaN").success).toBe(false);
  });
});
