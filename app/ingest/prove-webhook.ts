import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether Shopify signed these bytes: `X-Shopify-Hmac-Sha256` is the base64 of HMAC-SHA256 over the raw body. Every active
 * secret is tried, in constant time (rotation: deliveries signed by the old one are still on their way).
 */
export function proveWebhook(
  secrets: readonly string[],
  body: Uint8Array,
  signature: string | undefined,
): boolean {
  const given = Buffer.from(signature ?? "");
  let proven = false;
  for (const secret of secrets) {
    const expected = Buffer.from(createHmac("sha256", secret).update(body).digest("base64"));
    const equal = given.length === expected.length && timingSafeEqual(given, expected);
    proven = proven || equal;
  }
  return proven;
}
