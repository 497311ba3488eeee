import { aheadOf } from "#app/care/detect/ahead.ts";
import { orderSays } from "#app/care/detect/evidence.ts";
import type { IssueRule, Seen } from "#app/care/detect/issue.ts";
import { looked, waitingTraits } from "#app/care/detect/looked.ts";
import { awaitsShipping, isHeld, isPaid } from "#app/care/detect/order-state.ts";
import { timeOf } from "#app/care/detect/parcel.ts";
import { longAfter, shipBy, shipBySays } from "#app/care/detect/ship-by.ts";

/** Nothing has left, though it was paid and the time is over that the shop promises or usually takes. */
export const unfulfilled: IssueRule = {
  kind: "unfulfilled",
  look: (seen) =>
    looked(seen, (clock) => {
      const { order } = seen;
      if (!awaitsShipping(order) || !isPaid(order) || isHeld(order) || aheadOf(seen)) return null;
      const due = shipBy(seen);
      if (!clock.passed(due)) return null;
      const taken = takenBack(seen, due);
      return {
        subject: taken.length > 0 ? `order:${order.id}#${taken.length + 1}` : `order:${order.id}`,
        knownSince: new Date(Math.max(due, ...taken)),
        weight: clock.passed(longAfter(due, seen)) ? 3 : 2,
        evidence: [...orderSays(order, "name", "placed", "paid", "status"), ...shipBySays(seen, due)],
        traits: waitingTraits(order),
      };
    }),
};

/** Parcels that were made when it was late already and then called off: each time the wait was over, and began anew. */
const takenBack = ({ order }: Seen, due: number): number[] =>
  order.fulfillments.flatMap(({ createdAt }) => {
    const at = timeOf(createdAt);
    return at !== null && at >= due ? [at] : [];
  });
