import { describe, expect, it } from "vitest";
import { findAfterWaits } from "#app/care/detect/find-after-waits.ts";
import { findIssues } from "#app/care/detect/find-issues.ts";
import type { Seen } from "#app/care/detect/issue.ts";
import { seenAt } from "./seen.fixture.ts";

const asked: (string | undefined)[] = [];
const find = (seen: Seen) => {
  asked.push(seen.history.over?.payment_pending);
  return { found: [] as { kind: "payment_pending" }[], lookAt: null };
};

describe("a look at which a wait may have ended", () => {
  it("lets the shop's own time begin then", () => {
    asked.length = 0;
    const seen = seenAt("2026-11-20T09:00:00.000Z");
    findAfterWaits(seen, { open: ["payment_pending"], find });
    expect(asked).toEqual([undefined, "2026-11-20T09:00:00.000Z"]);
  });

  it("is a look like any other where none was open, or it is open still", () => {
    asked.length = 0;
    const seen = seenAt("2026-11-20T09:00:00.000Z");
    expect(findAfterWaits(seen, { open: ["stalled"], find: findIssues })).toEqual(findIssues(seen));
    const still = (one: Seen) => ({ ...find(one), found: [{ kind: "payment_pending" as const }] });
    findAfterWaits(seen, { open: ["payment_pending"], find: still });
    expect(asked).toEqual([undefined]);
  });
});

describe("an order that is paid, of which nobody has said yet when", () => {
  const AT = "2026-03-20T10:00:00.000Z";
  const at = (now: string, order: object = {}) => seenAt(now, { order: { updatedAt: AT, ...order } });
  const kinds = (seen: Seen, open: string[] = []) =>
    findAfterWaits(seen, { open, find: findIssues }).found.map(({ kind }) => kind);

  it("is not said to be late within the hour in which that comes", () => {
    const looks = findAfterWaits(at("2026-03-20T10:30:00.000Z"), { open: [], find: findIssues });
    expect(looks).toEqual({ found: [], lookAt: new Date("2026-03-20T11:00:00.000Z") });
    expect(kinds(at("2026-03-20T11:00:00.000Z"))).toEqual(["unfulfilled"]);
  });

  it("is late by what is known, and stays so when something else changes", () => {
    expect(kinds(at("2026-03-20T10:30:00.000Z", { paidAt: "2026-03-02T09:00:00.000Z" }))).toEqual([
      "unfulfilled",
    ]);
    expect(kinds(at("2026-03-20T10:30:00.000Z", { total: { amount: "0.00", currency: "EUR" } }))).toEqual([
      "unfulfilled",
    ]);
    expect(kinds(at("2026-03-20T10:30:00.000Z"), ["unfulfilled"])).toEqual(["unfulfilled"]);
  });
});
