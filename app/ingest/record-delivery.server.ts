import { randomUUID } from "node:crypto";
import { env } from "#app/env.server.ts";
import {
  forgetWebhookShop,
  knownWebhookShop,
  type WebhookShop,
} from "#app/ingest/known-webhook-shop.server.ts";
import type { WebhookHeaders } from "#app/ingest/read-webhook-headers.ts";
import { withinDeadline } from "#app/ingest/within-deadline.server.ts";
import { milliseconds, seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { pipeline } from "#app/pipeline.ts";
import { sealBytes, sealWithDeploymentKey } from "#app/shop/seal.ts";
import { doorPool } from "#app/system-db.server.ts";

/** `quarantined`: durable like the others, set aside for an operator. */
export type Recorded = { outcome: "recorded" | "quarantined" | "duplicate" | "unavailable" };

const EVENT = "webhook-recorded";
/** Leaves the door time to answer within two seconds. */
const DURABLE_WITHIN = seconds(1.8);

/** Keeps one proven delivery, sealed, and the intent to handle it: both or neither, once. Does not look into the body. */
export async function recordDelivery(headers: WebhookHeaders, body: Buffer): Promise<Recorded> {
  try {
    return await withinDeadline(record(headers, body), DURABLE_WITHIN);
  } catch (err) {
    logger.error({ err }, "a webhook could not be made durable");
    return { outcome: "unavailable" };
  }
}

async function record(headers: WebhookHeaders, body: Buffer): Promise<Recorded> {
  const shop = headers.shopDomain === "" ? null : await knownWebhookShop(headers.shopDomain);
  const first = await insert(shop, headers, body);
  if (first.outcome !== "not-the-shop") return first;
  // The shop was redacted and perhaps installed again since this process read it.
  forgetWebhookShop(headers.shopDomain);
  const second = await insert(await knownWebhookShop(headers.shopDomain), headers, body);
  return second.outcome === "not-the-shop" ? { outcome: "unavailable" } : second;
}

async function insert(
  shop: WebhookShop | null,
  headers: WebhookHeaders,
  body: Buffer,
): Promise<Recorded | { outcome: "not-the-shop" }> {
  const id = randomUUID();
  const context = `webhook_deliveries.sealed_body:${id}` as const;
  const sealed = shop
    ? sealBytes(shop.keys, context, body)
    : sealWithDeploymentKey(env.ENCRYPTION_KEY, context, body);
  const fault = headers.fault ?? (shop ? null : "unknown shop");
  const { rows } = await doorPool.query<{ current: boolean; recorded: boolean }>({
    name: "record-delivery",
    text: RECORD,
    values: [
      id,
      shop?.id ?? null,
      headers.shopDomain,
      headers.topic,
      headers.webhookId,
      headers.eventId,
      headers.apiVersion,
      headers.triggeredAt,
      sealed,
      fault,
      shop?.wrappedKey ?? null,
      EVENT,
      pipeline[EVENT].jobs,
    ],
  });
  const row = rows[0];
  if (!row?.current) return { outcome: "not-the-shop" };
  if (!row.recorded) return { outcome: "duplicate" };
  if (fault) return { outcome: "quarantined" };
  tellRelay();
  return { outcome: "recorded" };
}

// One round trip, one commit. The same delivery is the same webhook id, or the same event, of one shop and topic.
const RECORD = `
WITH shop AS (
  SELECT $2::text IS NULL OR EXISTS (SELECT FROM shops WHERE id = $2 AND wrapped_key = $11::bytea) AS current
), delivery AS (
  INSERT INTO webhook_deliveries
    (id, shop_id, shop_domain, topic, webhook_id, event_id, api_version, triggered_at, sealed_body, state, reason)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $10::text IS NULL THEN 'recorded' ELSE 'quarantined' END, $10
  FROM shop WHERE current
  ON CONFLICT DO NOTHING
  RETURNING id
), intent AS (
  INSERT INTO jobs (shop_id, event, name, data)
  SELECT $2, $12, job.name, jsonb_build_object('shopId', $2::text, 'deliveryId', id)
  FROM delivery, unnest($13::text[]) AS job(name)
  WHERE $10::text IS NULL
)
SELECT current, EXISTS (SELECT FROM delivery) AS recorded FROM shop`;

let telling = false;

/**
 * The relay polls each second; this only saves the wait. Not part of the insert: PostgreSQL lets one notifying transaction
 * commit at a time, which would put all deliveries in one line.
 */
function tellRelay(): void {
  if (telling) return;
  telling = true;
  setTimeout(() => {
    telling = false;
    doorPool.query("SELECT pg_notify('attune_jobs', '')").catch((err: unknown) => {
      logger.warn({ err }, "the relay was not told");
    });
  }, milliseconds(5)).unref();
}
