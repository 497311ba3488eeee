import { days } from "#app/lib/duration.ts";
import { orderSays, parcelSays } from "#app/care/detect/evidence.ts";
import type { IssueRule } from "#app/care/detect/issue.ts";
import { lookedAtParcels, parcelTraits } from "#app/care/detect/looked.ts";
import { isOnTheWay } from "#app/care/detect/order-state.ts";
import { reports, silentFrom } from "#app/care/detect/silence.ts";

/** After so much more silence it weighs more, at the least. */
const LONG = days(4);

/**
 * The carrier has said nothing for longer than usual. Each silence is an issue of its own: a new scan ends it. What waits for the
 * shopper, or is known to have gone wrong, is not silent.
 */
export const stalled: IssueRule = {
  kind: "stalled",
  look: (seen) =>
    lookedAtParcels(seen, (parcel, clock) => {
      const { order } = seen;
      const { last, delivered } = parcel;
      if (last === null || delivered !== null || parcel.says !== "moving") return null;
      if (!isOnTheWay(order) || !reports(seen, parcel)) return null;
      const due = silentFrom(seen, parcel, last);
      if (!clock.passed(due)) return null;
      return {
        subject: `fulfillment:${parcel.id}@${new Date(last.at).toISOString()}`,
        knownSince: new Date(due),
        weight: clock.passed(due + Math.max(LONG, due - last.at)) ? 3 : 2,
        evidence: [...orderSays(order, "name"), ...parcelSays(order, parcel)],
        traits: parcelTraits(seen, parcel),
      };
    }),
};
