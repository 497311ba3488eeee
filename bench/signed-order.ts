import { createHmac, randomBytes } from "node:crypto";
import { secret } from "./bench-shop.ts";

/** About 10 kB, the size of a usual order. */
export function bigOrder(): Buffer {
  const lines = Array.from({ length: 14 }, (_, index) => ({
    id: `${866550311766439000n + BigInt(index)}`,
    title: `Enamel mug, forest green, ${index + 1}`,
    quantity: 1 + (index % 3),
    price: "18.00",
    sku: randomBytes(12).toString("hex"),
    properties: randomBytes(282).toString("hex"),
  }));
  return Buffer.from(
    JSON.stringify({ id: "820982911946154508", name: "#1001", currency: "EUR", line_items: lines }),
  );
}

/** The headers Shopify sends with a body, without those that differ for each delivery of it. */
export function signedHeaders(domain: string, body: Buffer): Record<string, string> {
  return {
    "content-type": "application/json",
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
    "x-shopify-shop-domain": domain,
    "x-shopify-topic": "orders/updated",
    "x-shopify-api-version": "2026-10",
  };
}
