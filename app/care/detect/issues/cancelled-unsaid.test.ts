import { describe, expect, it } from "vitest";
import { firstFound, look, eventOf, parcelOf, shipped } from "#app/care/detect/seen.fixture.ts";

const AT = "2026-03-04T09:00:00Z";
const cancelled = (given: object = {}) => ({
  order: { cancelledAt: AT, cancelReason: "inventory", ...given },
});
const refund = (given: object = {}) => ({
  id: "71",
  at: AT,
  amount: { amount: "10.00", currency: "EUR" },
  settled: true,
  ...given,
});
const line = { id: "1", title: "Mug", variantTitle: null, sku: null, quantity: 2, price: null };
const first = (given: Parameters<typeof firstFound>[2]) =>
  firstFound("cancelled_unsaid", "2026-03-03T09:00:00Z", given);
const subjects = (given: Parameters<typeof firstFound>[2]) =>
  look("cancelled_unsaid", "2026-03-20T09:00:00Z", given).subjects;

describe("cancelled_unsaid", () => {
  it("is found two hours after the shop cancelled and wrote nothing", () => {
    expect(first(cancelled())).toBe("2026-03-04T11:00:00.000Z");
    expect(look("cancelled_unsaid", "2026-03-20T09:00:00Z", cancelled()).found).toMatchObject([
      { subject: "order:1001", weight: 3, knownSince: new Date("2026-03-04T11:00:00Z") },
    ]);
  });

  it("is not found where the shopper cancelled, and weighs least where a fraud was", () => {
    expect(first(cancelled({ cancelReason: "CUSTOMER" }))).toBeNull();
    expect(
      look("cancelled_unsaid", "2026-03-20T09:00:00Z", cancelled({ cancelReason: "fraud" })).found,
    ).toMatchObject([{ weight: 1 }]);
    expect(subjects(cancelled({ cancelReason: null }))).toEqual(["order:1001"]);
  });

  it("is over with a word since, or of the day before", () => {
    const told = (at: string, about: readonly "cancelled_unsaid"[] = []) => ({ told: [{ at, about }] });
    expect(subjects({ ...cancelled(), ...told("2026-03-04T10:00:00Z") })).toEqual([]);
    expect(subjects({ ...cancelled(), ...told("2026-03-03T20:00:00Z") })).toEqual([]);
    expect(subjects({ ...cancelled(), ...told("2026-03-08T20:00:00Z", ["cancelled_unsaid"]) })).toEqual([]);
    expect(subjects({ ...cancelled(), ...told("2026-03-02T10:00:00Z") })).toEqual(["order:1001"]);
  });

  it("is found where an item was taken out, once for all of it", () => {
    const order = { editedAt: AT, lines: [{ ...line, currentQuantity: 1 }] };
    expect(first({ order })).toBe("2026-03-04T11:00:00.000Z");
    expect(subjects({ order })).toEqual(["order:1001@lines:1=1"]);
    expect(subjects({ order: { ...order, refunds: [refund({ at: "2026-03-05T09:00:00Z" })] } })).toEqual([
      "order:1001@lines:1=1",
    ]);
  });

  it("is found where a part was paid back, for each refund", () => {
    const order = { financialStatus: "partially_refunded", refunds: [refund(), refund({ id: "72" })] };
    expect(subjects({ order })).toEqual(["refund:71", "refund:72"]);
  });

  it.each([
    ["nothing was paid back", { refunds: [refund({ amount: { amount: "0.00", currency: "EUR" } })] }],
    ["the money has not moved, which is another issue", { refunds: [refund({ settled: false })] }],
    ["goods came back", { refunds: [refund()], returns: [{ id: "8", name: null, status: "closed" }] }],
    [
      "it was there already",
      {
        ...shipped(parcelOf({ events: [eventOf("delivered", "2026-03-03T20:00:00Z")] })),
        refunds: [refund()],
      },
    ],
    ["it is not said what is left", { editedAt: AT, lines: [{ ...line, currentQuantity: null }] }],
    ["an item was added", { editedAt: AT, lines: [{ ...line, currentQuantity: 2 }] }],
  ])("is not found where %s", (_what, order) => {
    expect(first({ order })).toBeNull();
  });
});
