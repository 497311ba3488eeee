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
