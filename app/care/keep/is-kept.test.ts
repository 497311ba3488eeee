import { describe, expect, it } from "vitest";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { evidenceOf, isKept } from "./is-kept.ts";
import type { PromiseKind } from "./promise-words.ts";

const madeAt = new Date("2026-11-25T10:00:00Z");
const now = new Date("2026-11-26T12:00:00Z");
const later = "2026-11-26T09:00:00.000Z";
const earlier = "2026-11-24T09:00:00.000Z";

type Parts = Pick<MirroredOrder, "fulfillments" | "refunds">;
const parcel = (given: Partial<Parts["fulfillments"][number]>): Parts["fulfillments"][number] => ({
  ...{ id: "f1", status: "success", shipmentStatus: null, createdAt: later, events: [] },
  ...given,
});
const refund = (given: Partial<Parts["refunds"][number]>): Parts["refunds"][number] => ({
  ...{ id: "r1", at: later, amount: { amount: "5.00", currency: "EUR" }, settled: true },
  ...given,
});
const order = (parts: Partial<Parts>) =>
  ({ fulfillments: [], refunds: [], ...parts }) as unknown as MirroredOrder;

function kept(kind: PromiseKind, records: Partial<Parts>, before: Partial<Parts> = {}) {
  const known = evidenceOf(kind, order(before)).map(({ id }) => id);
  return isKept({ kind, madeAt, deliveryId: "d1", before: known }, { sent: [], order: order(records) }, now);
}

describe("isKept", () => {
  it.each(["write", "enquiry"] as const)("keeps a promise to %s by the first message after it", (kind) => {
    const promised = { kind, madeAt, deliveryId: "d1", before: [] };
    const itself = { id: "d1", at: new Date("2026-11-25T10:00:01Z") };
    const sent = [itself, { id: "d2", at: new Date(later) }, { id: "d3", at: now }];
    expect(isKept(promised, { sent, order: null }, now)).toEqual({ by: "message:d2", at: new Date(later) });
    expect(
      isKept(promised, { sent: [{ id: "d0", at: new Date(earlier) }, itself], order: null }, now),
    ).toBeNull();
  });

  it("keeps a promise to ship by a parcel that left after it, not by one that had left", () => {
    expect(kept("ship", { fulfillments: [parcel({})] })).toEqual({
      by: "fulfillment:f1",
      at: new Date(later),
    });
    const old = { fulfillments: [parcel({ createdAt: earlier })] };
    expect(kept("ship", old, old)).toBeNull();
    expect(kept("ship", { fulfillments: [parcel({ status: "cancelled" })] })).toBeNull();
    expect(kept("ship", {})).toBeNull();
  });

  it("keeps a promise to refund when the money went through", () => {
    expect(kept("refund", { refunds: [refund({})] })).toEqual({ by: "refund:r1", at: new Date(later) });
    expect(kept("refund", { refunds: [refund({ settled: false })] })).toBeNull();
    const pending = { refunds: [refund({ at: earlier, settled: false })] };
    expect(kept("refund", { refunds: [refund({ at: earlier })] }, pending)).toEqual({
      by: "refund:r1",
      at: now,
    });
    const settled = { refunds: [refund({ at: earlier })] };
    expect(kept("refund", settled, settled)).toBeNull();
  });

  it("keeps a promise of a tracking number by a number, a new one of the same parcel too", () => {
    const bare = { fulfillments: [parcel({ createdAt: earlier })] };
    const numbered = { fulfillments: [parcel({ createdAt: earlier, trackingNumber: "JD01" })] };
    expect(kept("tracking", bare, bare)).toBeNull();
    expect(kept("tracking", numbered, bare)).toEqual({ by: "fulfillment:f1:JD01", at: now });
    expect(kept("tracking", numbered, numbered)).toBeNull();
  });

  it("leaves what no record can show to a person", () => {
    expect(kept("other", { fulfillments: [parcel({})], refunds: [refund({})] })).toBeNull();
  });
});
