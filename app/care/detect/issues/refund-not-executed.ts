import { days } from "#app/lib/duration.ts";
import { addBusinessDays, daysOfOthers } from "#app/care/detect/business-days.ts";
import { orderSays, refundSays } from "#app/care/detect/evidence.ts";
import type { Found, IssueRule, Seen } from "#app/care/detect/issue.ts";
import { looked } from "#app/care/detect/looked.ts";
import { timeOf } from "#app/care/detect/parcel.ts";
import type { WatchClock } from "#app/care/detect/watch-clock.ts";
import { plain } from "#app/care/understand/shipments.ts";

/** Banks take a refund within three of their days; a shop that cancels refunds within two. */
const [TO_SETTLE, TO_REFUND] = [3, days(2)];
/** Statuses under which the shop has money of the shopper. */
const TAKEN = new Set(["paid", "partially_paid"]);
/** Under which it never had any, so that a refund only takes goods off the order. */
const NEVER_TAKEN = new Set(["pending", "authorized", "voided", "expired"]);
/** The bank gave it back, or decided. */
const DECIDED = new Set(["lost", "accepted", "charge_refunded"]);

/** Money is owed: a refund was recorded and has not gone through, or the order was cancelled and there is none. */
export const refundNotExecuted: IssueRule = {
  kind: "refund_not_executed",
  look: (seen) =>
    looked(seen, (clock) => {
      const { order } = seen;
      if (order.disputes.some(({ status }) => DECIDED.has(plain(status)))) return null;
      return [...unsettled(seen, clock), ...(cancelledUnpaid(seen, clock) ?? [])];
    }),
};

function unsettled({ order, shop }: Seen, clock: WatchClock): Found[] {
  if (NEVER_TAKEN.has(plain(order.financialStatus))) return [];
  return order.refunds.flatMap((refund): Found[] => {
    const at = timeOf(refund.at);
    if (refund.settled || at === null || Number(refund.amount.amount) <= 0) return [];
    const due = addBusinessDays(at, TO_SETTLE, daysOfOthers(shop));
    if (!clock.passed(due)) return [];
    return [
      {
        subject: `refund:${refund.id}`,
        knownSince: new Date(due),
        weight: 2,
        evidence: [...orderSays(order, "name", "payment"), ...refundSays(order, refund)],
      },
    ];
  });
}

function cancelledUnpaid({ order }: Seen, clock: WatchClock): Found[] | null {
  const at = timeOf(order.cancelledAt);
  const owed = TAKEN.has(plain(order.financialStatus)) && Number(order.total.amount) > 0;
  const refunded = order.refunds.some(({ amount }) => Number(amount.amount) > 0);
  if (at === null || !owed || refunded || !clock.passed(at + TO_REFUND)) return null;
  return [
    {
      subject: `order:${order.id}`,
      knownSince: new Date(at + TO_REFUND),
      weight: 2,
      evidence: orderSays(order, "name", "cancelledAt", "payment", "total"),
    },
  ];
}
