import type { Found, Looked, Seen, Traits } from "#app/care/detect/issue.ts";
import { openParts } from "#app/care/detect/order-state.ts";
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

/** What an issue of a parcel may have in common with others. Which of an order's items are in it is not known. */
export function parcelTraits({ order }: Seen, { carrier, events, fulfillment }: Parcel): Traits {
  const hub = events.findLast(({ city }) => city !== null)?.city;
  const { location } = fulfillment;
  return {
    ...orderTraits(order),
    ...(carrier && { carrier }),
    ...(hub && { hub }),
    ...(location && { location }),
  };
}

/** The country it goes to: all that issues of money and of addresses have in common. */
export function orderTraits({ shippingAddress }: Seen["order"]): Traits {
  const country = shippingAddress?.countryCode?.toUpperCase();
  return country ? { country } : {};
}

const MOST = 10;

/** The country it goes to, what has not left, by SKU where there is one, and the stock it is to leave from. */
export function waitingTraits(order: Seen["order"]): Traits {
  const products = order.lines
    .filter(({ quantity, currentQuantity }) => (currentQuantity ?? quantity) > 0)
    .map(({ sku, title }) => sku || title)
    .toSorted()
    .slice(0, MOST);
  const location = stockOf(order);
  return {
    ...orderTraits(order),
    ...(products.length > 0 && { products }),
    ...(location && { location }),
  };
}

/** Null where what is left lies in several, or one of them is not known. */
function stockOf(order: Seen["order"]): string | null {
  const [stock = null, ...others] = new Set(openParts(order).map(({ location }) => location ?? null));
  return others.length === 0 ? stock : null;
}
