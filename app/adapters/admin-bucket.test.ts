import { describe, expect, it } from "vitest";
import { adminBudget, sizeOf } from "#app/adapters/admin-budget.ts";
import { refilled, reserve, settle, waitFor, type Bucket } from "#app/adapters/admin-bucket.ts";

const bucket = (given: Partial<Bucket> = {}): Bucket => ({
  available: 100,
  restoreRate: 100,
  maximum: 2_000,
  at: 0,
  reserved: 0,
  notBefore: 0,
  ...given,
});
const report = (available: number, requested = 100) => ({
  requested,
  actual: requested,
  available,
  maximum: 2_000,
  restoreRate: 100,
});

describe("a shop's bucket of points", () => {
  it("fills by its rate, up to its maximum less what is reserved", () => {
    expect(refilled(bucket(), 3_000).available).toBe(400);
    expect(refilled(bucket(), 3_600_000).available).toBe(2_000);
    expect(refilled(bucket({ reserved: 300 }), 3_600_000).available).toBe(1_700);
    expect(refilled(bucket({ at: 5_000 }), 1_000).available).toBe(100); // a clock that goes back adds nothing
  });

  it.each([
    [100, false, 0],
    [300, false, 2_000],
    [5_000, false, 19_000], // dearer than the bucket: until it is full
    [100, true, 5_000], // background work leaves a quarter
    [1_900, true, 19_000], // but may have it all when it needs nearly all
  ])("says how long until %i points may be spent (background: %s)", (points, background, wait) => {
    expect(waitFor(bucket(), { points, background, now: 0 })).toBe(wait);
  });

  it("lets questions queue behind each other's reservations", () => {
    const first = reserve(bucket(), 300, 0);
    expect(first.available).toBe(-200);
    expect(waitFor(first, { points: 300, background: false, now: 0 })).toBe(5_000);
  });

  it("believes what Shopify says, less what others have reserved", () => {
    const busy = reserve(reserve(bucket(), 50, 0), 70, 0);
    const told = settle(busy, { points: 50, report: report(1_500), now: 10 });
    expect(told).toMatchObject({ available: 1_430, reserved: 70, at: 10 });
  });

  it("waits as long as Shopify asks for silence", () => {
    expect(waitFor(bucket({ notBefore: 7_000 }), { points: 1, background: false, now: 2_000 })).toBe(5_000);
  });
});

const ask = (given: Partial<Parameters<ReturnType<typeof adminBudget>["admit"]>[0]> = {}) => ({
  shopId: "a",
  document: "query Orders",
  size: 10,
  background: false,
  ...given,
});

describe("the points of all shops", () => {
  it("asks a shop at once of which nothing is known", () => {
    expect(adminBudget().admit(ask(), 0)).toEqual({ outcome: "admitted", wait: 0, points: 0 });
  });

  it("knows what a question cost before, and waits when that is short", () => {
    const budget = adminBudget();
    budget.answered(ask(), { points: 0, report: report(100, 400), now: 0 });
    expect(budget.admit(ask(), 0)).toEqual({ outcome: "admitted", wait: 3_000, points: 400 });
    expect(budget.admit(ask(), 0)).toEqual({ outcome: "throttled", retryAfter: 7_000 });
    expect(budget.admit(ask({ shopId: "b" }), 0)).toMatchObject({ outcome: "admitted", wait: 0 });
  });

  it("puts background work off sooner, and takes an unknown size for the dearest", () => {
    const budget = adminBudget();
    budget.answered(ask({ size: 2 }), { points: 0, report: report(400, 50), now: 0 });
    budget.answered(ask({ size: 9 }), { points: 0, report: report(400, 300), now: 0 });
    expect(budget.admit(ask({ size: 2 }), 0)).toMatchObject({ points: 50 });
    const background = { background: true, size: 100 };
    expect(budget.admit(ask(background), 0)).toEqual({ outcome: "throttled", retryAfter: 4_500 });
  });

  it("gives back what a failed question had reserved only by what Shopify says next", () => {
    const budget = adminBudget();
    budget.answered(ask(), { points: 0, report: report(500, 400), now: 0 });
    const admitted = budget.admit(ask(), 0);
    if (admitted.outcome !== "admitted") throw new Error("It was throttled");
    budget.answered(ask(), { points: admitted.points, report: null, now: 0 });
    expect(budget.admit(ask(), 0)).toEqual({ outcome: "admitted", wait: 3_000, points: 400 });
  });

  it("is silent towards a shop that asked for it", () => {
    const budget = adminBudget();
    budget.silence("a", { delay: 4_000, now: 1_000 });
    expect(budget.admit(ask(), 2_000)).toMatchObject({ outcome: "admitted", wait: 3_000 });
    budget.silence("a", { delay: 60_000, now: 1_000 });
    expect(budget.admit(ask(), 2_000)).toEqual({ outcome: "throttled", retryAfter: 59_000 });
  });

  it("remembers a bounded number of shops, however many there are", () => {
    const budget = adminBudget();
    for (let shop = 0; shop < 50_000; shop += 1)
      budget.answered(ask({ shopId: String(shop) }), { points: 0, report: report(100), now: 0 });
    expect(budget.size()).toBe(10_000);
  });

  it("tells questions apart by how much they ask for", () => {
    expect(sizeOf({ ids: ["a", "b"], first: 50, query: "x", after: null })).toBe(52);
    expect(sizeOf()).toBe(0);
  });
});
