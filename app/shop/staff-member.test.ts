import { describe, expect, it } from "vitest";
import { isToIdentify, isUpToDate, type StaffMember } from "./staff-member.ts";

const at = new Date("2026-03-17T10:00:00Z");
const ago = (minutes: number) => new Date(at.getTime() - minutes * 60_000);
const member = (given: Partial<StaffMember>): StaffMember => ({
  ...{ id: "42", role: "reviewer", away: false, name: "Mia Berg", email: null },
  ...{ seenAt: at, removedAt: null, identifiedAt: at, ...given },
});

describe("what is stored of somebody who comes", () => {
  it.each([
    ["nobody yet", null, false],
    ["just seen", member({ seenAt: ago(4) }), true],
    ["seen a while ago", member({ seenAt: ago(5) }), false],
    ["taken out of the team", member({ removedAt: ago(1) }), false],
  ])("%s", (_case, stored, enough) => {
    expect(isUpToDate(stored, at)).toBe(enough);
  });
});

describe("when Shopify is asked for a name", () => {
  it.each([
    ["of somebody new", null, true],
    ["of somebody who comes back", member({ removedAt: ago(1) }), true],
    ["never asked for", member({ name: null, identifiedAt: null }), true],
    ["that was not told just now", member({ name: null, identifiedAt: ago(59) }), false],
    ["that was not told an hour ago", member({ name: null, identifiedAt: ago(60) }), true],
    ["known for a month", member({ identifiedAt: ago(30 * 24 * 60) }), true],
    ["known for less", member({ identifiedAt: ago(29 * 24 * 60) }), false],
  ])("%s", (_case, stored, asked) => {
    expect(isToIdentify(stored, at)).toBe(asked);
  });
});
