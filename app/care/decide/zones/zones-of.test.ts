import { describe, expect, it } from "vitest";
import { countriesOfZones } from "#app/care/decide/zones/zones-of-countries.ts";
import { provincesOfCountries } from "#app/care/decide/zones/zones-of-provinces.ts";
import { zonesOf } from "#app/care/decide/zones/zones-of.ts";

const SHOP = "Europe/Berlin";

describe("zonesOf", () => {
  it.each([
    [{ countryCode: "DE" }, ["Europe/Berlin"]],
    [{ countryCode: "jp" }, ["Asia/Tokyo"]],
    [{ countryCode: "CN", province: "Xinjiang" }, ["Asia/Shanghai"]],
    [{ countryCode: "US", province: "California" }, ["America/Los_Angeles"]],
    [{ countryCode: "US", province: "CA" }, ["America/Los_Angeles"]],
    [{ countryCode: "US", province: "Texas" }, ["America/Chicago", "America/Denver"]],
    [{ countryCode: "US", province: "Guam" }, ["Pacific/Guam"]],
    [{ countryCode: "CA", province: "Ontario" }, ["America/Toronto", "America/Winnipeg", "America/Atikokan"]],
    [{ countryCode: "AU", province: "queensland" }, ["Australia/Brisbane"]],
    [{ countryCode: "BR", province: "Sao Paulo" }, ["America/Sao_Paulo"]],
    [{ countryCode: "MX", province: "Ciudad de México" }, ["America/Mexico_City"]],
    [{ countryCode: "RU", province: "Novosibirsk" }, ["Asia/Novosibirsk"]],
    [{ countryCode: "ID", province: "Bali" }, ["Asia/Makassar"]],
    [{ countryCode: "ES", province: "Las Palmas" }, ["Atlantic/Canary"]],
    [{ countryCode: null }, [SHOP]],
    [{}, [SHOP]],
    [{ countryCode: "XX", province: "Nowhere" }, [SHOP]],
  ])("%j → %j", (address, zones) => expect(zonesOf(address, SHOP)).toEqual(zones));

  it("knows every zone a country may mean where the province tells none, but for those on the other side of the world", () => {
    const zones = zonesOf({ countryCode: "US", province: "Somewhere" }, SHOP);
    expect(zones).toEqual(expect.arrayContaining(["America/New_York", "Pacific/Honolulu"]));
    expect(zones).not.toContain("Pacific/Guam");
    expect(zonesOf({ countryCode: "AU" }, SHOP)).toContain("Australia/Perth");
  });

  it("names zones that this system knows, and each country once", () => {
    const several = Object.values(provincesOfCountries).flat();
    const zones = [...Object.keys(countriesOfZones), ...several.flatMap((one) => one.zones)];
    for (const timeZone of zones) expect(() => new Intl.DateTimeFormat("en", { timeZone })).not.toThrow();
    const codes = [
      ...Object.values(countriesOfZones).flatMap((list) => list.split(" ")),
      ...Object.keys(provincesOfCountries),
    ];
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(240);
  });

  it("gives no province of a country to two rows", () => {
    for (const provinces of Object.values(provincesOfCountries)) {
      const names = provinces.flatMap((one) => one.names.split("|").filter(Boolean));
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
