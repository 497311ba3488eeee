import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brokenPromise, late, NOW, readRecord } from "#tests/factories/recorded-order.ts";
import type { History } from "./record-events.ts";
import { recordReading, rules, weights } from "./record-reading.ts";

it("says nothing without an order", () => {
  expect(recordReading(null, { now: NOW })).toBeNull();
});

it("lets what weighs most speak", () => {
  const spoken = rules.map(({ name }) => name);
  for (const [more, less] of [
    ["cancelled, money kept", "unshipped for long"],
    ["needed day missed", "late"],
    ["very late", "third delay"],
    ["third delay", "late"],
    ["late", "no scan"],
    ["wrong or damaged", "delivered"],
    ["delivered late", "asked again and again"],
  ] as const)
    expect(spoken.indexOf(more), `${more} before ${less}`).toBeLessThan(spoken.indexOf(less));
  const all = {
    placedAt: "2026-11-05T00:00:00Z",
    ...late("2026-11-09T00:00:00Z"),
    note: "needed by 14 November",
  };
  expect(readRecord(all, brokenPromise)?.why).toBe(
    "the day it was needed by has passed and it has not arrived (a promise was not kept)",
  );
});

describe("what makes trouble weigh more", () => {
  const plain = readRecord(late("2026-11-15T00:00:00Z"));
  it.each<[string, object, ...[history: History, why: string]]>([
    ["gift", { note: "It is a gift" }, {}, "it is a gift"],
    ["promise broken", {}, brokenPromise, "a promise was not kept"],
    ["asked again and again", {}, { contacts: 3 }, "they wrote about it several times"],
    ["first order", {}, { earlierOrders: 0 }, "it is their first order"],
  ])("%s", (name, given, ...[history, why]) => {
    expect(weights.map((one) => one.name)).toContain(name);
    const spoke = rules.find((rule) => rule.name === name);
    const more = readRecord({ ...late("2026-11-15T00:00:00Z"), ...given }, history);
    if (!more || !plain) throw new Error("nothing was read");
    expect(more.why).toContain(why);
    if (spoke && rules.indexOf(spoke) < rules.findIndex((rule) => rule.name === "late")) return;
    expect(more).toMatchObject({ label: "frustration", why: `the parcel is 6 days late (${why})` });
    expect(more.intensity).toBeGreaterThan(plain.intensity);
    expect(more.confidence).toBeGreaterThan(plain.confidence);
  });

  it("adds nothing where there is no trouble", () => {
    expect(readRecord({ note: "a gift" }, { earlierOrders: 0 })).toEqual(readRecord({}));
    expect(readRecord({}, { earlierOrders: 7 })).toEqual(readRecord({}));
  });

  it("is said in one sentence, and stays modest", () => {
    const history = { contacts: 4, earlierOrders: 0, ...brokenPromise };
    expect(readRecord({ ...late("2026-11-09T00:00:00Z"), note: "Geburtstag!" }, history)).toEqual({
      label: "frustration",
      intensity: 0.9,
      confidence: 0.75,
      why: "the parcel is 12 days late (it is a gift, a promise was not kept, they wrote about it several times, it is their first order)",
      shows: {
        ...{ code: "late", count: 12 },
        more: ["gift", "promise_broken", "asked_several", "first_order"],
      },
    });
  });
});

it("always says something of an order, with shares between nought and one and no sure guess", () => {
  const at = fc
    .integer({ min: -60, max: 30 })
    .map((day) => new Date(NOW.getTime() + day * 86_400_000).toISOString());
  const maybe = fc.option(at, { nil: null });
  const status = fc.constantFrom(
    "in_transit",
    "delayed",
    "failure",
    "delivered",
    "attempted_delivery",
    "odd",
  );
  const given = fc.record({
    placedAt: at,
    cancelledAt: maybe,
    financialStatus: fc.constantFrom("paid", "refunded", "partially_refunded", null),
    fulfillmentStatus: fc.constantFrom("fulfilled", "partial", "unfulfilled", null),
    refunds: fc.array(fc.record({ id: fc.constant("r"), at: maybe }), { maxLength: 2 }),
    note: fc.constantFrom(null, "a gift", "needed by 12/11", "Geburtstag am 20.11."),
    fulfillments: fc.array(
      fc.record({
        id: fc.constant("f"),
        estimatedDeliveryAt: maybe,
        deliveredAt: maybe,
        events: fc.array(fc.record({ status, at, estimatedDeliveryAt: maybe }), { maxLength: 4 }),
      }),
      { maxLength: 3 },
    ),
  });
  fc.assert(
    fc.property(given, fc.nat(5), fc.nat(2), (one, contacts, earlierOrders) => {
      const reading = readRecord(one, { contacts, earlierOrders });
      if (!reading) throw new Error("nothing was read");
      expect(reading.intensity).toBeGreaterThanOrEqual(0);
      expect(reading.intensity).toBeLessThanOrEqual(0.9);
      expect(reading.confidence).toBeLessThanOrEqual(0.75);
      expect(reading.why).not.toMatch(/NaN|undefined|null|Infinity/);
    }),
  );
});
