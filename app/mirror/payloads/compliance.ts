import { z } from "zod";
import * as part from "#app/mirror/payloads/parts.ts";

/** What Shopify's three compliance topics say. Each refuses the bodies of the others: what it causes cannot be taken back. */
const shop = { shop_id: part.id, shop_domain: part.lower };
const person = z.object({ id: part.id.nullish(), email: part.maybeText, phone: part.maybeText });
const absent = z.undefined().optional();

export const customerRedactSchema = z.object({
  ...shop,
  customer: person,
  orders_to_redact: z.array(part.id).default([]),
  orders_requested: absent,
  data_request: absent,
});

export const dataRequestSchema = z.object({
  ...shop,
  customer: person,
  orders_requested: z.array(part.id).default([]),
  data_request: z.object({ id: part.id }),
  orders_to_redact: absent,
});

export const shopRedactSchema = z.object({
  ...shop,
  customer: absent,
  orders_to_redact: absent,
  orders_requested: absent,
  data_request: absent,
});
