import { describe, expect, it } from "vitest";
import type { IssueKind, Severity } from "#app/care/detect/issue.ts";
import { seenAt } from "#app/care/detect/seen.fixture.ts";
import { severityOf } from "#app/care/detect/severity-of.ts";
import { watchClock } from "#app/care/detect/watch-clock.ts";

const NOW = "2026-03-09T09:00:00Z";
type Given = Parameters<typeof seenAt>[1];
function judge(
  given: Given,
  { kind = "stalled", weight = 2, now = NOW } = {} as { kind?: IssueKind; weight?: Severity; now?: string },
) {
  const seen = seenAt(now, given);
  const clock = watchClock(seen.now);
  return { ...severityOf(seen, { kind, weight }, clock), lookAt: clock.next()?.toISOString() ?? null };
}

describe("severity", () => {
  it("is the rule's weight where nothing is at stake", () => {
    expect(judge({})).toEqual({ severity: 2, stakes: [], lookAt: null });
  });

  it.each([
    ["gift", { order: { note: "It is a gift" } }],
    ["gift", { said: [{ messageId: "m1", at: "2026-03-03T09:00:00Z", neededBy: null, gift: true }] }],
    ["first_order", { history: { earlierOrders: 0 } }],
    ["second_failure", { history: { earlierIssues: 1 } }],
    ["perishable", { order: { tags: ["Fresh "] } }],
    ["high_value", { order: { total: { amount: "250.00", currency: "EUR" } } }],
    ["needed_by", { order: { note: "needed by 2026-03-13" } }],
    [
      "needed_by",
      { said: [{ messageId: "m1", at: "2026-03-03T09:00:00Z", neededBy: "2026-03-13", gift: false }] },
    ],
  ] satisfies [string, Given][])("is raised by one for %s", (stake, given) => {
    expect(judge(given)).toMatchObject({ severity: 3, stakes: [stake] });
  });

  it("is raised once for a gift, a first order and a high value together", () => {
    const given = {
      order: { note: "a gift", total: { amount: "900.00", currency: "EUR" } },
      history: { earlierOrders: 0 },
    };
    expect(judge(given)).toMatchObject({ severity: 3, stakes: ["gift", "first_order", "high_value"] });
  });

  it("is never above four", () => {
    const given = {
      order: { tags: ["fresh"], note: "gift, needed by 2026-03-10" },
      history: { earlierIssues: 2 },
    };
    expect(judge(given, { weight: 3 }).severity).toBe(4);
  });

  it("is raised for money that is owed, and then not for the day or the goods", () => {
    const given = { order: { tags: ["fresh"], note: "gift, needed by 2026-03-10" } };
    expect(judge(given, { kind: "refund_not_executed" })).toMatchObject({
      severity: 3,
      stakes: ["lost_money"],
    });
    expect(judge({}, { kind: "carrier_exception", weight: 3 })).toMatchObject({ severity: 4 });
  });

  it("does not know a first order of somebody unknown", () => {
    expect(judge({ history: { earlierOrders: null } }).stakes).toEqual([]);
  });

  it("takes a yen for a yen", () => {
    expect(judge({ order: { total: { amount: "9000", currency: "JPY" } } }).stakes).toEqual([]);
    expect(judge({ order: { total: { amount: "60000", currency: "JPY" } } }).stakes).toEqual(["high_value"]);
  });

  it("looks again when the day comes near", () => {
    const given = { order: { note: "needed by 2026-03-31" } };
    expect(judge(given)).toEqual({ severity: 2, stakes: [], lookAt: "2026-03-25T00:00:00.000Z" });
    expect(judge(given, { now: "2026-03-25T00:00:00Z" })).toMatchObject({ severity: 3, lookAt: null });
  });
});
