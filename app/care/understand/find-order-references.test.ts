import { describe, expect, it } from "vitest";
import { findOrderReferences } from "./find-order-references.ts";

const found = (text: string) => findOrderReferences(text).map(({ kind, value }) => `${kind}:${value}`);

describe("order names", () => {
  it.each([
    ["Where is #1001?", "1001"],
    ["my order 1001 is late", "1001"],
    ["order number: 1001", "1001"],
    ["Bestellung Nr. 1001 fehlt", "1001"],
    ["Bestellnummer 1001", "1001"],
    ["mi pedido número 1001", "1001"],
    ["ma commande n° 1001", "1001"],
    ["o meu pedido nº 1001", "1001"],
    ["注文番号1001はいつ届きますか", "1001"],
    ["about #EN-1001-B please", "EN-1001-B"],
    ["order #W2378156", "W2378156"],
  ])("%s", (text, name) => {
    expect(found(text)).toEqual([`order_name:${name}`]);
  });

  it.each([
    "I ordered 2 shirts for 1001 reasons",
    "You are my #1 shop",
    "It cost 1001 euros",
    "order before 5pm",
  ])("none in: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("says where it stands", () => {
    const text = "Hi, order #1023 please";
    const [ref] = findOrderReferences(text);
    expect(text.slice(ref?.start, ref?.end)).toBe("#1023");
  });
});

// Valid and invalid numbers from jkeen/tracking_number_data @b79ce4b (MIT), as of 2026-08-17.
describe("tracking numbers", () => {
  it.each([
    ["1Z5R89390357567127", "UPS"],
    ["RB123456785GB", "International post"],
    ["TBA000000000000", "Amazon Logistics"],
    ["YT2229521272164446", "YunExpress"],
    ["LX17635036", "LaserShip"],
    ["9400111201080805483016", "USPS"],
    ["JJD0002257639032011", "DHL"],
  ])("%s is %s's", (number, carrier) => {
    const [ref] = findOrderReferences(`my number is ${number}.`);
    expect(ref).toMatchObject({ kind: "tracking_number", value: number, carrier });
  });

  it.each(["1Z5R89390357567128", "RB123456786GB"])("%s has a wrong check digit", (number) => {
    expect(found(`my number is ${number}.`)).toEqual([]);
  });

  it("reads numbers written in groups", () => {
    expect(found("parcel 9400 1112 0108 0805 4830 16 is lost")).toEqual([
      "tracking_number:9400111201080805483016",
    ]);
  });

  it("believes plain digits only beside a word for tracking", () => {
    expect(found("tracking 986578788855")).toEqual(["tracking_number:986578788855"]);
    expect(found("call me at 986578788855")).toEqual([]);
  });
});

it("finds mail addresses in lower case", () => {
  expect(found("I ordered with Anna.B@Example.com.")).toEqual(["email:anna.b@example.com"]);
});
