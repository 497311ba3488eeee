import { env } from "#app/env.server.ts";
import type { WebhookShop } from "#app/ingest/known-webhook-shop.server.ts";
import type { WebhookHeaders } from "#app/ingest/read-webhook-headers.ts";
import { logger } from "#app/lib/logger.server.ts";
import { timedId } from "#app/lib/timed-id.ts";
import { pipeline } from "#app/pipeline.ts";
import { sealPacked, sealWithDeploymentKey } from "#app/shop/seal.ts";
import { doorPool } from "#app/system-db.server.ts";

/** A delivery whose signature is good, the shop it names, and the `traceparent` of its request. */
export type ProvenDelivery = {
  shop: WebhookShop | null;
  headers: WebhookHeaders;
  body: Buffer;
  trace: string | null;
};

export type RowOutcome =
  | "recorded"
  | "quarantined" // durable like the others, set aside for an operator
  | "duplicate"
  | "not-the-shop" // the shop was erased or installed anew since it was looked up: nothing was written
  | "unavailable"; // not known to be durable

const EVENT = "webhook-recorded";

/**
 * Keeps deliveries, sealed, each with the intent to handle it: both or neither, once. One statement for all of them; one that
 * PostgreSQL refuses does not cost the others. Does not look into the bodies. Never throws: one outcome each, in their order.
 */
export async function recordDeliveries(deliveries: readonly ProvenDelivery[]): Promise<RowOutcome[]> {
  try {
    return await insert(deliveries);
  } catch (err) {
    if (deliveries.length > 1 && isAboutARow(err)) {
      const alone: RowOutcome[] = [];
      for (const delivery of deliveries) alone.push(...(await recordDeliveries([delivery])));
      return alone;
    }
    logger.error({ err, deliveries: deliveries.length }, "webhooks could not be made durable");
    return deliveries.map(() => "unavailable");
  }
}

/** By class of SQLSTATE: bad data, a constraint, a limit, and the deadlock of two statements with the same events. */
function isAboutARow(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return ["22", "23", "54", "40"].includes(code.slice(0, 2)) && code.length === 5;
}

async function insert(deliveries: readonly ProvenDelivery[]): Promise<RowOutcome[]> {
  const now = Date.now();
  const sealed: Uint8Array[] = [];
  const shops = new Map<string, string>();
  let start = 1; // PostgreSQL counts from one
  const rows = deliveries.map((delivery, at) => {
    const { shop, headers, trace } = delivery;
    const id = timedId(now);
    const pieces = seal(id, delivery);
    const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const row = { at, id, shop: shop?.id, ...headers, fault: faultOf(delivery), trace, start, size };
    sealed.push(...pieces);
    start += size;
    if (shop) shops.set(shop.id, shop.wrappedKey);
    return row;
  });
  const { rows: answer } = await doorPool.query<{ outcomes: string }>({
    name: "record-deliveries",
    text: RECORD,
    values: [
      JSON.stringify(rows),
      JSON.stringify([...shops].map(([id, key]) => ({ id, key }))),
      Buffer.concat(sealed, start - 1),
      EVENT,
      pipeline[EVENT].jobs,
    ],
  });
  const outcomes = answer[0]?.outcomes ?? "";
  return deliveries.map((delivery, at) => outcomeOf(outcomes.charAt(at), delivery));
}

function seal(id: string, { shop, body }: ProvenDelivery): Uint8Array[] {
  const context = `webhook_deliveries.sealed_body:${id}` as const;
  return shop
    ? sealPacked(shop.keys, context, body)
    : [sealWithDeploymentKey(env.ENCRYPTION_KEY, context, body)];
}

function faultOf({ shop, headers }: ProvenDelivery): string | null {
  return headers.fault ?? (shop ? null : "unknown shop");
}

function outcomeOf(letter: string, delivery: ProvenDelivery): RowOutcome {
  switch (letter) {
    case "r":
      return faultOf(delivery) ? "quarantined" : "recorded";
    case "d":
      return "duplicate";
    case "n":
      return "not-the-shop";
    default:
      return "unavailable";
  }
}

// One round trip, one commit, whatever the number of rows: all bodies are one parameter, of which each row takes its part. The
// same delivery is the same webhook id, or the same event, of one shop and topic, also within the statement. Written in the
// order of a unique key, so that two statements with the same deliveries wait for each other and not in a circle.
const RECORD = `
WITH given AS MATERIALIZED (
  SELECT * FROM json_to_recordset($1::json) AS given(
    at int, id text, shop text, "shopDomain" text, topic text, "webhookId" text, "eventId" text, "apiVersion" text,
    "triggeredAt" text, fault text, trace text, start int, size int)
), known AS MATERIALIZED (
  SELECT shops.id FROM json_to_recordset($2::json) AS remembered(id text, key text)
  JOIN shops ON shops.id = remembered.id AND shops.wrapped_key = decode(remembered.key, 'base64')
), delivery AS (
  INSERT INTO webhook_deliveries
    (id, shop_id, shop_domain, topic, webhook_id, event_id, api_version, triggered_at, sealed_body, state, reason)
  SELECT id, shop, "shopDomain", topic, "webhookId", "eventId", "apiVersion", "triggeredAt",
    substring($3::bytea FROM start FOR size), CASE WHEN fault IS NULL THEN 'recorded' ELSE 'quarantined' END, fault
  FROM given WHERE shop IS NULL OR shop IN (SELECT id FROM known)
  ORDER BY "shopDomain", topic, "webhookId", at
  ON CONFLICT DO NOTHING
  RETURNING id
), intent AS (
  INSERT INTO jobs (shop_id, event, name, data, trace)
  SELECT shop, $4, job.name, jsonb_build_object('shopId', shop, 'deliveryId', id), trace
  FROM given JOIN delivery USING (id) CROSS JOIN unnest($5::text[]) AS job(name)
  WHERE fault IS NULL
  ORDER BY at
)
SELECT string_agg(
  CASE WHEN delivery.id IS NOT NULL THEN 'r' WHEN shop IS NULL OR shop IN (SELECT id FROM known) THEN 'd' ELSE 'n' END,
  '' ORDER BY at) AS outcomes
FROM given LEFT JOIN delivery USING (id)`;
