import { days } from "#app/lib/duration.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

type Waiting = MirroredOrder["fulfillmentOrders"][number];

const OVER: ReadonlySet<string> = new Set(["closed", "cancelled", "incomplete"]);

/** Shopify plans what can leave at once for the moment it was ordered. */
const AT_ONCE = days(1);

type Given = Pick<MirroredOrder, "fulfillmentOrders" | "cancelledAt" | "placedAt">;

/** What of an order has not left, where there is more to say of it than that: it is held, planned for a later day, or asked of a warehouse. */
export function unshipped({ fulfillmentOrders, cancelledAt, placedAt }: Given): Waiting[] {
  if (cancelledAt) return [];
  const planned = (at: string | null) => at !== null && Date.parse(at) - Date.parse(placedAt) > AT_ONCE;
  return fulfillmentOrders
    .filter(({ status }) => !OVER.has(status?.toLowerCase() ?? ""))
    .map((one) => (planned(one.fulfillAt) ? one : { ...one, fulfillAt: null }))
    .filter(({ holds, fulfillAt, requestStatus }) => {
      const asked = requestStatus !== null && requestStatus.toLowerCase() !== "unsubmitted";
      return holds.length > 0 || fulfillAt !== null || asked;
    });
}
