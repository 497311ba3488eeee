import { days } from "#app/lib/duration.ts";
import { aheadOf } from "#app/care/detect/ahead.ts";
import { addBusinessDays, daysOfOthers } from "#app/care/detect/business-days.ts";
import { orderSays } from "#app/care/detect/evidence.ts";
import type { IssueRule, Seen, Severity } from "#app/care/detect/issue.ts";
import { looked, orderTraits } from "#app/care/detect/looked.ts";
import { isLive, timeOf } from "#app/care/detect/parcel.ts";
import type { WatchClock } from "#app/care/detect/watch-clock.ts";
import { fold } from "#app/care/understand/fold.ts";
import { plain } from "#app/care/understand/shipments.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

/** Business days until a payment is overdue, and until it is long overdue; banks work on no others. */
const [USUAL, BY_TRANSFER] = [
  [3, 5],
  [5, 8],
] as const;
/** Card networks keep an authorization for seven days unless the shop has agreed on more. */
const AUTHORIZED_FOR = days(6);
const FAILED_AFTER = days(1);

const transfer =
  /\b(?:bank|wire|money) ?(?:transfer|deposit)|\bbank deposit|uberweisung|vorkasse|virement|cheque|\bcheck\b|transferencia|bonifico|overboeking|deposito|boleto|multibanco|oxxo|konbini|銀行振込|コンビニ/;
/** Paid at the door, or after delivery by agreement. */
const later =
  /\bcash on delivery\b|\bcod\b|nachnahme|contre[- ]remboursement|contra ?reembolso|contrassegno|rembours\b|代金引換|代引|\bnet ?-?\d{2}\b|\binvoice|auf rechnung|kauf auf rechnung|\bb2b\b|wholesale|grosshandel|purchase order/;

type Stage = { status: "pending" | "authorized" | "failed"; due: number; long: number };

/** The order waits for money: a payment that does not come, failed, or is about to lapse. */
export const paymentPending: IssueRule = {
  kind: "payment_pending",
  look: (seen) =>
    looked(seen, (clock) => {
      const { order } = seen;
      if (!isOpen(order)) return null;
      const stage = stageOf(seen);
      if (!stage || !clock.passed(stage.due)) return null;
      return {
        subject: `order:${order.id}@${stage.status}`,
        knownSince: new Date(stage.due),
        weight: weightOf(stage, clock),
        evidence: orderSays(order, "name", "placed", "payment", "total"),
        traits: orderTraits(order),
      };
    }),
};

/** A shopper who is about to pay is not to be pressed on the second day. */
const weightOf = ({ status, long }: Stage, clock: WatchClock): Severity =>
  status === "pending" && !clock.passed(long) ? 1 : 2;

/** What left without money was agreed on. */
const isOpen = (order: MirroredOrder): boolean =>
  order.cancelledAt == null &&
  order.closedAt == null &&
  Number(order.total.amount) > 0 &&
  !order.fulfillments.some(isLive) &&
  plain(order.fulfillmentStatus) !== "fulfilled";

function stageOf(seen: Seen): Stage | null {
  const { order, shop } = seen;
  const placed = Date.parse(order.placedAt);
  switch (plain(order.financialStatus)) {
    case "pending":
    case "unpaid": {
      if (isAgreed(order) || aheadOf(seen)) return null;
      const [due, long] = (says(order, transfer) ? BY_TRANSFER : USUAL).map((count) =>
        addBusinessDays(placed, count, daysOfOthers(shop)),
      );
      return { status: "pending", due: due ?? placed, long: long ?? placed };
    }
    case "authorized": {
      const due = Math.max(placed, timeOf(order.paidAt) ?? 0) + AUTHORIZED_FOR;
      return aheadOf(seen) ? null : { status: "authorized", due, long: due };
    }
    case "expired":
    case "voided":
    case "failed":
    case "declined": {
      const due = placed + FAILED_AFTER;
      return { status: "failed", due, long: due };
    }
    default:
      return null;
  }
}

const isAgreed = (order: MirroredOrder): boolean => says(order, later);

/** The way of paying is not in the mirror; tags and the checkout's own fields often name it. */
const says = ({ tags, attributes }: MirroredOrder, pattern: RegExp): boolean =>
  tags.some((tag) => pattern.test(fold(tag))) ||
  attributes.some(({ name, value }) => pattern.test(fold(`${name}: ${value}`.slice(0, 300))));
