import { describe, expect, it } from "vitest";
import { eventOf, firstFound, habit, look, parcelOf, shipped } from "#app/care/detect/seen.fixture.ts";

const scan = eventOf("in_transit", "2026-03-04T18:00:00Z");
const of = (given: object = {}) => ({
  order: shipped(parcelOf({ events: [scan], estimatedDeliveryAt: "2026-03-06T17:00:00Z", ...given })),
});
const first = (given: Parameters<typeof firstFound>[2]) =>
  firstFound("past_estimate", "2026-03-04T18:00:00Z", given);

describe("past_estimate", () => {
  it("is found when the day after the estimate's is over where the shop is", () => {
    expect(first(of())).toBe("2026-03-07T23:00:00.000Z");
    // Friday in Auckland already.
    expect(first({ ...of(), shop: { timeZone: "Pacific/Auckland" } })).toBe("2026-03-08T11:00:00.000Z");
  });

  it("is another one for an estimate that moves to another day, and the same within a day", () => {
    const subject = (estimatedDeliveryAt: string) =>
      look("past_estimate", "2026-03-20T09:00:00Z", of({ estimatedDeliveryAt })).subjects;
    expect(subject("2026-03-06T17:00:00Z")).toEqual(["fulfillment:501@2026-03-06"]);
    expect(subject("2026-03-06T08:00:00Z")).toEqual(["fulfillment:501@2026-03-06"]);
    expect(subject("2026-03-09T08:00:00Z")).toEqual(["fulfillment:501@2026-03-09"]);
  });

  it("takes the newest estimate of the carrier's events where the parcel has none", () => {
    const events = [
      { ...scan, estimatedDeliveryAt: "2026-03-05T17:00:00Z" },
      eventOf("delayed", "2026-03-05T08:00:00Z", { estimatedDeliveryAt: "2026-03-09T17:00:00Z" }),
    ];
    const given = of({ estimatedDeliveryAt: null, events });
    expect(first(given)).toBe("2026-03-10T23:00:00.000Z");
    expect(first(of({ estimatedDeliveryAt: null, events: events.toReversed() }))).toBe(first(given));
  });

  it("cites the estimate as a draft does, and weighs more after five days", () => {
    const { found, lookAt } = look("past_estimate", "2026-03-08T09:00:00Z", of());
    expect(found).toMatchObject([{ weight: 2, knownSince: new Date("2026-03-07T23:00:00Z") }]);
    expect(found[0]?.evidence).toContainEqual(
      expect.objectContaining({ id: "fulfillment:501:eta", kind: "date", value: "2026-03-06T17:00:00.000Z" }),
    );
    expect(lookAt).toBe("2026-03-12T23:00:00.000Z");
  });

  it.each([
    ["arrived", of({ deliveredAt: "2026-03-05T09:00:00Z" })],
    ["waits at a pickup point", of({ events: [eventOf("ready_for_pickup", "2026-03-05T09:00:00Z")] })],
    [
      "was brought in time and not taken in",
      of({ events: [eventOf("attempted_delivery", "2026-03-05T09:00:00Z")] }),
    ],
    ["has no estimate", of({ estimatedDeliveryAt: null })],
    ["has an estimate of before it left", of({ estimatedDeliveryAt: "2026-03-01T09:00:00Z" })],
    [
      "goes with a carrier that never says that it delivered",
      { ...of({ events: [] }), habit: habit({ coverage: 0 }) },
    ],
  ])("is not found of a parcel that %s", (_what, given) => {
    expect(first(given)).toBeNull();
  });
});
