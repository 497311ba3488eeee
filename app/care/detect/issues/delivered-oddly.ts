import { hours } from "#app/lib/duration.ts";
import { iso, ofParcel, orderSays, parcelSays } from "#app/care/detect/evidence.ts";
import type { IssueRule, Seen } from "#app/care/detect/issue.ts";
import { lookedAtParcels, parcelTraits } from "#app/care/detect/looked.ts";
import { isOnTheWay } from "#app/care/detect/order-state.ts";
import type { Parcel } from "#app/care/detect/parcel.ts";
import { countryCode, isElsewhere } from "#app/care/detect/place.ts";

/** No carrier brings a parcel sooner after it was made ready, nor from another country. */
const [SOONEST, ABROAD] = [hours(2), hours(12)];
/** Clocks of shops and carriers differ by minutes, and labels are booked when the driver is at the door. */
const SLACK = hours(1);
/** Couriers of one town, who are there within the hour. */
const couriers =
  /local delivery|lokale lieferung|courier|kurier|bike|uber|doordash|stuart|gophr|lalamove|glovo|wolt|roadie|gorillas|same ?day|hand|pick ?up/i;

/** Delivered, says the carrier, but not where it was to go, or sooner than it can have been. */
export const deliveredOddly: IssueRule = {
  kind: "delivered_oddly",
  look: (seen) =>
    lookedAtParcels(seen, (parcel) => {
      const { order } = seen;
      const at = parcel.delivered?.at ?? null;
      if (at === null || !isOnTheWay(order)) return null;
      const odd = oddPlace(seen, parcel) ?? oddTime(seen, { parcel, at });
      if (!odd) return null;
      return {
        subject: `fulfillment:${parcel.id}@${new Date(at).toISOString()}`,
        knownSince: new Date(at),
        weight: odd === "other_city" ? 2 : 3,
        evidence: [
          ...orderSays(order, "name"),
          ...parcelSays(order, parcel, parcel.delivered?.event ?? null),
          ...ofParcel(order, parcel.id, {
            key: "deliveredAt",
            label: "Delivered",
            kind: "date",
            field: parcel.fulfillment.deliveredAt ? "deliveredAt" : "events",
            value: iso(at),
          }),
          ...ofParcel(order, parcel.id, {
            key: "odd",
            label: "Odd of the delivery",
            kind: "status",
            field: "events",
            value: odd,
          }),
        ],
        traits: parcelTraits(seen, parcel),
      };
    }),
};

function oddPlace({ order }: Seen, { delivered }: Parcel): "other_country" | "other_city" | null {
  if (!order.shippingAddress || !delivered?.event) return null;
  const elsewhere = isElsewhere(delivered.event, order.shippingAddress);
  if (elsewhere.country) return "other_country";
  return elsewhere.city ? "other_city" : null;
}

/** A shop that makes its labels afterwards shows by the scans of before when it really left. */
function oddTime(
  { order }: Seen,
  { parcel, at }: { parcel: Parcel; at: number },
): "before_it_left" | "too_soon" | null {
  const { shippedAt, scans, number, carrier } = parcel;
  if (number === null || order.shippingAddress === null || couriers.test(carrier ?? "")) return null;
  if (at < Date.parse(order.placedAt) - SLACK) return "before_it_left";
  const [first] = scans.filter(({ says }) => says !== "delivered");
  if (first && first.at < at) {
    const [from, to] = [countryCode(first.country), countryCode(order.shippingAddress.countryCode)];
    const left = Math.min(first.at, shippedAt ?? first.at);
    return from !== null && to !== null && from !== to && at - left < ABROAD ? "too_soon" : null;
  }
  if (shippedAt === null) return null;
  if (at < shippedAt - SLACK) return "before_it_left";
  return at - shippedAt < SOONEST ? "too_soon" : null;
}
