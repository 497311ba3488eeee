import { z } from "zod";
import * as part from "#app/mirror/payloads/parts.ts";

/**
 * `returns/*`. Shopify's documentation names `returns/process` with an empty example, so nothing is required; a body that
 * names a return must name it rightly. None of them carries a version.
 */
export const returnPayloadSchema = z
  .object({
    admin_graphql_api_id: part.gidOf("Return").optional(),
    status: part.maybeLower,
    name: part.maybeText,
    order: z.object({ admin_graphql_api_id: part.gidOf("Order") }).nullish(),
    order_id: part.id.nullish(),
  })
  .loose()
  .refine(
    (body) =>
      body.admin_graphql_api_id !== undefined ||
      Object.keys(body).every((key) => ["status", "name"].includes(key)),
    {
      message: "names no return",
    },
  )
  .transform((body) => ({
    id: body.admin_graphql_api_id ?? null,
    orderId: body.order?.admin_graphql_api_id ?? body.order_id ?? null,
    status: body.status,
    name: body.name,
  }));
