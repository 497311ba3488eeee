import { describe, expect, it } from "vitest";
import { eventOf, look, parcelOf, shipped } from "#app/care/detect/seen.fixture.ts";

const AT = "2026-03-05T10:00:00Z";
const scan = eventOf("in_transit", "2026-03-04T18:00:00Z");
const later = eventOf("in_transit", "2026-03-06T18:00:00Z");
const find = (events: ReturnType<typeof eventOf>[], given: object = {}) =>
  look("carrier_exception", "2026-03-10T11:00:00Z", { order: shipped(parcelOf({ events, ...given })) });
const what = (found: ReturnType<typeof find>["found"]) =>
  found[0]?.evidence.find(({ id }) => id === "fulfillment:501:exception")?.value;

describe("carrier_exception", () => {
  it.each([
    ["failure", "failure"],
    ["EXCEPTION", "failure"],
    ["lost", "lost"],
    ["damaged", "damaged"],
    ["returned_to_sender", "returned"],
  ])("is found at once for the status %s", (status, says) => {
    const { found, lookAt } = find([scan, eventOf(status, AT)]);
    expect(found).toMatchObject([
      { subject: "fulfillment:501@2026-03-05T10:00:00.000Z", knownSince: new Date(AT), weight: 3 },
    ]);
    expect([what(found), lookAt]).toEqual([says, null]);
  });

  it.each([
    ["Package returned to sender", "returned"],
    ["Die Sendung wird an den Absender zurückgeschickt", "returned"],
    ["Colis retourné à l'expéditeur", "returned"],
    ["Devuelto al remitente", "returned"],
    ["Reso al mittente", "returned"],
    ["Retour afzender", "returned"],
    ["Devolvido ao remetente", "returned"],
    ["差出人に返送", "returned"],
    ["Parcel was damaged in transit", "damaged"],
    ["Sendung beschädigt", "damaged"],
    ["Colis endommagé", "damaged"],
    ["Paquete dañado", "damaged"],
    ["Pakket beschadigd", "damaged"],
    ["荷物の破損", "damaged"],
    ["Shipment lost", "lost"],
    ["Sendung verloren gegangen", "lost"],
    ["Colis égaré", "lost"],
    ["Envío extraviado", "lost"],
    ["Pacco smarrito", "lost"],
    ["Refused by recipient", "failure"],
    ["Incorrect address", "failure"],
    ["Empfänger unbekannt", "failure"],
    ["宛先不明", "failure"],
  ])("reads it in the words %s", (message, says) => {
    expect(what(find([scan, eventOf("in_transit", AT, { message })]).found)).toBe(says);
  });

  it.each([
    "Departed sorting facility",
    "Returned to carrier facility",
    "Customs clearance in progress",
    "Delayed by bad weather",
    "If not collected, the parcel will be returned to sender",
    "Abholbereit; nach 7 Tagen Rücksendung an den Absender",
    "Package not damaged",
    "Keine Beschädigung: nicht beschädigt",
  ])("does not read it in the words %s", (message) => {
    expect(find([scan, eventOf("in_transit", AT, { message })]).subjects).toEqual([]);
  });

  it("is over when the parcel moves on, but not when it is damaged or on the way back", () => {
    expect(find([scan, eventOf("failure", AT), later]).subjects).toEqual([]);
    expect(find([scan, eventOf("lost", AT), later]).subjects).toEqual([]);
    expect(find([scan, eventOf("damaged", AT), later]).subjects).toHaveLength(1);
    expect(find([scan, eventOf("returned", AT), later]).subjects).toHaveLength(1);
  });

  it("stays one issue that gets graver, and is another after the parcel moved on", () => {
    const graver = [scan, eventOf("failure", AT), eventOf("returned", "2026-03-07T10:00:00Z")];
    expect(find(graver).subjects).toEqual(["fulfillment:501@2026-03-05T10:00:00.000Z"]);
    expect(what(find(graver).found)).toBe("returned");
    const again = [scan, eventOf("failure", AT), later, eventOf("failure", "2026-03-08T10:00:00Z")];
    expect(find(again).subjects).toEqual(["fulfillment:501@2026-03-08T10:00:00.000Z"]);
  });

  it("is over when it was delivered, unless to its sender", () => {
    const returned = eventOf("returned", AT);
    expect(find([returned, eventOf("delivered", "2026-03-09T10:00:00Z")]).subjects).toEqual([]);
    const home = eventOf("delivered", "2026-03-09T10:00:00Z", { message: "Delivered, returned to sender" });
    expect(find([returned, home], { deliveredAt: home.at }).subjects).toHaveLength(1);
    expect(find([scan, home], { deliveredAt: home.at }).subjects).toEqual([
      "fulfillment:501@2026-03-09T10:00:00.000Z",
    ]);
  });

  it("is found where Shopify shows the status alone", () => {
    expect(find([], { shipmentStatus: "FAILURE" }).subjects).toEqual([
      "fulfillment:501@2026-03-03T09:00:00.000Z",
    ]);
    expect(find([], { status: "failure" }).subjects).toEqual([]);
  });
});
