import { issueRules } from "#app/care/detect/issues/all.ts";
import type { Found, IssueKind, Looked, Seen, Severity, Stake } from "#app/care/detect/issue.ts";
import { severityOf } from "#app/care/detect/severity-of.ts";
import { watchClock } from "#app/care/detect/watch-clock.ts";

/** An issue with what it weighs. */
export type Issue = Found & { kind: IssueKind; severity: Severity; stakes: Stake[] };

const rules = Object.values(issueRules);

/**
 * All that is wrong with an order now, and the next moment at which silence alone would change that; null: nothing will change until
 * something happens to the order, to its carrier's habits or to the shop's promises. Until then the same order gives the same issues.
 */
export function findIssues(seen: Seen): { found: Issue[]; lookAt: Date | null } {
  const found: Issue[] = [];
  const clock = watchClock(seen.now);
  const looks: Looked[] = rules.map((rule) => rule.look(seen));
  for (const [at, { kind }] of rules.entries())
    for (const one of (looks[at]?.found ?? []).toSorted(bySubject))
      found.push({ ...notAhead(one, seen), kind, ...severityOf(seen, { kind, weight: one.weight }, clock) });
  const times = [...looks.map(({ lookAt }) => lookAt), clock.next()].filter((at) => at !== null);
  return { found, lookAt: times.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null };
}

const bySubject = (one: Found, other: Found): number => (one.subject < other.subject ? -1 : 1);

/** Carriers' clocks run ahead, and some name local time as UTC: what is known now was not known later. */
const notAhead = (one: Found, { now }: Seen): Found =>
  one.knownSince > now ? { ...one, knownSince: now } : one;
