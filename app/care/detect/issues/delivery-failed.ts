import { orderSays, parcelSays } from "#app/care/detect/evidence.ts";
import type { IssueRule } from "#app/care/detect/issue.ts";
import { lookedAtParcels, parcelTraits } from "#app/care/detect/looked.ts";
import { isOnTheWay } from "#app/care/detect/order-state.ts";

/** The carrier came and could not deliver, and has said nothing since. Each attempt is an issue of its own. */
export const deliveryFailed: IssueRule = {
  kind: "delivery_failed",
  look: (seen) =>
    lookedAtParcels(seen, (parcel) => {
      const { order } = seen;
      const { last, delivered, shippedAt } = parcel;
      if (parcel.says !== "attempted" || delivered !== null || !isOnTheWay(order)) return null;
      // Shopify shows the status alone where the carrier's events are not known.
      const since = last?.at ?? shippedAt ?? Date.parse(order.placedAt);
      return {
        subject: `fulfillment:${parcel.id}@${new Date(since).toISOString()}`,
        knownSince: new Date(since),
        weight: 3,
        evidence: [...orderSays(order, "name"), ...parcelSays(order, parcel)],
        traits: parcelTraits(seen, parcel),
      };
    }),
};
