import { z } from "zod";
import * as part from "#app/mirror/payloads/parts.ts";

/** `shop/update` and `app/uninstalled` carry the shop. What only a shop's record has is required, so that no other body fits. */
export const shopPayloadSchema = z.object({
  id: part.id,
  name: z.string().min(1).max(300),
  shop_owner: z.string(),
  plan_name: z.string(),
  money_format: z.string(),
  myshopify_domain: part.maybeLower,
  currency: part.currency,
  iana_timezone: part.maybeText,
  updated_at: part.maybeTime,
});

/** `app/scopes_update`. */
export const scopesPayloadSchema = z.object({
  shop_id: part.gidOf("Shop"),
  previous: z.array(z.string()),
  current: z.array(z.string().regex(/^[a-z_]{1,100}$/)),
  updated_at: part.time,
});

/** `bulk_operations/finish`. */
export const bulkOperationPayloadSchema = z.object({
  admin_graphql_api_id: part.gidOf("BulkOperation"),
  status: part.lower,
  type: part.lower,
});
