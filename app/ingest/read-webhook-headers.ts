import { createHash } from "node:crypto";

/** What the headers of a delivery say. They are not signed: good for finding and telling apart, proof of nothing. */
export type WebhookHeaders = {
  shopDomain: string;
  topic: string;
  webhookId: string;
  eventId: string | null;
  apiVersion: string | null;
  triggeredAt: string | null;
  fault: string | null; // why this delivery cannot be handled although its signature is good
};

/** As Node reads them: names in lower case. */
type Headers = Record<string, string | string[] | undefined>;

const LONGEST = 255;
const DOMAIN = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/** Names what is missing. A delivery without an id is told apart by its content, so that a repeat is still a repeat. */
export function readWebhookHeaders(headers: Headers, body: Uint8Array): WebhookHeaders {
  const shopDomain = text(headers["x-shopify-shop-domain"])?.toLowerCase() ?? null;
  const topic = text(headers["x-shopify-topic"]);
  const webhookId = text(headers["x-shopify-webhook-id"]);
  const fault =
    shopDomain === null
      ? "no X-Shopify-Shop-Domain"
      : !DOMAIN.test(shopDomain)
        ? "X-Shopify-Shop-Domain is not a myshopify.com domain"
        : topic === null
          ? "no X-Shopify-Topic"
          : webhookId === null
            ? "no X-Shopify-Webhook-Id"
            : null;
  return {
    shopDomain: shopDomain ?? "",
    topic: topic ?? "",
    webhookId: webhookId ?? `sha256:${createHash("sha256").update(body).digest("base64url")}`,
    eventId: text(headers["x-shopify-event-id"]),
    apiVersion: text(headers["x-shopify-api-version"]),
    triggeredAt: text(headers["x-shopify-triggered-at"]),
    fault,
  };
}

function text(value: string | string[] | undefined): string | null {
  const first = (Array.isArray(value) ? value.join(",") : value)?.trim();
  return first ? first.slice(0, LONGEST) : null;
}
