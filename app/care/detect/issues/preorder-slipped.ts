import { aheadOf } from "#app/care/detect/ahead.ts";
import { endOfBusinessDay } from "#app/care/detect/business-days.ts";
import { orderSays } from "#app/care/detect/evidence.ts";
import type { IssueRule } from "#app/care/detect/issue.ts";
import { dayName, startOfDay } from "#app/care/detect/local-day.ts";
import { looked, waitingTraits } from "#app/care/detect/looked.ts";
import { awaitsShipping, isHeld, isPartlyShipped, isRefunded } from "#app/care/detect/order-state.ts";
import { longAfter } from "#app/care/detect/ship-by.ts";
import { plain } from "#app/care/understand/shipments.ts";

/** Payments that will not come: nothing is to leave. */
const UNPAID = new Set(["voided", "expired"]);

/** Ordered ahead, and the day on which it was to leave is over. Tomorrow is early enough: a day is a day, not an hour. */
export const preorderSlipped: IssueRule = {
  kind: "preorder_slipped",
  look: (seen) =>
    looked(seen, (clock) => {
      const { order, shop } = seen;
      const ahead = awaitsRest(seen.order) ? aheadOf(seen) : null;
      if (ahead?.day == null || isHeld(order)) return null;
      const handling = ahead.onlyScheduled ? shop.handlingDays : 0;
      const due = endOfBusinessDay(startOfDay(ahead.day, shop.timeZone), handling, shop.timeZone);
      if (!clock.passed(due)) return null;
      return {
        subject: `order:${order.id}@${dayName(ahead.day)}`,
        knownSince: new Date(due),
        weight: clock.passed(longAfter(due, seen)) ? 3 : 2,
        evidence: [...orderSays(order, "name", "placed", "status"), ...ahead.evidence],
        traits: waitingTraits(order),
      };
    }),
};

type Order = Parameters<typeof awaitsShipping>[0];

const awaitsRest = (order: Order): boolean =>
  !isRefunded(order) &&
  !UNPAID.has(plain(order.financialStatus)) &&
  (awaitsShipping(order) || (order.cancelledAt == null && order.closedAt == null && isPartlyShipped(order)));
