import { expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import type { Evidence } from "#app/care/detect/issue.ts";
import { evidenceValue } from "./evidence-value.ts";

it.each<[Evidence["kind"], string, string]>([
  ["date", "2026-11-12T23:30:00.000Z", "Nov 13, 2026, 00:30 GMT+1"],
  ["date", "2026-11-12", "Thu, Nov 12, 2026"],
  ["date", "soon", "soon"],
  ["money", "59.90 EUR", "€59.90"],
  ["money", "5990 JPY", "¥5,990"],
  ["money", "a lot", "a lot"],
  ["status", "in_transit", "In transit"],
  ["number", "12000", "12,000"],
  ["number", "many", "many"],
  ["tracking", "00340", "00340"],
])("a %s %s is read as %s", (kind, value, said) =>
  expect(evidenceValue(english, { id: "order:1:any", kind, value }, "Europe/Berlin")).toBe(said),
);

it("names of a limit the last day on which it could be kept", () => {
  const midnight = { id: "order:1:shipBy", kind: "date", value: "2026-11-12T23:00:00.000Z" } as const;
  expect(evidenceValue(english, midnight, "Europe/Berlin")).toBe("Thu, Nov 12, 2026");
});
