import { describe, expect, it } from "vitest";
import { eventOf, look, parcelOf, shipped } from "#app/care/detect/seen.fixture.ts";

const scan = eventOf("in_transit", "2026-03-04T18:00:00Z");
const attempt = eventOf("ATTEMPTED_DELIVERY", "2026-03-05T10:00:00Z", { city: "Hamburg" });
const find = (events: ReturnType<typeof eventOf>[], given: object = {}) =>
  look("delivery_failed", "2026-03-05T11:00:00Z", { order: shipped(parcelOf({ events, ...given })) });

describe("delivery_failed", () => {
  it("is found at once, for each attempt anew", () => {
    expect(find([attempt, scan])).toMatchObject({
      found: [
        {
          subject: "fulfillment:501@2026-03-05T10:00:00.000Z",
          knownSince: new Date("2026-03-05T10:00:00Z"),
          weight: 3,
        },
      ],
      lookAt: null,
    });
    const second = eventOf("not_delivered", "2026-03-06T10:00:00Z");
    expect(find([scan, attempt, second]).subjects).toEqual(["fulfillment:501@2026-03-06T10:00:00.000Z"]);
  });

  it.each([
    ["in_transit", "Zustellversuch: Empfänger nicht angetroffen"],
    ["failure", "Destinataire absent, avis de passage déposé"],
    ["in_transit", "Delivery attempted, no one home"],
    ["in_transit", "ご不在のため持ち戻りました"],
  ])("reads it in the carrier's words beside %s", (status, message) => {
    expect(find([scan, eventOf(status, "2026-03-05T10:00:00Z", { message })]).subjects).toHaveLength(1);
  });

  it("is found where Shopify shows the status alone", () => {
    expect(find([], { shipmentStatus: "not_delivered" }).subjects).toEqual([
      "fulfillment:501@2026-03-03T09:00:00.000Z",
    ]);
  });

  it.each([
    ["goes out again", [attempt, eventOf("out_for_delivery", "2026-03-06T07:00:00Z")]],
    ["waits at a pickup point", [attempt, eventOf("ready_for_pickup", "2026-03-05T16:00:00Z")]],
    ["arrived", [attempt, eventOf("delivered", "2026-03-06T09:00:00Z")]],
    ["arrived at the same moment", [eventOf("delivered", attempt.at), attempt]],
    [
      "is to be brought",
      [eventOf("in_transit", "2026-03-05T10:00:00Z", { message: "There will be a delivery attempt today" })],
    ],
    ["fails for another reason, which is another issue", [eventOf("failure", "2026-03-05T10:00:00Z")]],
  ])("is not found of a parcel that %s", (_what, events) => {
    expect(find(events).subjects).toEqual([]);
  });
});
