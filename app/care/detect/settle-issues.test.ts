import { describe, expect, it } from "vitest";
import type { Issue } from "#app/care/detect/find-issues.ts";
import type { IssueContent, Seen } from "#app/care/detect/issue.ts";
import { judgingBy } from "#app/care/detect/judging-by.ts";
import { pastOf } from "#app/care/detect/past-of.ts";
import { settleIssues, type FindIssues, type KnownIssue } from "#app/care/detect/settle-issues.ts";
import { days } from "#app/lib/duration.ts";
import { seenAt } from "./seen.fixture.ts";

const NOW = new Date("2026-11-20T09:00:00.000Z");
const OPENED = new Date(NOW.getTime() - days(2));

const found = (subject: string, given: Partial<Issue> = {}): Issue => ({
  ...{ kind: "stalled", subject, knownSince: OPENED, evidence: [], weight: 2, severity: 2, stakes: [] },
  ...given,
});

const known = (
  subject: string,
  given: Partial<KnownIssue> & { holds?: Partial<IssueContent> } = {},
): KnownIssue => {
  const { holds, ...rest } = given;
  return {
    ...{ id: subject, kind: "stalled", subject, status: "open", severity: 2, openedAt: OPENED },
    ...{ resolvedAt: null, resolvedBy: null, traits: {} },
    content: () => ({ evidence: [], stakes: [], ...holds }),
    ...rest,
  };
};

const none: FindIssues = () => ({ found: [], lookAt: null });
const settle = (given: { known?: KnownIssue[]; found?: Issue[]; find?: FindIssues; seen?: Seen }) =>
  settleIssues({ ...{ seen: seenAt(NOW), known: [], found: [], find: none }, ...given });
const steps = (given: Parameters<typeof settle>[0]) => settle(given).map(({ step }) => step);

describe("settleIssues", () => {
  it("opens what is new and leaves what is as it was", () => {
    expect(steps({ found: [found("a")] })).toEqual(["open"]);
    expect(steps({ found: [found("a")], known: [known("a")] })).toEqual([]);
    expect(
      steps({ found: [found("b")], known: [known("a", { kind: "unfulfilled", status: "resolved" })] }),
    ).toEqual(["open"]);
  });

  it("changes what matters, and quietly what does not", () => {
    const one = known("a");
    expect(settle({ known: [one], found: [found("a", { severity: 3 })] })).toMatchObject([
      { step: "change", matters: true },
    ]);
    expect(settle({ known: [one], found: [found("a", { traits: { hub: "Ulm" } })] })).toMatchObject([
      { step: "change", matters: false },
    ]);
    expect(settle({ known: [one], found: [found("a", { stakes: ["gift"] })] })).toMatchObject([
      { matters: false },
    ]);
  });

  it("resolves what is not found any more, and not what a person dismissed", () => {
    expect(settle({ known: [known("a")] })).toMatchObject([{ step: "resolve", by: "records" }]);
    expect(steps({ known: [known("a", { status: "dismissed" })], found: [] })).toEqual([]);
    expect(steps({ known: [known("a", { status: "dismissed" })], found: [found("a")] })).toEqual([]);
  });

  it("leaves what was resolved and is found again, unless what resolved it never was", () => {
    const seen = seenAt(NOW);
    const over = { status: "resolved" as const, resolvedAt: OPENED, resolvedBy: "records" };
    const past = pastOf(seen.order, OPENED);
    expect(
      steps({ seen, known: [known("a", { ...over, holds: { resolvedPast: past } })], found: [found("a")] }),
    ).toEqual([]);
    expect(steps({ seen, known: [known("a", over)], found: [found("a")] })).toEqual([]);
    const other = known("a", { ...over, holds: { resolvedPast: "another" } });
    expect(steps({ seen, known: [other], found: [found("a")] })).toEqual(["reopen"]);
    expect(
      steps({ seen, known: [known("a", { ...over, resolvedBy: "deleted" })], found: [found("a")] }),
    ).toEqual(["reopen"]);
  });

  it("goes by what was learned when an issue was found, and by what the shop promises now", () => {
    const seen = seenAt(NOW);
    const { judgedBy } = judgingBy({
      ...seen,
      shop: { ...seen.shop, usualHandling: days(1), handlingDays: 2 },
    });
    const one = known("a", { holds: { judgedBy: { ...judgedBy(), past: pastOf(seen.order, OPENED) } } });
    const byHandling: FindIssues = ({ shop }) => ({
      found: shop.usualHandling === days(1) ? [found("a")] : [],
      lookAt: null,
    });
    expect(steps({ seen, known: [one], find: byHandling })).toEqual([]);
    const byPromise: FindIssues = ({ shop }) => ({
      found: shop.handlingDays === 2 ? [found("a")] : [],
      lookAt: null,
    });
    const now = { ...seen, shop: { ...seen.shop, handlingDays: 9 } };
    expect(settle({ seen: now, known: [one], find: byPromise })).toMatchObject([
      { step: "resolve", by: "settings" },
    ]);
    // By the settings of today, or once it is late by those of then, it is late again.
    const over = known("a", { status: "resolved", resolvedAt: OPENED, resolvedBy: "settings" });
    expect(steps({ seen: now, known: [over], found: [found("a")] })).toEqual(["reopen"]);
    expect(steps({ seen: now, known: [over], found: [] })).toEqual([]);
  });

  it("does not take what is learned anew every day for news of an order", () => {
    const seen = seenAt(NOW);
    const { judgedBy } = judgingBy({ ...seen, shop: { ...seen.shop, usualHandling: days(1) } });
    const byHandling: FindIssues = ({ shop }) => ({
      ...{ lookAt: null },
      found: [found("a", { severity: shop.usualHandling === days(1) ? 2 : 3 })],
    });
    const one = known("a", { holds: { judgedBy: judgedBy() } });
    const now = found("a", { severity: 3 });
    expect(steps({ seen, known: [one], found: [now], find: byHandling })).toEqual([]);
    const graver: FindIssues = () => ({ found: [found("a", { severity: 4 })], lookAt: null });
    expect(settle({ seen, known: [one], found: [now], find: graver })).toMatchObject([
      { step: "change", found: { severity: 4 }, matters: true },
    ]);
  });
});
