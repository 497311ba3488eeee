import { plain } from "#app/care/understand/shipments.ts";
import { days } from "#app/lib/duration.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

/**
 * When an order is likely to be packed, in epoch milliseconds: until then it can be called off or changed. `packing`: whoever ships it has
 * begun. `scheduled`: its day was chosen. `usual`: as long after it was placed as this shop's orders usually take. `any_moment`: that time
 * is over. `held`: something holds it, nobody knows for how long. `unknown`: it waits much longer than usual. `gone`: nothing of it is left
 * to stop.
 */
export type Leaving =
  | { outcome: "leaves"; at: number; basis: "packing" | "scheduled" | "usual" | "any_moment" }
  | { outcome: "held" }
  | { outcome: "unknown" }
  | { outcome: "gone" };

type Known = Pick<
  MirroredOrder,
  "placedAt" | "cancelledAt" | "closedAt" | "fulfillmentStatus" | "fulfillments" | "fulfillmentOrders"
>;

const SENT = new Set(["fulfilled", "restocked", "fulfillment_not_required"]);
const PARTLY = new Set(["partial", "partially_fulfilled"]);
const OVER = new Set(["closed", "cancelled", "canceled"]);
/** A shop that is quicker than this is not late by it. */
const LEAST_USUAL = days(1);

/** Pure. `usualHandling`: how long an order of this shop usually takes to leave, in milliseconds. */
export function leavingOf(
  order: Known,
  { usualHandling, now }: { usualHandling: number; now: number },
): Leaving {
  const status = plain(order.fulfillmentStatus);
  const shipped = order.fulfillments.some((one) => plain(one.status) !== "cancelled");
  if (order.cancelledAt ?? order.closedAt) return { outcome: "gone" };
  if (SENT.has(status) || (shipped && !PARTLY.has(status))) return { outcome: "gone" };
  const parts = order.fulfillmentOrders.filter((part) => !OVER.has(plain(part.status)));
  if (parts.length === 0 && order.fulfillmentOrders.length > 0) return { outcome: "gone" };
  const placed = Date.parse(order.placedAt);
  if (parts.some((part) => plain(part.status) === "in_progress"))
    return { outcome: "leaves", at: now, basis: "packing" };
  const free = parts.filter((part) => part.holds.length === 0 && plain(part.status) !== "on_hold");
  if (parts.length > 0 && free.length === 0) return { outcome: "held" };
  const scheduled = free.flatMap((part) => (part.fulfillAt ? [Date.parse(part.fulfillAt)] : []));
  const chosen = scheduled.length > 0 && scheduled.length === free.length ? Math.min(...scheduled) : null;
  if (chosen !== null && chosen > Math.max(now, placed))
    return { outcome: "leaves", at: chosen, basis: "scheduled" };
  const usual = placed + usualHandling;
  if (usual > now) return { outcome: "leaves", at: usual, basis: "usual" };
  return overdueFor({ usualHandling }) > now - usual
    ? { outcome: "leaves", at: usual, basis: "any_moment" }
    : { outcome: "unknown" };
}

/** How long past its usual time an order is still believed to leave at any moment. */
export const overdueFor = ({ usualHandling }: { usualHandling: number }): number =>
  Math.max(usualHandling, LEAST_USUAL);
