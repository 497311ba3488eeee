import { describe, expect, it } from "vitest";
import { days } from "#app/lib/duration.ts";
import { eventOf, firstFound, habit, look, parcelOf, shipped } from "#app/care/detect/seen.fixture.ts";

const scan = eventOf("in_transit", "2026-03-04T18:00:00Z", { city: "Leipzig", country: "DE" });
const of = (events: ReturnType<typeof eventOf>[], given: object = {}) => ({
  order: shipped(parcelOf({ events, ...given })),
});
const first = (given: Parameters<typeof firstFound>[2]) =>
  firstFound("stalled", "2026-03-04T18:00:00Z", given);

describe("stalled", () => {
  it("is found after twice the longest usual gap, and never before three days", () => {
    expect(first({ ...of([scan]), habit: habit({ longestUsualGap: days(4) }) })).toBe(
      "2026-03-12T18:00:00.000Z",
    );
    expect(first({ ...of([scan]), habit: habit({ longestUsualGap: days(1) }) })).toBe(
      "2026-03-07T18:00:00.000Z",
    );
  });

  it("does not count the weekend where the way is not known", () => {
    expect(first(of([scan]))).toBe("2026-03-09T18:00:00.000Z");
    expect(first(of([eventOf("in_transit", "2026-03-02T18:00:00Z")]))).toBe("2026-03-05T18:00:00.000Z");
  });

  it("gives a parcel between two countries a week where the way is not known", () => {
    expect(first(of([eventOf("in_transit", "2026-03-04T18:00:00Z", { country: "China" })]))).toBe(
      "2026-03-11T18:00:00.000Z",
    );
  });

  it("is one issue for each silence, and names the last place as a trait", () => {
    const { found, lookAt } = look("stalled", "2026-03-10T09:00:00Z", of([scan]));
    expect(found).toMatchObject([
      {
        subject: "fulfillment:501@2026-03-04T18:00:00.000Z",
        knownSince: new Date("2026-03-09T18:00:00Z"),
        weight: 2,
        traits: { carrier: "DHL", country: "DE", hub: "Leipzig" },
      },
    ]);
    expect(found[0]?.evidence.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "fulfillment:501:lastStatus",
        "fulfillment:501:lastAt",
        "fulfillment:501:city",
      ]),
    );
    expect(lookAt).toBe("2026-03-14T18:00:00.000Z");
    const more = of([scan, eventOf("in_transit", "2026-03-10T08:00:00Z")]);
    expect(look("stalled", "2026-03-10T09:00:00Z", more).subjects).toEqual([]);
    expect(look("stalled", "2026-03-20T09:00:00Z", more).subjects).toEqual([
      "fulfillment:501@2026-03-10T08:00:00.000Z",
    ]);
  });

  it("does not take a label that is printed again for a scan", () => {
    const events = [scan, eventOf("label_printed", "2026-03-09T08:00:00Z")];
    expect(look("stalled", "2026-03-10T09:00:00Z", of(events)).subjects).toEqual([
      "fulfillment:501@2026-03-04T18:00:00.000Z",
    ]);
  });

  it.each([
    ["arrived", of([scan, eventOf("DELIVERED", "2026-03-05T09:00:00Z")])],
    ["arrived, as an event without a time says", of([scan, eventOf("delivered", "unknown")])],
    ["waits for the shopper", of([scan, eventOf("ready_for_pickup", "2026-03-05T09:00:00Z")])],
    [
      "could not be delivered, which is another issue",
      of([scan, eventOf("attempted_delivery", "2026-03-05T09:00:00Z")]),
    ],
    [
      "was lost, which is another issue",
      of([scan, eventOf("in_transit", "2026-03-05T09:00:00Z", { message: "Parcel is lost" })]),
    ],
    ["was never scanned", of([eventOf("label_purchased", "2026-03-04T18:00:00Z")])],
    ["comes back", { order: { ...of([scan]).order, returns: [{ id: "1", name: null, status: "open" }] } }],
    ["goes with a carrier that hardly ever reports", { ...of([scan]), habit: habit({ coverage: 0.2 }) }],
  ])("is not found of a parcel that %s", (_what, given) => {
    expect(first(given)).toBeNull();
  });

  it("counts from a scan whose clock runs ahead", () => {
    const ahead = of([eventOf("in_transit", "2026-03-04T18:10:00Z")]);
    expect(look("stalled", "2026-03-04T18:00:00Z", ahead)).toMatchObject({
      found: [],
      lookAt: "2026-03-09T18:10:00.000Z",
    });
  });
});
