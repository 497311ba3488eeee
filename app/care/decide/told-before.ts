import { compared, whatMatters } from "#app/care/decide/news-of.ts";
import type { Evidence, IssueKind } from "#app/care/detect/issue.ts";

/** A fact that a sent reply stated, as `sent_claims` keeps it. `raw`: a day where the shop is, "59.90 EUR", a status word. */
export type ToldFact = { id: string; kind: string; raw: string };
export type ToldReply = { at: Date; facts: readonly ToldFact[] };

/** What stands in nearly every reply, whatever it is about. */
const BESIDE_THE_POINT: ReadonlySet<string> = new Set(["name", "placed", "total", "carrier", "shippedAt"]);
const TELLING: ReadonlySet<Evidence["kind"]> = new Set(["date", "status", "money"]);

/**
 * When a reply, sent once the problem was known, told what it rests on and what is so still: who was told by a person is not told
 * again by a machine. Null: none did.
 */
export function toldAt(
  { evidence, knownSince }: { evidence: readonly Evidence[]; knownSince: Date },
  replies: readonly ToldReply[],
  timeZone: string,
): Date | null {
  const telling = evidence.filter(
    ({ id, kind }) => TELLING.has(kind) && !BESIDE_THE_POINT.has(id.split(":").at(-1) ?? ""),
  );
  const told = replies.filter(
    ({ at, facts }) =>
      at >= knownSince &&
      telling.some((one) =>
        facts.some(({ id, raw }) => id === one.id && sameValue(raw, { evidence: one, timeZone })),
      ),
  );
  return told.length > 0 ? new Date(Math.max(...told.map(({ at }) => at.getTime()))) : null;
}

/** Whether all that matters to the shopper now stands in the newest word that a reply said of it. */
export function isToldElsewhere(
  evidence: readonly Evidence[],
  replies: readonly ToldReply[],
  timeZone: string,
): boolean {
  const matters = new Set(whatMatters(evidence, timeZone).map(({ id }) => id));
  const newest = replies.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  return (
    matters.size > 0 &&
    evidence
      .filter(({ id }) => matters.has(id))
      .every((one) => {
        const last = newest.flatMap(({ facts }) => facts).find(({ id }) => id === one.id);
        return last !== undefined && sameValue(last.raw, { evidence: one, timeZone });
      })
  );
}

const sameValue = (
  raw: string,
  { evidence, timeZone }: { evidence: Pick<Evidence, "kind" | "value">; timeZone: string },
): boolean => compared({ kind: evidence.kind, value: raw }, timeZone) === compared(evidence, timeZone);

/** What promises of a reply, by their kind, are about the same as an issue. */
const PROMISES: Readonly<Record<IssueKind, readonly string[]>> = {
  unfulfilled: ["ship", "write"],
  preorder_slipped: ["ship", "write"],
  partly_shipped: ["ship", "write"],
  not_picked_up: ["ship", "tracking", "write"],
  bad_address: ["ship", "write"],
  payment_pending: ["ship", "write"],
  stalled: ["tracking", "enquiry", "write"],
  past_estimate: ["tracking", "enquiry", "write"],
  delivery_failed: ["tracking", "enquiry", "write"],
  carrier_exception: ["tracking", "enquiry", "write"],
  delivered_oddly: ["enquiry", "write"],
  needed_by_at_risk: ["ship", "tracking", "enquiry", "write"],
  cancelled_unsaid: ["refund", "write"],
  refund_not_executed: ["refund", "write"],
  return_unsettled: ["refund", "write"],
  placed_twice: ["write"],
};

/** Until when the nearest promise runs that is about the same and not over; null when none is. */
export function promisedUntil(
  kind: IssueKind,
  promises: readonly { kind: string; dueAt: Date | null }[],
  now: Date,
): Date | null {
  const due = promises
    .filter((one) => PROMISES[kind].includes(one.kind))
    .flatMap(({ dueAt }) => (dueAt && dueAt > now ? dueAt.getTime() : []));
  return due.length > 0 ? new Date(Math.min(...due)) : null;
}
