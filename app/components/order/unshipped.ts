import type { MirroredOrder } from "#app/mirror/order.ts";

type Waiting = MirroredOrder["fulfillmentOrders"][number];

const OVER: ReadonlySet<string> = new Set(["closed", "cancelled", "incomplete"]);

/** What of an order has not left, where there is more to say of it than that: it is held, planned for a day, or asked of a warehouse. */
export function unshipped({
  fulfillmentOrders,
  cancelledAt,
}: Pick<MirroredOrder, "fulfillmentOrders" | "cancelledAt">): Waiting[] {
  if (cancelledAt) return [];
  return fulfillmentOrders.filter(
    ({ status, holds, fulfillAt, requestStatus }) =>
      !OVER.has(status?.toLowerCase() ?? "") &&
      (holds.length > 0 ||
        fulfillAt !== null ||
        (requestStatus !== null && requestStatus.toLowerCase() !== "unsubmitted")),
  );
}
