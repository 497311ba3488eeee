import { addBusinessDays, daysOfOthers } from "#app/care/detect/business-days.ts";
import { isKnownCarrier } from "#app/care/detect/carrier-words.ts";
import type { Habit, Seen } from "#app/care/detect/issue.ts";
import type { CarrierEvent, Parcel } from "#app/care/detect/parcel.ts";
import { countryCode } from "#app/care/detect/place.ts";
import { days } from "#app/lib/duration.ts";

/** So many parcels show whether a carrier reports. */
export const ENOUGH = 10;
/** Below this share of parcels of which it says anything, silence says nothing either. */
export const COVERED = 0.3;
/** And below this share, it says little that a parcel was never scanned. */
const SCANS_NEARLY_ALL = 0.8;
/** No carrier is silent sooner, however often it usually speaks. */
const SILENT_DAYS = 3;
/** Between two countries, where this shop has no parcels to compare with. */
const CROSSING = days(7);
/** One parcel in fifty is silent for longer than the longest usual gap and arrives all the same: so many gaps are too long. */
const SLACK = 2;

/** Whether a carrier can be taken at its silence: one that never reports is not tracked, not late. */
export function reports(seen: Seen, parcel: Parcel): boolean {
  const habit = habitOf(seen, parcel);
  if (habit && habit.parcels >= ENOUGH) return habit.coverage >= COVERED;
  return (
    parcel.events.length > 0 ||
    (habit !== null && habit.coverage >= COVERED) ||
    (parcel.carrier !== null && isKnownCarrier(parcel.carrier))
  );
}

/** Whether a parcel of which the carrier has said nothing yet is likely not to have been handed over. */
export function scansNearlyAll(seen: Seen, parcel: Parcel): boolean {
  const habit = habitOf(seen, parcel);
  return habit === null || habit.parcels < ENOUGH || habit.coverage >= SCANS_NEARLY_ALL;
}

/** Until when it is usual that no scan follows one, in epoch milliseconds. */
export function silentFrom(seen: Seen, parcel: Parcel, scan: CarrierEvent): number {
  const floor = scan.at + days(SILENT_DAYS);
  const gap = habitOf(seen, parcel)?.longestUsualGap ?? null;
  if (gap !== null) return Math.max(floor, scan.at + gap * SLACK);
  if (isCrossing(seen, scan)) return scan.at + CROSSING;
  // Nothing is known of it: carriers rest at the weekend.
  return Math.max(floor, addBusinessDays(scan.at, SILENT_DAYS, daysOfOthers(seen.shop)));
}

export const habitOf = ({ order, habitOf: of }: Seen, { carrier }: Parcel): Habit | null =>
  of(carrier, order.shippingAddress?.countryCode);

function isCrossing({ order }: Seen, { country }: CarrierEvent): boolean {
  const [here, there] = [countryCode(country), countryCode(order.shippingAddress?.countryCode)];
  return here !== null && there !== null && here !== there;
}
