import { existsSync, readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { z } from "zod";
import type { AppManifest } from "./context.ts";

const textList = z.string().transform((text) =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== ""),
);

const toml = z.object({
  access_scopes: z.object({ scopes: textList }).optional(),
  webhooks: z
    .object({
      api_version: z.string().optional(),
      subscriptions: z
        .array(
          z.object({
            topics: z.array(z.string()).optional(),
            compliance_topics: z.array(z.string()).optional(),
            uri: z.string(),
          }),
        )
        .optional(),
    })
    .optional(),
  app_proxy: z.object({ url: z.string(), prefix: z.string(), subpath: z.string() }).optional(),
});

/** Reads shopify.app.toml. Throws when it is not valid TOML or has another shape; a missing file gives `fallback`. */
export function readManifest(path: string, fallback: AppManifest): AppManifest {
  if (!existsSync(path)) return fallback;
  const file = toml.parse(parse(readFileSync(path, "utf8")));
  return {
    apiVersion: file.webhooks?.api_version ?? fallback.apiVersion,
    scopes: file.access_scopes?.scopes ?? fallback.scopes,
    subscriptions: (file.webhooks?.subscriptions ?? []).flatMap(({ topics, compliance_topics, uri }) =>
      [...(topics ?? []), ...(compliance_topics ?? [])].map((topic) => ({ topic, uri })),
    ),
    proxy: file.app_proxy ?? fallback.proxy,
  };
}

const TOPICS = [
  "orders/create",
  "orders/updated",
  "orders/edited",
  "orders/cancelled",
  "orders/fulfilled",
  "orders/partially_fulfilled",
  "orders/delete",
  "fulfillments/create",
  "fulfillments/update",
  "fulfillment_events/create",
  "fulfillment_events/delete",
  "fulfillment_orders/placed_on_hold",
  "fulfillment_orders/hold_released",
  "fulfillment_orders/moved",
  "fulfillment_orders/cancelled",
  "fulfillment_orders/rescheduled",
  "fulfillment_orders/scheduled_fulfillment_order_ready",
  "fulfillment_orders/split",
  "fulfillment_orders/merged",
  "fulfillment_orders/line_items_prepared_for_pickup",
  "fulfillment_orders/line_items_prepared_for_local_delivery",
  "fulfillment_orders/progress_reported",
  "fulfillment_orders/fulfillment_request_rejected",
  "fulfillment_orders/fulfillment_service_failed_to_complete",
  "refunds/create",
  "returns/request",
  "returns/approve",
  "returns/decline",
  "returns/update",
  "returns/process",
  "returns/close",
  "returns/reopen",
  "returns/cancel",
  "disputes/create",
  "disputes/update",
  "customers/create",
  "customers/update",
  "customers/delete",
  "customers/enable",
  "customers/disable",
  "customers/merge",
  "customers/purchasing_summary",
  "customers_email_marketing_consent/update",
  "shop/update",
  "bulk_operations/finish",
  "app/uninstalled",
  "app/scopes_update",
  "customers/data_request",
  "customers/redact",
  "shop/redact",
];

/** An app that listens to everything the dev store can cause, for tests that bring no shopify.app.toml. */
export const listensToAll: AppManifest = {
  apiVersion: "2026-10",
  scopes: [
    "read_orders",
    "write_orders",
    "read_all_orders",
    "read_customers",
    "write_customers",
    "read_fulfillments",
    "write_fulfillments",
    "read_merchant_managed_fulfillment_orders",
    "read_returns",
    "read_legal_policies",
    "read_products",
    "read_shopify_payments_disputes",
    "read_customer_merge",
    "read_locales",
    "read_locations",
  ],
  subscriptions: TOPICS.map((topic) => ({ topic, uri: "/webhooks" })),
  proxy: { url: "/proxy", prefix: "apps", subpath: "attune" },
};
