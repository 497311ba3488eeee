import type { findIssues, Issue } from "#app/care/detect/find-issues.ts";
import type { IssueContent, IssueStatus, Seen, Traits } from "#app/care/detect/issue.ts";
import { pastOf } from "#app/care/detect/past-of.ts";
import { asJudged, whyGone, type GoneBy } from "#app/care/detect/why-gone.ts";

/** Finds what is wrong with an order, and when to look again. */
export type FindIssues = typeof findIssues;

/** An issue that is written down. Its content is opened when it is wanted. */
export type KnownIssue = {
  id: string;
  kind: string;
  subject: string;
  status: IssueStatus;
  severity: number;
  openedAt: Date;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  traits: Traits;
  content: () => IssueContent;
};

export type Settled =
  | { step: "open"; found: Issue }
  /** Its evidence or severity is another one, or it is known under another subject now. `matters`: whoever acts on it is told. */
  | { step: "change"; known: KnownIssue; found: Issue; matters: boolean }
  | { step: "resolve"; known: KnownIssue; by: GoneBy }
  /** What had resolved it never was. */
  | { step: "reopen"; known: KnownIssue; found: Issue };

type Given = { seen: Seen; known: readonly KnownIssue[]; found: readonly Issue[]; find: FindIssues };

/**
 * What becomes of an order's issues after a look at it. One opens once and resolves once, by kind and subject: what was resolved and is
 * found again stays resolved, and what a person dismissed stays dismissed. A resolution is undone only when the records of the time
 * before it are others now (a scan that was taken back, an order that was never deleted): what ended the issue never was. It keeps
 * its id then, so that nothing that was said of it is said again. So is one that only other settings had ended.
 */
export function settleIssues({ seen, known, found, find }: Given): Settled[] {
  const byKey = new Map(known.map((one) => [keyOf(one), one]));
  const moved = new Set<string>();
  const settled: Settled[] = [];
  for (const one of known) {
    if (one.status !== "open" || found.some((now) => keyOf(now) === keyOf(one))) continue;
    const gone = whyGone(seen, { known: one, found, find });
    if (gone.outcome === "gone") settled.push({ step: "resolve", known: one, by: gone.by });
    else if (gone.outcome === "stands") settled.push(...changeOf(one, gone.found));
    else if (!byKey.has(keyOf(gone.found)) && !moved.has(keyOf(gone.found))) {
      moved.add(keyOf(gone.found));
      settled.push({ step: "change", known: one, found: gone.found, matters: true });
    } else settled.push({ step: "resolve", known: one, by: "never_was" });
  }
  for (const now of found) {
    const before = byKey.get(keyOf(now));
    if (!before) {
      if (!moved.has(keyOf(now))) settled.push({ step: "open", found: now });
    } else if (before.status === "open") settled.push(...newsOf(seen, { known: before, now, find }));
    else if (isUndone(before, seen)) settled.push({ step: "reopen", known: before, found: now });
  }
  return settled;
}

const keyOf = ({ kind, subject }: { kind: string; subject: string }) => `${kind}|${subject}`;

/** What is learned anew every day is no news of an order: what changed is asked by the measure it was found with. */
function newsOf(
  seen: Seen,
  { known, now, find }: { known: KnownIssue; now: Issue; find: FindIssues },
): Settled[] {
  const changes = changeOf(known, now);
  const judged = changes.length > 0 ? asJudged(seen, known, find) : undefined;
  return judged ? changeOf(known, judged) : changes;
}

function changeOf(known: KnownIssue, found: Issue): Settled[] {
  const { evidence, stakes } = known.content();
  const values = (given: { id: string; value: string }[]) =>
    given
      .map(({ id, value }) => `${id} ${value}`)
      .toSorted()
      .join("\n");
  const matters = known.severity !== found.severity || values(evidence) !== values(found.evidence);
  const quietly =
    !sameTraits(known.traits, found.traits ?? {}) ||
    stakes.toSorted().join() !== found.stakes.toSorted().join();
  return matters || quietly ? [{ step: "change", known, found, matters }] : [];
}

/** Whether they may have the same causes in common with others. */
export const sameTraits = (one: Traits, other: Traits) => traitsKey(one) === traitsKey(other);
const traitsKey = ({ carrier, country, hub, location, products }: Traits) =>
  JSON.stringify([carrier ?? "", country ?? "", hub ?? "", location ?? "", products ?? []]);

/** A deletion that Shopify did not confirm is none either; and what was in time by other settings may be late by them, or by these. */
function isUndone({ status, resolvedAt, resolvedBy, content }: KnownIssue, { order }: Seen): boolean {
  if (status !== "resolved" || !resolvedAt) return false;
  if (resolvedBy === "deleted" || resolvedBy === "settings") return true;
  const { resolvedPast } = content();
  return resolvedPast !== undefined && resolvedPast !== pastOf(order, resolvedAt);
}
