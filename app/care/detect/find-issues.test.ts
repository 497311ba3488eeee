import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { days } from "#app/lib/duration.ts";
import { findIssues, type Issue } from "#app/care/detect/find-issues.ts";
import { issueKinds, type Seen } from "#app/care/detect/issue.ts";
import { issueRules } from "#app/care/detect/issues/all.ts";
import { anySeen, LAST } from "#app/care/detect/any-seen.fixture.ts";
import { eventOf, habit, parcelOf, seenAt, shipped } from "#app/care/detect/seen.fixture.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

const RUNS = { numRuns: 500, seed: 20_261_126 };
const at = (seen: Seen, now: number): Seen => ({ ...seen, now: new Date(now) });
/** A copy that shares nothing, for what is remembered of an order is remembered by the object. */
const copy = ({ order: one, ...seen }: Seen, change = (given: MirroredOrder) => given): Seen => ({
  ...seen,
  order: change(structuredClone(one)),
});
/** All but the moment, which is cut off at now where a clock ran ahead. */
const said = (found: Issue[]) => found.map(({ knownSince: _since, ...rest }) => rest);
const subjects = (found: Issue[]) => found.map(({ kind, subject }) => `${kind} ${subject}`);

describe("what is found", () => {
  it("is the same for the same", () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        expect(findIssues(copy(seen))).toEqual(findIssues(seen));
      }),
      RUNS,
    );
  });

  it("does not depend on the order of events, of parcels or of refunds", () => {
    const turned = (given: MirroredOrder): MirroredOrder => ({
      ...given,
      refunds: given.refunds.toReversed(),
      fulfillmentOrders: given.fulfillmentOrders.toReversed(),
      fulfillments: given.fulfillments
        .map((one) => ({ ...one, events: one.events.toReversed() }))
        .toReversed(),
    });
    fc.assert(
      fc.property(anySeen, (seen) => {
        expect(findIssues(copy(seen, turned))).toEqual(findIssues(seen));
      }),
      RUNS,
    );
  });

  it("does not depend on how statuses are written", () => {
    const loud = (text: string | null | undefined) => text?.toUpperCase() ?? null;
    const shouted = (given: MirroredOrder): MirroredOrder => ({
      ...given,
      financialStatus: loud(given.financialStatus),
      fulfillmentStatus: loud(given.fulfillmentStatus),
      cancelReason: loud(given.cancelReason),
      fulfillmentOrders: given.fulfillmentOrders.map((one) => ({ ...one, status: loud(one.status) })),
      returns: given.returns.map((one) => ({ ...one, status: one.status.toUpperCase() })),
      fulfillments: given.fulfillments.map((one) => ({
        ...one,
        status: loud(one.status),
        shipmentStatus: loud(one.shipmentStatus),
        events: one.events.map((single) => ({ ...single, status: single.status.toUpperCase() })),
      })),
    });
    fc.assert(
      fc.property(anySeen, (seen) => {
        expect(findIssues(copy(seen, shouted))).toEqual(findIssues(seen));
      }),
      RUNS,
    );
  });

  it("changes by silence at lookAt, and neither before nor otherwise", () => {
    fc.assert(
      fc.property(anySeen, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (seen, share) => {
        const { found, lookAt } = findIssues(seen);
        const now = seen.now.getTime();
        const next = lookAt?.getTime() ?? now + days(2_000);
        expect(next).toBeGreaterThan(now);
        for (const between of [now + Math.floor((next - now) * share), next - 1])
          expect(said(findIssues(at(seen, between)).found)).toEqual(said(found));
        const then = JSON.stringify(said(findIssues(at(seen, next)).found));
        expect(then === JSON.stringify(said(found))).toBe(lookAt === null);
      }),
      RUNS,
    );
  });

  it("stops to change: following lookAt alone comes to an end", () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        let next = findIssues(seen).lookAt;
        let looks = 0;
        while (next !== null && looks < 40) {
          next = findIssues(at(seen, next.getTime())).lookAt;
          looks += 1;
        }
        expect(next).toBeNull();
      }),
      RUNS,
    );
  });

  it("is known since a time that has come, with evidence of its own, and weighs 1 to 4", () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        const { found } = findIssues(seen);
        expect(new Set(subjects(found)).size).toBe(found.length);
        for (const issue of found) {
          expect(issue.knownSince.getTime()).toBeLessThanOrEqual(seen.now.getTime());
          expect(issue.evidence.length).toBeGreaterThan(0);
          expect(new Set(issue.evidence.map(({ id }) => id)).size).toBe(issue.evidence.length);
          expect([1, 2, 3, 4]).toContain(issue.severity);
          expect(issue.severity).toBeGreaterThanOrEqual(issue.weight);
        }
      }),
      RUNS,
    );
  });

  it("is nothing of the way when every parcel has arrived", () => {
    const ofTheWay = ["not_picked_up", "stalled", "past_estimate", "delivery_failed", "carrier_exception"];
    const arrived = (given: MirroredOrder): MirroredOrder => ({
      ...given,
      fulfillmentStatus: "fulfilled",
      fulfillments: given.fulfillments.map((one) => ({
        ...one,
        events: [...one.events, eventOf("delivered", LAST)],
      })),
    });
    fc.assert(
      fc.property(anySeen, (seen) => {
        const { found } = findIssues(copy(seen, arrived));
        expect(found.filter(({ kind }) => ofTheWay.includes(kind))).toEqual([]);
      }),
      RUNS,
    );
  });

  it("is nothing of the way or of shipping when the order was cancelled", () => {
    const called = (given: MirroredOrder): MirroredOrder => ({ ...given, cancelledAt: given.placedAt });
    fc.assert(
      fc.property(anySeen, (seen) => {
        const { found } = findIssues(copy(seen, called));
        expect(
          found.filter(({ kind }) => kind !== "cancelled_unsaid" && kind !== "refund_not_executed"),
        ).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe("all rules together", () => {
  it("have the kind they are listed under", () => {
    expect(Object.entries(issueRules).map(([kind, rule]) => [kind, rule.kind])).toEqual(
      issueKinds.map((kind) => [kind, kind]),
    );
  });

  it("say nothing of an order that is as it should be", () => {
    const fine = shipped(
      parcelOf({
        estimatedDeliveryAt: "2026-03-05T17:00:00Z",
        events: [
          eventOf("label_purchased", "2026-03-03T09:05:00Z"),
          eventOf("in_transit", "2026-03-03T20:00:00Z", { city: "Leipzig", country: "DE" }),
          eventOf("out_for_delivery", "2026-03-05T07:00:00Z", { city: "Hamburg", country: "DE" }),
          eventOf("delivered", "2026-03-05T11:00:00Z", { city: "Hamburg", country: "DE" }),
        ],
      }),
    );
    const given = { order: { ...fine, closedAt: "2026-03-03T09:00:00Z" }, habit: habit() };
    for (const now of ["2026-03-03T10:00:00Z", "2026-03-05T12:00:00Z", "2027-03-05T12:00:00Z"])
      expect(findIssues(seenAt(now, given))).toEqual({ found: [], lookAt: null });
  });

  it("find two things that are both so, and look again at the sooner time", () => {
    const order = shipped(
      parcelOf({
        estimatedDeliveryAt: "2026-03-06T17:00:00Z",
        events: [eventOf("in_transit", "2026-03-04T18:00:00Z")],
      }),
    );
    const { found, lookAt } = findIssues(seenAt("2026-03-10T09:00:00Z", { order, habit: habit() }));
    expect(subjects(found)).toEqual([
      "stalled fulfillment:501@2026-03-04T18:00:00.000Z",
      "past_estimate fulfillment:501@2026-03-06",
    ]);
    expect(lookAt?.toISOString()).toBe("2026-03-11T18:00:00.000Z");
  });

  it("have nothing to look at again in an old order to which nothing happens", () => {
    for (const order of [
      {},
      { financialStatus: "pending" },
      shipped(parcelOf()),
      { fulfillmentStatus: "partial" },
    ])
      expect(findIssues(seenAt("2026-07-10T09:00:00Z", { order })).lookAt).toBeNull();
  });

  it("know nothing before now, whatever a carrier's clock says", () => {
    const order = shipped(parcelOf({ events: [eventOf("attempted_delivery", "2026-03-05T10:09:00Z")] }));
    const seen = seenAt("2026-03-05T10:00:00Z", { order });
    expect(findIssues(seen).found).toMatchObject([{ kind: "delivery_failed", knownSince: seen.now }]);
  });
});
