import { aheadOf } from "#app/care/detect/ahead.ts";
import { evidence, orderSays } from "#app/care/detect/evidence.ts";
import type { IssueRule } from "#app/care/detect/issue.ts";
import { looked, waitingTraits } from "#app/care/detect/looked.ts";
import { isHeld, isPartlyShipped, isRefunded, wasTold } from "#app/care/detect/order-state.ts";
import { parcelsOf } from "#app/care/detect/parcel.ts";
import { longAfter, shipBy, shipBySays } from "#app/care/detect/ship-by.ts";

/** A part has left and the rest has not, though its time is over, and nobody has written of it since the part left. */
export const partlyShipped: IssueRule = {
  kind: "partly_shipped",
  look: (seen) =>
    looked(seen, (clock) => {
      const { order } = seen;
      if (!isPartlyShipped(order) || order.cancelledAt || order.closedAt || isRefunded(order)) return null;
      const parcels = parcelsOf(order);
      if (parcels.length === 0 || isHeld(order) || aheadOf(seen)) return null;
      const left = Math.min(...parcels.map(({ shippedAt }) => shippedAt ?? Date.parse(order.placedAt)));
      if (wasTold(seen, "partly_shipped", left)) return null;
      const due = Math.max(shipBy(seen), left);
      if (!clock.passed(due)) return null;
      return {
        subject: `order:${order.id}`,
        knownSince: new Date(due),
        weight: clock.passed(longAfter(due, seen)) ? 3 : 2,
        evidence: [
          ...orderSays(order, "name", "placed", "paid", "status"),
          ...evidence(order, {
            entity: "order",
            id: order.id,
            key: "parcels",
            label: "Parcels",
            kind: "number",
            field: "fulfillments",
            value: String(parcels.length),
          }),
          ...shipBySays(seen, due),
        ],
        traits: waitingTraits(order),
      };
    }),
};
