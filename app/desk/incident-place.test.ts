import { expect, it } from "vitest";
import { incidentPlace, incidentToward } from "#app/desk/incident-place.ts";

it.each([
  ["hub", "dhl|leipzig", { traits: { carrier: "DHL", hub: "Leipzig" }, said: "DHL, Leipzig" }],
  ["hub", "dhl|leipzig", { traits: {}, said: "dhl, leipzig" }],
  ["hub", "|leipzig", { traits: { hub: "Leipzig" }, said: "Leipzig" }],
  ["carrier", "dhl express|DE", { traits: { carrier: "DHL Express" }, said: "DHL Express to Germany" }],
  ["carrier", "dhl|", { traits: { carrier: "DHL" }, said: "DHL" }],
  ["carrier", "dhl|Atlantis", { traits: { carrier: "DHL" }, said: "DHL to Atlantis" }],
  ["location", "Warehouse Hamburg", { traits: { country: "DE" }, said: "Warehouse Hamburg" }],
  ["product", "Merino socks | grey", { traits: {}, said: "Merino socks | grey" }],
])("of a %s, %s is said as it is written", (cause, causeKey, { traits, said }) =>
  expect(incidentPlace({ cause, causeKey }, traits)).toBe(said),
);

it("names the carrier and the country of a way", () => {
  const traits = { carrier: "DHL Express" };
  expect(incidentToward({ cause: "carrier", causeKey: "dhl express|DE" }, traits)).toEqual({
    carrier: "DHL Express",
    country: "DE",
  });
  expect(incidentToward({ cause: "carrier", causeKey: "dhl express|" }, traits)).toBeNull();
  expect(incidentToward({ cause: "hub", causeKey: "dhl|leipzig" }, {})).toBeNull();
});
