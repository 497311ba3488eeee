import { aheadOf, toldBefore, type Ahead } from "#app/care/detect/ahead.ts";
import { endOfBusinessDay } from "#app/care/detect/business-days.ts";
import { orderSays } from "#app/care/detect/evidence.ts";
import type { Found, IssueRule, Seen } from "#app/care/detect/issue.ts";
import { dayName, startOfDay } from "#app/lib/local-day.ts";
import { looked, waitingTraits } from "#app/care/detect/looked.ts";
import { awaitsShipping, isHeld, isPartlyShipped, isRefunded } from "#app/care/detect/order-state.ts";
import { timeOf } from "#app/care/detect/parcel.ts";
import { longAfter } from "#app/care/detect/ship-by.ts";
import type { WatchClock } from "#app/care/detect/watch-clock.ts";
import { plain } from "#app/care/understand/shipments.ts";

/** Payments that will not come: nothing is to leave. */
const UNPAID = new Set(["voided", "expired"]);

/**
 * Ordered ahead, and the day on which it was to leave is over, or was put off. Tomorrow is early enough: a day is a day, not an hour.
 */
export const preorderSlipped: IssueRule = {
  kind: "preorder_slipped",
  look: (seen) =>
    looked(seen, (clock) => {
      if (!awaitsRest(seen.order) || isHeld(seen.order)) return null;
      return [
        slipped(seen, clock, { ahead: toldBefore(seen), over: false }),
        slipped(seen, clock, { ahead: aheadOf(seen), over: true }),
      ];
    }),
};

/** `over`: whether it has only slipped when the day is over. */
function slipped(
  seen: Seen,
  clock: WatchClock,
  { ahead, over }: { ahead: Ahead | null; over: boolean },
): Found | null {
  const { order, shop } = seen;
  if (ahead?.day == null) return null;
  // Nobody was promised the day on which a part may leave at the earliest.
  const handling = ahead.onlyScheduled ? shop.handlingDays : 0;
  const due = endOfBusinessDay(startOfDay(ahead.day, shop.timeZone), handling, shop);
  if (over && !clock.passed(due)) return null;
  return {
    subject: `order:${order.id}@${dayName(ahead.day)}`,
    // An order changes when it is put off.
    knownSince: new Date(over ? due : Math.min(due, timeOf(order.updatedAt) ?? due)),
    weight: clock.passed(longAfter(due, seen)) ? 3 : 2,
    evidence: [...orderSays(order, "name", "placed", "status"), ...ahead.evidence],
    traits: waitingTraits(order),
  };
}

type Order = Parameters<typeof awaitsShipping>[0];

const awaitsRest = (order: Order): boolean =>
  !isRefunded(order) &&
  !UNPAID.has(plain(order.financialStatus)) &&
  (awaitsShipping(order) || (order.cancelledAt == null && order.closedAt == null && isPartlyShipped(order)));
