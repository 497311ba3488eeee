import { addBusinessDays, daysOfOthers } from "#app/care/detect/business-days.ts";
import { orderSays, parcelSays } from "#app/care/detect/evidence.ts";
import type { IssueRule, Seen } from "#app/care/detect/issue.ts";
import { lookedAtParcels, parcelTraits } from "#app/care/detect/looked.ts";
import { isOnTheWay } from "#app/care/detect/order-state.ts";
import type { Parcel } from "#app/care/detect/parcel.ts";
import { habitOf, reports, scansNearlyAll } from "#app/care/detect/silence.ts";

/** No carrier takes longer to fetch a parcel that waits for it, whatever its usual gaps. */
const [SOONEST, LATEST] = [2, 4];
const LONG = 3;

/** A label was made, and nobody has scanned the parcel since. The shopper was told that it shipped. */
export const notPickedUp: IssueRule = {
  kind: "not_picked_up",
  look: (seen) =>
    lookedAtParcels(seen, (parcel, clock) => {
      const { order, shop } = seen;
      if (
        !isOnTheWay(order) ||
        !isUnscanned(parcel) ||
        !reports(seen, parcel) ||
        !scansNearlyAll(seen, parcel)
      )
        return null;
      if (parcel.shippedAt === null) return null;
      const due = fetchedBy(seen, parcel, parcel.shippedAt);
      if (!clock.passed(due)) return null;
      return {
        subject: `fulfillment:${parcel.id}`,
        knownSince: new Date(due),
        weight: clock.passed(addBusinessDays(due, LONG, daysOfOthers(shop))) ? 3 : 2,
        evidence: [...orderSays(order, "name"), ...parcelSays(order, parcel, parcel.events.at(-1) ?? null)],
        traits: parcelTraits(seen, parcel),
      };
    }),
};

const isUnscanned = ({ delivered, number, says }: Parcel): boolean =>
  delivered === null && number !== null && (says === null || says === "label");

/** Two business days; where this carrier's parcels often go unseen for longer, up to four. */
function fetchedBy(seen: Seen, parcel: Parcel, shippedAt: number): number {
  const fetching = daysOfOthers(seen.shop);
  const gap = habitOf(seen, parcel)?.longestUsualGap ?? 0;
  const [soonest, latest] = [SOONEST, LATEST].map((count) => addBusinessDays(shippedAt, count, fetching));
  return Math.min(Math.max(soonest ?? shippedAt, shippedAt + gap), latest ?? shippedAt);
}
