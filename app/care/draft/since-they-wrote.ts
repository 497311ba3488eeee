import type { Claim, Reading } from "#app/care/understand/reading.ts";
import type { Order } from "#app/mirror/order.ts";

/** What is said of a parcel that is still to come, and no more once it came. */
const STILL_TO_COME: ReadonlySet<Claim["kind"]> = new Set(["not_received", "overdue", "not_shipped"]);

type Asked = Pick<Reading, "claims" | "intent">;

/**
 * The reading as it stands now, pure: somebody who asked for a parcel that was delivered only after they wrote did not say that it is
 * missing. They are told that it came; who misses it still writes again.
 */
export function sinceTheyWrote<Of extends Asked>(
  reading: Of,
  { orders, wroteAt }: { orders: readonly Pick<Order, "fulfillments">[]; wroteAt: Date },
): Of {
  const parcels = orders.flatMap(({ fulfillments }) => fulfillments);
  const came = parcels.flatMap(({ deliveredAt, events }) => [
    ...(deliveredAt ? [deliveredAt] : []),
    ...events.flatMap(({ status, at }) => (status === "delivered" ? [at] : [])),
  ]);
  const allSince = came.length > 0 && came.every((at) => new Date(at).getTime() > wroteAt.getTime());
  if (!allSince || reading.claims.some(({ kind }) => kind === "marked_delivered")) return reading;
  return {
    ...reading,
    claims: reading.claims.filter(({ kind }) => !STILL_TO_COME.has(kind)),
    intent: reading.intent === "delivery_problem" ? "order_status" : reading.intent,
  };
}
