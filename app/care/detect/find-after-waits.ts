import { hours } from "#app/lib/duration.ts";
import type { Issue } from "#app/care/detect/find-issues.ts";
import type { IssueKind, Seen } from "#app/care/detect/issue.ts";

/** What the shop waits for: while it does, no day of its own passes. No record says when it came; that it was missing, an issue does. */
const WAITS: readonly IssueKind[] = ["payment_pending", "bad_address"];

type Looks<F> = { found: F[]; lookAt: Date | null };

/**
 * What is wrong with an order where a wait may have ended with this very look, pure: the shop's own time begins now then.
 *
 * @param open the kinds of its issues that were open before
 */
export function findAfterWaits<F extends Pick<Issue, "kind">>(
  seen: Seen,
  { open, find }: { open: readonly string[]; find: (seen: Seen) => Looks<F> },
): Looks<F> {
  return untilDated(seen, { open, looks: findAfterEnds(seen, { open, find }) });
}

function findAfterEnds<F extends Pick<Issue, "kind">>(
  seen: Seen,
  { open, find }: { open: readonly string[]; find: (seen: Seen) => Looks<F> },
): Looks<F> {
  const first = find(seen);
  const ended = WAITS.filter(
    (kind) => open.includes(kind) && !first.found.some((found) => found.kind === kind),
  );
  if (ended.length === 0) return first;
  const now = seen.now.toISOString();
  const over = { ...seen.history.over, ...Object.fromEntries(ended.map((kind) => [kind, now])) };
  return find({ ...seen, history: { ...seen.history, over } });
}

/** What says when an order was paid comes beside what says that it is. After an hour it was lost, and a reconcile has asked for it. */
const DATED_WITHIN = hours(1);

/** Before it is known when an order was paid, nothing that counts from then is opened. */
function untilDated<F extends Pick<Issue, "kind">>(
  { order, now }: Seen,
  { open, looks }: { open: readonly string[]; looks: Looks<F> },
): Looks<F> {
  const dated = Date.parse(order.updatedAt) + DATED_WITHIN;
  const isUndated = order.paidAt == null && Number(order.total.amount) > 0 && now.getTime() < dated;
  if (!isUndated || open.includes("unfulfilled")) return looks;
  const found = looks.found.filter(({ kind }) => kind !== "unfulfilled");
  if (found.length === looks.found.length) return looks;
  return { found, lookAt: new Date(Math.min(looks.lookAt?.getTime() ?? dated, dated)) };
}
