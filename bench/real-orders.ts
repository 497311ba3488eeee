import { createHmac } from "node:crypto";
import { exampleBody } from "#tests/fixtures/webhooks/examples.ts";
import { secret } from "./bench-shop.ts";

export type SignedOrder = { body: Buffer; headers: Record<string, string> };

/**
 * Shopify's own example of an `orders/updated` (10.7 kB), as an order of its own for each number: ids, name and times differ. A
 * higher `version` of the same number is a later state of the same order.
 */
export function realOrders(domain: string): (number: number, version?: number) => SignedOrder {
  const example = JSON.parse(exampleBody("orders/updated", domain)) as Record<string, unknown>;
  delete example["cancelled_at"];
  const began = Date.UTC(2026, 10, 1);
  return (number, version = 0) => {
    const id = String(6_000_000_000_000 + number);
    const body = Buffer.from(
      JSON.stringify({
        ...example,
        id: Number(id),
        admin_graphql_api_id: `gid://shopify/Order/${id}`,
        name: `#${1_000 + number}`,
        order_number: 1_000 + number,
        created_at: new Date(began).toISOString(),
        updated_at: new Date(began + version * 1_000).toISOString(),
      }),
    );
    return { body, headers: webhookHeaders(domain, body, `${domain}-${number}-${version}`) };
  };
}

function webhookHeaders(domain: string, body: Buffer, id: string): Record<string, string> {
  return {
    "content-type": "application/json",
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
    "x-shopify-shop-domain": domain,
    "x-shopify-topic": "orders/updated",
    "x-shopify-api-version": "2026-10",
    "x-shopify-webhook-id": id,
    "x-shopify-event-id": id,
    "x-shopify-triggered-at": new Date().toISOString(),
  };
}
