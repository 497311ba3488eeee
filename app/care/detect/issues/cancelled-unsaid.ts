import { hours } from "#app/lib/duration.ts";
import { orderSays, refundSays, says } from "#app/care/detect/evidence.ts";
import type { Evidence, IssueRule, Seen, Severity } from "#app/care/detect/issue.ts";
import { looked, orderTraits } from "#app/care/detect/looked.ts";
import { hasReturn, wasTold } from "#app/care/detect/order-state.ts";
import { parcelsOf, timeOf } from "#app/care/detect/parcel.ts";
import { plain } from "#app/care/understand/shipments.ts";

/** Whoever cancels writes right after, if at all. */
const TO_WRITE = hours(2);

type Happened = { subject: string; at: number; weight: Severity; evidence: Evidence[] };

/** The shop cancelled the order, took an item out or paid a part back, and has not said so. */
export const cancelledUnsaid: IssueRule = {
  kind: "cancelled_unsaid",
  look: (seen) =>
    looked(seen, (clock) =>
      happened(seen)
        .filter(({ at }) => !wasTold(seen, "cancelled_unsaid", at))
        .filter(({ at }) => clock.passed(at + TO_WRITE))
        .map(({ at, ...one }) => ({
          ...one,
          knownSince: new Date(at + TO_WRITE),
          evidence: [...orderSays(seen.order, "name"), ...one.evidence],
          traits: orderTraits(seen.order),
        })),
    ),
};

function happened(seen: Seen): Happened[] {
  const { order } = seen;
  const cancelledAt = timeOf(order.cancelledAt);
  if (cancelledAt !== null) {
    const reason = plain(order.cancelReason);
    if (reason === "customer") return [];
    return [
      {
        subject: `order:${order.id}`,
        at: cancelledAt,
        // Nobody writes to a fraud; somebody who was taken for one may be told.
        weight: reason === "fraud" ? 1 : 3,
        evidence: orderSays(order, "cancelledAt", "cancelReason", "total"),
      },
    ];
  }
  // What comes back, or is paid back once it is there, was the shopper's own wish.
  if (hasReturn(order)) return [];
  const taken = takenOut(seen);
  return taken ? [taken] : paidBack(seen);
}

/** Items that are no part of the order any more: one issue, however many edits and refunds it took. */
function takenOut({ order }: Seen): Happened | null {
  const gone = order.lines.filter(
    ({ quantity, currentQuantity }) => currentQuantity !== null && currentQuantity < quantity,
  );
  const refunds = order.refunds.map(({ at }) => timeOf(at)).filter((at) => at !== null);
  const at = Math.max(timeOf(order.editedAt) ?? 0, ...refunds) || Date.parse(order.placedAt);
  if (gone.length === 0 || hadArrived({ order }, at)) return null;
  const what = gone.map(({ id, currentQuantity }) => `${id}=${currentQuantity}`).toSorted();
  return {
    subject: `order:${order.id}@lines:${what.join(",")}`,
    at,
    weight: 2,
    evidence: gone.flatMap(({ id, title }) =>
      says(order, { key: `removed:${id}`, label: "Taken out", kind: "title", field: "lines", value: title }),
    ),
  };
}

/** What has not gone through nobody has noticed: that is another issue (refund-not-executed.ts). */
function paidBack({ order }: Seen): Happened[] {
  return order.refunds.flatMap((refund): Happened[] => {
    const at = timeOf(refund.at);
    const paid = refund.settled && Number(refund.amount.amount) > 0;
    if (at === null || !paid || hadArrived({ order }, at)) return [];
    return [{ subject: `refund:${refund.id}`, at, weight: 2, evidence: refundSays(order, refund) }];
  });
}

const hadArrived = ({ order }: Pick<Seen, "order">, at: number): boolean =>
  parcelsOf(order).some(({ delivered }) => delivered !== null && (delivered.at ?? 0) <= at);
