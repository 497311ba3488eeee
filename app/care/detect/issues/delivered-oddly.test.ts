import { describe, expect, it } from "vitest";
import { eventOf, look, orderOf, parcelOf, shipped } from "#app/care/detect/seen.fixture.ts";

const AT = "2026-03-05T10:00:00Z";
const scan = eventOf("in_transit", "2026-03-04T18:00:00Z", { city: "Leipzig", country: "DE" });
const address = (given: object) => ({ shippingAddress: { ...orderOf().shippingAddress, ...given } });
const find = (events: ReturnType<typeof eventOf>[], given: object = {}, order: object = {}) =>
  look("delivered_oddly", "2026-03-05T11:00:00Z", {
    order: { ...shipped(parcelOf({ events, ...given })), ...order },
  });
const odd = (looked: ReturnType<typeof find>) =>
  looked.found[0]?.evidence.find(({ id }) => id === "fulfillment:501:odd")?.value ?? null;
const at = (place: object) => [scan, eventOf("delivered", AT, place)];

describe("delivered_oddly", () => {
  it("is found where the parcel was delivered in another city or country", () => {
    const city = find(at({ city: "München", country: "DE" }));
    expect(city.found).toMatchObject([
      { subject: "fulfillment:501@2026-03-05T10:00:00.000Z", knownSince: new Date(AT), weight: 2 },
    ]);
    expect([odd(city), city.lookAt]).toEqual(["other_city", null]);
    const country = find(at({ city: "Paris", country: "France" }));
    expect([odd(country), country.found[0]?.weight]).toEqual(["other_country", 3]);
    expect(odd(find(at({ country: "Österreich" })))).toBe("other_country");
  });

  it.each([
    ["the same city in capitals", "HAMBURG", {}],
    ["its district", "Hamburg-Altona", {}],
    ["no place at all", null, {}],
    ["another spelling", "MUENCHEN", { city: "München" }],
    ["another language", "Cologne", { city: "Köln" }],
    ["a typing error", "Hamburgh", { city: "Hamburg" }],
    ["the post town", "London", { city: "Greater London" }],
    ["the town by the big one", "Bad Homburg v. d. Höhe", { city: "Bad Homburg" }],
    ["a postal district", "Wien 10", { city: "Wien", countryCode: "AT" }],
    ["the province", "New York", { city: "Yonkers", province: "New York", countryCode: "US" }],
    ["another script", "TOKYO", { city: "渋谷区", countryCode: "JP" }],
    ["saint written short", "ST LOUIS", { city: "Saint Louis", countryCode: "US" }],
  ])("is not found for %s", (_what, city, given) => {
    expect(odd(find(at({ city }), {}, address(given)))).toBeNull();
  });

  it("knows islands and territories by either country", () => {
    expect(
      odd(
        find(at({ country: "US", city: "San Juan" }), {}, address({ countryCode: "PR", city: "San Juan" })),
      ),
    ).toBeNull();
    expect(
      odd(find(at({ country: "UK", city: "Leeds" }), {}, address({ countryCode: "GB", city: "Leeds" }))),
    ).toBeNull();
  });

  it("is found where it arrived before it left, or sooner than anybody drives", () => {
    const delivered = (when: string) => [eventOf("delivered", when)];
    expect(odd(find(delivered("2026-03-03T10:00:00Z")))).toBe("too_soon");
    expect(odd(find(delivered("2026-03-03T07:00:00Z")))).toBe("before_it_left");
    expect(odd(find(delivered("2026-02-20T07:00:00Z")))).toBe("before_it_left");
    expect(odd(find(delivered("2026-03-03T11:30:00Z")))).toBeNull();
    expect(odd(find([], { deliveredAt: "2026-03-03T09:20:00Z" }))).toBe("too_soon");
  });

  it("is found where it came from another country within hours", () => {
    const picked = eventOf("carrier_picked_up", "2026-03-05T02:00:00Z", { country: "CN" });
    const there = eventOf("delivered", AT, { city: "Hamburg", country: "DE" });
    expect(odd(find([picked, there], { createdAt: "2026-03-05T01:00:00Z" }))).toBe("too_soon");
    expect(odd(find([picked, there], { createdAt: "2026-03-03T01:00:00Z" }))).toBeNull();
  });

  it("leaves alone labels that were made afterwards, couriers of the town, and what has no number", () => {
    const events = at({ city: "Hamburg" });
    expect(odd(find(events, { createdAt: "2026-03-05T09:30:00Z" }))).toBeNull();
    const soon = [eventOf("delivered", "2026-03-03T10:00:00Z")];
    expect(odd(find(soon, { trackingCompany: "Local Delivery" }))).toBeNull();
    expect(odd(find(soon, { trackingNumber: null }))).toBeNull();
    expect(odd(find(soon, {}, { shippingAddress: null }))).toBeNull();
  });

  it("is over when the money went back", () => {
    expect(odd(find(at({ city: "München" }), {}, { financialStatus: "refunded" }))).toBeNull();
  });
});
