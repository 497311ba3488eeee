import { describe, expect, it } from "vitest";
import { days } from "#app/lib/duration.ts";
import { eventOf, firstFound, habit, look, parcelOf, shipped } from "#app/care/detect/seen.fixture.ts";

const label = eventOf("label_purchased", "2026-03-03T09:05:00Z");
const first = (given: Parameters<typeof firstFound>[2]) =>
  firstFound("not_picked_up", "2026-03-03T09:00:00Z", given);
const of = (parcel: object) => ({ order: shipped(parcelOf(parcel)) });

describe("not_picked_up", () => {
  it("is found two business days after the label was made", () => {
    expect(first(of({ events: [label] }))).toBe("2026-03-05T09:00:00.000Z");
    expect(first(of({ createdAt: "2026-03-06T15:00:00Z" }))).toBe("2026-03-10T15:00:00.000Z");
  });

  it("knows that carriers rest on holidays, too, and on which days the shop works is nothing to them", () => {
    const shop = { holidays: ["2026-03-04"], workdays: [2] };
    expect(first({ ...of({ events: [label] }), shop })).toBe("2026-03-06T09:00:00.000Z");
  });

  it("waits as long as this carrier's parcels usually go unseen, but for four business days at most", () => {
    expect(first({ ...of({}), habit: habit({ longestUsualGap: days(3) }) })).toBe("2026-03-06T09:00:00.000Z");
    expect(first({ ...of({}), habit: habit({ longestUsualGap: days(9) }) })).toBe("2026-03-09T09:00:00.000Z");
  });

  it("cites the facts of the parcel and names the carrier as a trait", () => {
    const { found } = look("not_picked_up", "2026-03-06T09:00:00Z", of({ events: [label] }));
    expect(found).toMatchObject([
      { subject: "fulfillment:501", weight: 2, traits: { carrier: "DHL", country: "DE" } },
    ]);
    expect(found[0]?.evidence).toContainEqual(
      expect.objectContaining({ id: "fulfillment:501:lastStatus", value: "label_purchased" }),
    );
  });

  it.each([
    ["was scanned", of({ events: [label, eventOf("in_transit", "2026-03-04T20:00:00Z")] })],
    ["is on its way, as Shopify shows alone", of({ shipmentStatus: "in_transit" })],
    ["arrived, as Shopify shows alone", of({ shipmentStatus: "DELIVERED" })],
    ["has no number", of({ trackingNumber: " " })],
    ["left at a time nobody knows", of({ createdAt: null })],
    ["was called off", of({ status: "cancelled" })],
    ["lost its label", of({ shipmentStatus: "label_voided" })],
    ["goes with a carrier nobody knows", of({ trackingCompany: "Own van" })],
    [
      "belongs to an order that was cancelled",
      { order: { ...of({}).order, cancelledAt: "2026-03-04T09:00:00Z" } },
    ],
    ["was paid back", { order: { ...of({}).order, financialStatus: "refunded" } }],
    [
      "goes with a carrier that never reports",
      { ...of({ events: [label] }), habit: habit({ coverage: 0.1 }) },
    ],
  ])("is not found of a parcel that %s", (_what, given) => {
    expect(first(given)).toBeNull();
  });

  it("is found with a carrier that reports elsewhere, or of this parcel", () => {
    expect(first({ ...of({ trackingCompany: "Own van" }), habit: habit() })).not.toBeNull();
    expect(first({ ...of({}), habit: habit({ parcels: 3, coverage: 0 }) })).not.toBeNull();
    expect(first(of({ trackingCompany: "Own van", events: [label] }))).not.toBeNull();
  });

  it("takes a scan that only says that data came for a label", () => {
    const told = eventOf("in_transit", "2026-03-03T10:00:00Z", {
      message: "Die Sendungsdaten wurden elektronisch übermittelt",
    });
    expect(first(of({ events: [told], shipmentStatus: "in_transit" }))).toBe("2026-03-05T09:00:00.000Z");
  });

  it("looks at each parcel by itself", () => {
    const order = shipped(
      parcelOf({ id: "501", events: [eventOf("in_transit", "2026-03-04T08:00:00Z")] }),
      parcelOf({ id: "502" }),
    );
    expect(look("not_picked_up", "2026-03-09T09:00:00Z", { order }).subjects).toEqual(["fulfillment:502"]);
  });
});
