import { describe, expect, it } from "vitest";
import { ago, NOON } from "#app/care/decide/circumstances.fixture.ts";
import { isToldElsewhere, promisedUntil, toldAt, type ToldFact } from "#app/care/decide/told-before.ts";
import type { Evidence } from "#app/care/detect/issue.ts";

const ZONE = "Europe/Berlin";
const evidence = (key: string, value: string, kind: Evidence["kind"]): Evidence => ({
  ...{ id: `fulfillment:12:${key}`, label: key, value, kind },
  source: { entity: "fulfillment", id: "12", field: key },
  observedAt: "2026-11-20T09:00:00.000Z",
});
const eta = evidence("eta", "2026-11-17T18:00:00.000Z", "date");
const status = evidence("lastStatus", "IN_TRANSIT", "status");
const carrier = evidence("carrier", "DHL", "text");
const fact = (key: string, raw: string): ToldFact => ({ id: `fulfillment:12:${key}`, kind: "text", raw });
const known = { evidence: [eta, status, carrier], knownSince: ago(2) };

describe("toldAt", () => {
  it.each<[string, ToldFact, number, number | null]>([
    ["the day that is over", fact("eta", "2026-11-17"), 1, 1],
    ["the last scan", fact("lastStatus", "in_transit"), 1, 1],
    ["another day", fact("eta", "2026-11-18"), 1, null],
    ["the carrier's name alone", fact("carrier", "DHL"), 1, null],
    ["the day, before it was over", fact("eta", "2026-11-17"), 3, null],
  ])("of a reply that told %s", (_what, told, ...[days, expected]) => {
    const found = toldAt(known, [{ at: ago(days), facts: [told] }], ZONE);
    expect(found).toEqual(expected === null ? null : ago(expected));
  });
});

describe("isToldElsewhere", () => {
  it("asks for the newest word on all that matters", () => {
    const reply = (days: number, raw: string) => ({ at: ago(days), facts: [fact("eta", raw)] });
    expect(isToldElsewhere([eta, carrier], [reply(1, "2026-11-17")], ZONE)).toBe(true);
    expect(isToldElsewhere([eta], [reply(2, "2026-11-17"), reply(1, "2026-11-19")], ZONE)).toBe(false);
    expect(isToldElsewhere([eta], [], ZONE)).toBe(false);
    expect(isToldElsewhere([carrier], [reply(1, "2026-11-17")], ZONE)).toBe(false);
  });
});

describe("promisedUntil", () => {
  it("is the nearest promise about the same that is not over", () => {
    const promises = [
      { kind: "ship", dueAt: ago(-3) },
      { kind: "write", dueAt: ago(-2) },
      { kind: "refund", dueAt: ago(-1) },
      { kind: "ship", dueAt: ago(1) },
      { kind: "ship", dueAt: null },
    ];
    expect(promisedUntil("unfulfilled", promises, NOON)).toEqual(ago(-2));
    expect(promisedUntil("return_unsettled", promises, NOON)).toEqual(ago(-1));
    expect(promisedUntil("placed_twice", promises.slice(0, 1), NOON)).toBeNull();
  });
});
