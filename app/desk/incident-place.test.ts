import { expect, it } from "vitest";
import { incidentPlace } from "#app/desk/incident-place.ts";

it.each([
  ["hub", "dhl|leipzig", { carrier: "DHL", hub: "Leipzig" }, "DHL, Leipzig"],
  ["hub", "dhl|leipzig", {}, "dhl, leipzig"],
  ["hub", "|leipzig", { hub: "Leipzig" }, "Leipzig"],
  ["carrier", "dhl express|DE", { carrier: "DHL Express" }, "DHL Express to Germany"],
  ["carrier", "dhl|", { carrier: "DHL" }, "DHL"],
  ["carrier", "dhl|Atlantis", { carrier: "DHL" }, "DHL to Atlantis"],
  ["product", "Merino socks | grey", {}, "Merino socks | grey"],
])("of a %s, %s is said as it is written", (cause, causeKey, traits, said) =>
  expect(incidentPlace({ cause, causeKey }, traits)).toBe(said),
);
