import { days } from "#app/lib/duration.ts";
import { addBusinessDays } from "#app/care/detect/business-days.ts";
import { evidence, orderSays } from "#app/care/detect/evidence.ts";
import type { Found, IssueRule, Seen } from "#app/care/detect/issue.ts";
import { looked } from "#app/care/detect/looked.ts";
import { openParts } from "#app/care/detect/order-state.ts";
import { parcelsOf, timeOf } from "#app/care/detect/parcel.ts";
import { plain } from "#app/care/understand/shipments.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

/** Business days in which a shop settles what came back. */
const TO_SETTLE = 5;
/** Nobody sends goods back sooner after they arrived. */
const BY_THEN = days(3);
/** The goods are back and the shop is done with them; Shopify says CLOSED, some tools the rest. */
const BACK = new Set(["closed", "received", "inspected", "processed", "inspection_complete"]);
const PAID = new Set(["paid", "partially_paid", "partially_refunded"]);

type Return = MirroredOrder["returns"][number];

/** The goods came back, and nothing has been paid back or sent instead. */
export const returnUnsettled: IssueRule = {
  kind: "return_unsettled",
  look: (seen) =>
    looked(seen, (clock) => {
      const { order, shop } = seen;
      if (order.cancelledAt || !PAID.has(plain(order.financialStatus))) return null;
      const back = order.returns.filter(({ status }) => BACK.has(plain(status)));
      if (back.length === 0 || isExchanged(order)) return null;
      // Refunds do not name their return: as many as there are settle as many, the oldest first.
      const settled = order.refunds.filter((refund) => isForReturn(order, refund)).length;
      return back
        .map((one) => ({ one, since: closedAt(seen, one) }))
        .toSorted((a, b) => a.since - b.since || (a.one.id < b.one.id ? -1 : 1))
        .slice(settled)
        .map(({ one, since }): Found | null => {
          const due = addBusinessDays(since, TO_SETTLE, shop);
          return clock.passed(due) ? foundOf(order, one, { since, due }) : null;
        })
        .filter((found) => found !== null);
    }),
};

/** An order changes when its return is closed, and nothing comes back before it arrived: where the time is not known, not later. */
const closedAt = ({ order }: Seen, { closedAt: at }: Return): number =>
  timeOf(at) ??
  Math.max(
    timeOf(order.updatedAt) ?? Date.parse(order.placedAt),
    ...parcelsOf(order).map(({ delivered }) => delivered?.at ?? 0),
  );

/** A refund of before anything had arrived was for something else. */
function isForReturn(order: MirroredOrder, { at, amount }: MirroredOrder["refunds"][number]): boolean {
  const arrived = parcelsOf(order).map(({ delivered }) => delivered?.at ?? null);
  const first = Math.min(...arrived.filter((one) => one !== null));
  return Number(amount.amount) > 0 && (!Number.isFinite(first) || Date.parse(at) >= first);
}

/** Something is on its way instead, or is to be: what is still open, or left when all else had arrived for a while. */
function isExchanged(order: MirroredOrder): boolean {
  if (openParts(order).length > 0) return true;
  const parcels = parcelsOf(order);
  return parcels.some(({ id, shippedAt }) => {
    const others = parcels.filter((one) => one.id !== id);
    return (
      shippedAt !== null &&
      others.length > 0 &&
      others.every(({ delivered }) => (delivered?.at ?? shippedAt) + BY_THEN < shippedAt)
    );
  });
}

function foundOf(order: MirroredOrder, one: Return, { since, due }: { since: number; due: number }): Found {
  const about = { entity: "return", id: one.id };
  return {
    // One that is opened again and closed is owed anew.
    subject: one.closedAt ? `return:${one.id}@${one.closedAt}` : `return:${one.id}`,
    knownSince: new Date(due),
    weight: 2,
    evidence: [
      ...orderSays(order, "name", "payment"),
      ...evidence(order, {
        ...about,
        key: "returnStatus",
        label: "Return",
        kind: "status",
        field: "status",
        value: plain(one.status),
      }),
      ...evidence(order, {
        ...about,
        key: "closedAt",
        label: "Return completed",
        kind: "date",
        field: "closedAt",
        value: new Date(since).toISOString(),
      }),
    ],
  };
}
