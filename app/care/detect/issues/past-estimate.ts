import { days } from "#app/lib/duration.ts";
import { iso, ofParcel, orderSays, parcelSays } from "#app/care/detect/evidence.ts";
import type { IssueRule } from "#app/care/detect/issue.ts";
import { dayName, dayOf, startOfDay } from "#app/lib/local-day.ts";
import { lookedAtParcels, parcelTraits } from "#app/care/detect/looked.ts";
import { isOnTheWay } from "#app/care/detect/order-state.ts";
import type { Parcel, Says } from "#app/care/detect/parcel.ts";
import { reports } from "#app/care/detect/silence.ts";

/** Carriers name a day and come the next one often enough. */
const GRACE = 1;
const LONG = days(5);
/** Where another issue says why it is late, or nobody is. */
const SAID_OTHERWISE: ReadonlySet<Says> = new Set(["waiting", "attempted", "lost", "damaged", "returned"]);

/** The day on which the carrier expected to deliver is over, by more than a day. An estimate that moves is another issue. */
export const pastEstimate: IssueRule = {
  kind: "past_estimate",
  look: (seen) =>
    lookedAtParcels(seen, (parcel, clock) => {
      const { order, shop } = seen;
      const { estimate } = parcel;
      if (estimate === null || !isOnTheWay(order) || !isExpected(parcel)) return null;
      // Of a carrier that never says that it delivered nobody knows whether it is late.
      if (parcel.scans.length === 0 && !reports(seen, parcel)) return null;
      const day = dayOf(estimate, shop.timeZone);
      const due = startOfDay(day + 1 + GRACE, shop.timeZone);
      if (!clock.passed(due)) return null;
      return {
        subject: `fulfillment:${parcel.id}@${dayName(day)}`,
        knownSince: new Date(due),
        weight: clock.passed(due + LONG) ? 3 : 2,
        evidence: [
          ...orderSays(order, "name"),
          ...parcelSays(order, parcel),
          ...ofParcel(order, parcel.id, {
            key: "eta",
            label: "Expected by the carrier",
            kind: "date",
            field: "estimatedDeliveryAt",
            value: iso(estimate),
          }),
        ],
        traits: parcelTraits(seen, parcel),
      };
    }),
};

/** Not there yet, and expected after it left: an estimate of before that is none. */
function isExpected({ delivered, says, estimate, shippedAt }: Parcel): boolean {
  if (delivered !== null || (says !== null && SAID_OTHERWISE.has(says))) return false;
  return estimate !== null && (shippedAt === null || estimate > shippedAt - days(1));
}
