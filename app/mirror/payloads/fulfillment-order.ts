import { z } from "zod";
import * as part from "#app/mirror/payloads/parts.ts";

const fulfillmentOrder = z.object({
  id: part.gidOf("FulfillmentOrder"),
  status: part.maybeLower,
  request_status: part.maybeLower,
  fulfill_at: part.maybeTime,
  fulfillment_holds: z.array(z.object({ reason: part.lower, reason_notes: part.maybeText })).nullish(),
});
export type FulfillmentOrderPart = z.infer<typeof fulfillmentOrder>;

const merged = z.object({ fulfillment_order: fulfillmentOrder });

/**
 * `fulfillment_orders/*`: the fulfillment orders an event is about, under one of five names by topic. None of them carries a
 * version or its order's id.
 */
export const fulfillmentOrdersSchema = z
  .object({
    fulfillment_order: fulfillmentOrder.optional(),
    remaining_fulfillment_order: fulfillmentOrder.nullish(),
    replacement_fulfillment_order: fulfillmentOrder.nullish(),
    original_fulfillment_order: fulfillmentOrder.nullish(),
    moved_fulfillment_order: fulfillmentOrder.nullish(),
    fulfillment_order_merges: z.union([merged, z.array(merged)]).nullish(),
  })
  .transform((given): FulfillmentOrderPart[] =>
    [
      given.fulfillment_order,
      given.remaining_fulfillment_order,
      given.replacement_fulfillment_order,
      given.original_fulfillment_order,
      given.moved_fulfillment_order,
      ...[given.fulfillment_order_merges ?? []].flat().map((one) => one.fulfillment_order),
    ].filter((one) => one !== undefined && one !== null),
  )
  .refine((parts) => parts.length > 0, "names no fulfillment order");
