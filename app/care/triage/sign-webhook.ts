import { createHmac } from "node:crypto";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * The secret that a shop's webhooks are signed with. It follows from the shop's own key, so that it is stored nowhere; another
 * version is another secret.
 */
export function webhookSecret(keys: ShopKeys, version: number): string {
  const digest = createHmac("sha256", keys.index).update(`alert-webhook|${keys.shopId}|${version}`);
  return `whsec_${digest.digest("base64url")}`;
}

/** `t=<seconds since 1970>,v1=<hex>`: HMAC-SHA256 of `<t>.<body>`. Whoever checks it refuses what is minutes old. */
export function signature(secret: string, body: string, at: Date): string {
  const t = Math.floor(at.getTime() / 1_000);
  const v1 = createHmac("sha256", secret).update(`${t}.${body}`).digest("hex");
  return `t=${t},v1=${v1}`;
}
