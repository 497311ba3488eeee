import { createHmac, randomUUID } from "node:crypto";

type Given = {
  shop: string;
  topic?: string;
  body?: string | Uint8Array;
  secret?: string;
  headers?: Record<string, string | null>; // null leaves one out
};

/** A request as Shopify signs and sends it. */
export function makeWebhook(given: Given) {
  const body = Buffer.from(
    given.body ?? JSON.stringify({ id: 820982911946154508n.toString(), name: "#1001" }),
  );
  const headers: Record<string, string | null> = {
    "Content-Type": "application/json",
    "X-Shopify-Hmac-Sha256": createHmac("sha256", given.secret ?? "test-api-secret")
      .update(body)
      .digest("base64"),
    "X-Shopify-Shop-Domain": given.shop,
    "X-Shopify-Topic": given.topic ?? "orders/updated",
    "X-Shopify-Webhook-Id": randomUUID(),
    "X-Shopify-Event-Id": randomUUID(),
    "X-Shopify-API-Version": "2026-10",
    "X-Shopify-Triggered-At": "2026-11-21T08:00:00.123456789Z",
    ...given.headers,
  };
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== null) sent[name] = value;
  return { method: "POST", headers: sent, body };
}
