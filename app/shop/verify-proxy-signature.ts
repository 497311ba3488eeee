import { createHmac, timingSafeEqual } from "node:crypto";
import { seconds } from "#app/lib/duration.ts";

export type ProxyCheck =
  | { outcome: "proven"; shopDomain: string; customerId: string | null }
  | { outcome: "refused"; why: "repeated" | "missing" | "signature" | "time" | "customer" };

/** What Shopify adds itself. Given twice, one value would be signed and another one read. */
const RESERVED = ["shop", "signature", "timestamp", "logged_in_customer_id", "path_prefix"];
/** Shopify's own tolerance: a request can be replayed for this long, so posts carry a nonce. */
const WINDOW = seconds(90);

/**
 * Shopify's App Proxy signature: the query parameters as `key=value` (values of a repeated key by comma), sorted and
 * joined without a separator, hex HMAC-SHA256 with the app's secret. Covers the query only, never the body.
 * https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export function verifyProxySignature(
  query: URLSearchParams,
  app: { secrets: string[]; now: Date },
): ProxyCheck {
  if (RESERVED.some((name) => query.getAll(name).length > 1)) return { outcome: "refused", why: "repeated" };
  const signature = query.get("signature");
  const shopDomain = query.get("shop");
  const timestamp = query.get("timestamp");
  if (!signature || !shopDomain || !timestamp) return { outcome: "refused", why: "missing" };
  const message = signedMessage(query);
  if (!app.secrets.some((secret) => matches(signature, message, secret)))
    return { outcome: "refused", why: "signature" };
  const age = app.now.getTime() - seconds(Number(timestamp));
  if (!/^\d{1,12}$/u.test(timestamp) || Math.abs(age) > WINDOW) return { outcome: "refused", why: "time" };
  const customerId = query.get("logged_in_customer_id") || null;
  // The signed parameters are joined without a separator: only digits cannot hold a piece of another parameter.
  if (customerId !== null && !/^\d{1,20}$/u.test(customerId)) return { outcome: "refused", why: "customer" };
  return { outcome: "proven", shopDomain, customerId };
}

function signedMessage(query: URLSearchParams): string {
  return [...new Set(query.keys())]
    .filter((name) => name !== "signature")
    .map((name) => `${name}=${query.getAll(name).join(",")}`)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join("");
}

function matches(signature: string, message: string, secret: string): boolean {
  const wanted = Buffer.from(createHmac("sha256", secret).update(message).digest("hex"));
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
