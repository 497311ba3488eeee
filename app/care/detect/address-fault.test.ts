import { describe, expect, it } from "vitest";
import { addressFault, isPostBox } from "./address-fault.ts";

const of = (...[countryCode, address1, city, zip]: [string, string, string, string | null]) => ({
  countryCode,
  address1,
  city,
  zip,
});

describe("an address", () => {
  it.each([
    of("DE", "Uferweg 12", "Hamburg", "20457"),
    of("DE", "Packstation 145", "Berlin", "D-10115"),
    of("DE", "Am Flughafen", "Frankfurt", "60547"),
    { ...of("DE", "Werkstor", "Ingolstadt", "85045"), company: "Beispiel AG" },
    { ...of("NL", "Keizersgracht", "Amsterdam", "1015cj"), address2: "126" },
    of("US", "One Microsoft Way", "Redmond", "98052-6399"),
    of("US", "General Delivery", "Nome", "99762"),
    of("GB", "Rose Cottage", "Little Snoring", "nr21 0hx"),
    of("GB", "10 Downing Street", "London", "SW1A2AA"),
    of("IE", "Ballymote", "Sligo", null),
    of("FR", "Lieu-dit Le Bourg", "Rocamadour", "46500"),
    of("IT", "Via Roma snc", "Asti", "14100"),
    of("ES", "Calle Mayor s/n", "Soria", "42001"),
    of("CA", "1 Main St", "Ottawa", "k1a-0b1"),
    of("JP", "神南1-2-3", "渋谷区", "１５０−００４１"),
    of("JP", "神南1-2-3", "", "150-0041"),
    of("BR", "Rua A, s/n", "Recife", "50010000"),
    of("PT", "Rua Augusta", "Lisboa", "1100"),
    of("CH", "Dorf", "Saas-Fee", "CH-3906"),
    of("SE", "Storgatan 1", "Luleå", "972 31"),
    of("PL", "Marszałkowska 1", "Warszawa", "00001"),
    of("AE", "Near the mosque", "Dubai", null),
    of("HK", "1 Queen's Road", "Central", null),
    of("XX", "Somewhere", "", ""),
  ])("is not judged wrong: $address1, $zip $city, $countryCode", (address) => {
    expect(addressFault(address)).toBeNull();
  });

  it.each([
    ["no_street", of("DE", " ", "Hamburg", "20457")],
    ["not_an_address", of("GB", "test", "London", "SW1A 2AA")],
    ["not_an_address", of("DE", "Teststraße 1", "Berlin", "10115")],
    ["not_an_address", of("US", "12 Elm St", "asdf", "10118")],
    ["no_city", of("DE", "Uferweg 12", "", "20457")],
    ["no_postal_code", of("US", "12 Elm St", "Troy", "")],
    ["no_postal_code", of("FR", "12 rue du Lac", "Lyon", null)],
    ["postal_code_unlike_country", of("DE", "Uferweg 12", "Hamburg", "2045")],
    ["postal_code_unlike_country", of("US", "12 Elm St", "Troy", "2116")],
    ["postal_code_unlike_country", of("GB", "12 Elm Rd", "London", "10115")],
    ["postal_code_unlike_country", of("NL", "Damrak 1", "Amsterdam", "1012")],
    ["postal_code_unlike_country", of("CA", "1 Main St", "Ottawa", "K1A 0D")],
    ["postal_code_unlike_country", of("ES", "Calle Mayor 1", "Madrid", "99001")],
    ["no_house_number", of("DE", "Hauptstraße", "Hamburg", "20457")],
    ["no_house_number", of("NL", "Keizersgracht", "Amsterdam", "1015 CJ")],
    ["no_house_number", of("US", "Elm Street", "Troy", "12180")],
  ])("has %s", (fault, address) => {
    expect(addressFault(address)).toBe(fault);
  });

  it("takes the country's name where there is no code, and judges none that it does not know", () => {
    expect(
      addressFault({ ...of("", "Uferweg 12", "Hamburg", "2"), countryCode: null, country: "Deutschland" }),
    ).toBe("postal_code_unlike_country");
    expect(addressFault({ address1: "" })).toBeNull();
  });

  it("is a post office's box", () => {
    for (const address1 of ["P.O. Box 12", "PO BOX 7", "Postfach 10 01", "Boîte postale 5", "私書箱12号"])
      expect([address1, isPostBox({ address1 })]).toEqual([address1, true]);
    for (const address1 of ["Boxer Street 1", "Poboxweg 1", "12 Box Hill"])
      expect([address1, isPostBox({ address1 })]).toEqual([address1, false]);
  });
});
