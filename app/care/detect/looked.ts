import type { Found, Looked, Seen, Traits } from "#app/care/detect/issue.ts";
import { parcelsOf, type Parcel } from "#app/care/detect/parcel.ts";
import { watchClock, type WatchClock } from "#app/care/detect/watch-clock.ts";

type One = Found | null;

/** What a rule found, and when to look again: when the earliest time comes that it asked its clock for. */
export function looked(seen: Seen, find: (clock: WatchClock) => One | readonly One[]): Looked {
  const clock = watchClock(seen.now);
  const found = [find(clock)].flat().filter((one) => one !== null);
  return { found, lookAt: clock.next() };
}

/** The same, asked of each parcel of the order. */
export const lookedAtParcels = (seen: Seen, find: (parcel: Parcel, clock: WatchClock) => One): Looked =>
  looked(seen, (clock) => parcelsOf(seen.order).map((parcel) => find(parcel, clock)));

/** What an issue of a parcel may have in common with others. */
export function parcelTraits({ order }: Seen, { carrier, events }: Parcel): Traits {
  const hub = events.findLast(({ city }) => city !== null)?.city;
  return { ...orderTraits(order), ...(carrier && { carrier }), ...(hub && { hub }) };
}

/** The country it goes to. */
export function orderTraits({ shippingAddress }: Seen["order"]): Traits {
  const country = shippingAddress?.countryCode?.toUpperCase();
  return country ? { country } : {};
}

const MOST = 10;

/** The country it goes to and what has not left, by SKU where there is one. */
export function waitingTraits(order: Seen["order"]): Traits {
  const products = order.lines
    .filter(({ quantity, currentQuantity }) => (currentQuantity ?? quantity) > 0)
    .map(({ sku, title }) => sku || title)
    .toSorted()
    .slice(0, MOST);
  return { ...orderTraits(order), ...(products.length > 0 && { products }) };
}
