import { describe, expect, it } from "vitest";
import {
  afterPage,
  afterStage,
  countIsDue,
  nextWatermark,
  openIsDue,
  reconcileCursorSchema,
  reconcileStages,
  windowStart,
} from "#app/mirror/reconcile-cursor.ts";
import { reconcileIn } from "#app/mirror/reconcile-period.ts";

const at = (time: string) => new Date(`2026-11-21T${time}:00.000Z`);

describe("the window", () => {
  it("reaches back before what was compared, whatever the clock says", () => {
    expect(windowStart(at("09:00"))).toBe("2026-11-21T08:45:00.000Z");
    const known = at("09:00");
    expect(nextWatermark(known, { seen: at("09:10").toISOString(), now: at("09:20") })).toEqual(at("09:10"));
    expect(nextWatermark(known, { seen: at("09:10").toISOString(), now: at("09:05") })).toEqual(at("09:05"));
    expect(nextWatermark(known, { seen: at("09:10").toISOString(), now: at("07:00") })).toEqual(known);
    expect(nextWatermark(known, { seen: null, now: at("12:00") })).toEqual(known);
  });

  it("goes on by time, and by Shopify's cursor only within one second", () => {
    const from = at("09:00").toISOString();
    const last = at("09:01").toISOString();
    const page = { last, hasNextPage: true, endCursor: "c" };
    expect(afterPage({ from, after: null }, page)).toEqual({ from: last, after: null });
    expect(afterPage({ from, after: "b" }, { ...page, last: from })).toEqual({ from, after: "c" });
    expect(afterPage({ from, after: "c" }, { ...page, last: from })).toBeNull(); // it does not move
    expect(afterPage({ from, after: null }, { ...page, hasNextPage: false })).toBeNull();
    expect(afterPage({ from, after: null }, { last: null, hasNextPage: false })).toBeNull();
  });

  it("visits every stage once, each from its beginning", () => {
    const first = reconcileCursorSchema.parse({ from: at("09:00").toISOString(), listed: true });
    const visited = [first.stage as string];
    let cursor = afterStage(first);
    while (cursor) {
      expect(cursor).toMatchObject({ from: null, listed: false, past: null });
      visited.push(cursor.stage);
      cursor = afterStage({ ...cursor, listed: true });
    }
    expect(visited).toEqual([...reconcileStages]);
  });

  it("compares seldom what is dear, also when a clock went back", () => {
    expect(openIsDue(null, at("09:00"))).toBe(true);
    expect(openIsDue(at("08:30"), at("09:00"))).toBe(false);
    expect(openIsDue(at("08:00"), at("09:00"))).toBe(true);
    expect(openIsDue(at("11:00"), at("09:00"))).toBe(true);
    expect(countIsDue(at("07:00"), { now: at("09:00"), large: false })).toBe(true);
    expect(countIsDue(at("07:00"), { now: at("09:00"), large: true })).toBe(false);
  });
});

describe("reconcileIn", () => {
  const minutes = 60_000;
  const calm = {
    shopId: "shop",
    repaired: 0,
    newestChange: at("09:00"),
    lastWebhookAt: at("09:00"),
    failures: 0,
  };

  it("is a quarter of an hour as a rule, spread by the shop", () => {
    const periods = Array.from({ length: 200 }, (_, index) =>
      reconcileIn({ ...calm, shopId: `shop-${index}` }),
    );
    expect(Math.min(...periods)).toBeGreaterThanOrEqual(13.5 * minutes);
    expect(Math.max(...periods)).toBeLessThanOrEqual(16.5 * minutes);
    expect(new Set(periods).size).toBeGreaterThan(150);
    expect(reconcileIn(calm)).toBe(reconcileIn(calm));
  });

  it("is sooner when something was repaired, or changes come without webhooks", () => {
    expect(reconcileIn({ ...calm, repaired: 1 })).toBeLessThan(6 * minutes);
    expect(reconcileIn({ ...calm, newestChange: at("09:11") })).toBeLessThan(6 * minutes);
    expect(reconcileIn({ ...calm, newestChange: at("09:09") })).toBeGreaterThan(13 * minutes);
    expect(reconcileIn({ ...calm, newestChange: null, lastWebhookAt: null })).toBeGreaterThan(13 * minutes);
  });

  it("is later and later while Shopify cannot be asked, up to two hours", () => {
    const after = (failures: number) => reconcileIn({ ...calm, failures });
    expect(after(1)).toBeLessThan(6 * minutes);
    expect(after(2)).toBeGreaterThan(after(1));
    expect(after(50)).toBeLessThanOrEqual(132 * minutes);
  });
});
