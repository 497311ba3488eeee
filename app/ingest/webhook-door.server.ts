import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "#app/env.server.ts";
import { makeByteBudget, type Hold } from "#app/ingest/byte-budget.ts";
import { proveWebhook } from "#app/ingest/prove-webhook.ts";
import { discardBody, readBody } from "#app/ingest/read-body.server.ts";
import { readWebhookHeaders } from "#app/ingest/read-webhook-headers.ts";
import { recordDelivery, recordingIsFull } from "#app/ingest/record-delivery.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { traced } from "#app/lib/trace.server.ts";
import { doorOutcomes, doorSeconds } from "#app/metrics.server.ts";

/** Shopify's largest payloads stay well below this. */
const LARGEST = 5 * 1024 * 1024;
/** Shopify itself gives up after five seconds; who takes longer only holds our memory. */
const BODY_WITHIN = seconds(5);
/** What all deliveries together may hold in memory before they are proven and stored: twelve thousand usual ones. */
const holdDelivery = makeByteBudget(128 * 1024 * 1024);

/**
 * `POST /webhooks`, all topics, before any framework: prove the raw bytes, make them durable, answer (DESIGN section 5).
 * Whether the body makes sense is for the worker to find out. Never throws.
 */
export async function webhookDoor(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const startedAt = performance.now();
  const hold = holdDelivery();
  try {
    const outcome = await traced("webhook", {}, () => take(request, hold));
    doorOutcomes.inc({ outcome });
    answer(response, outcome);
  } catch (err) {
    logger.error({ err }, "the webhook door failed");
    doorOutcomes.inc({ outcome: "unavailable" });
    answer(response, "unavailable");
  } finally {
    hold.release();
    doorSeconds.observe((performance.now() - startedAt) / 1_000);
  }
}

async function take(request: IncomingMessage, hold: Hold) {
  if (request.method !== "POST") return "not_post";
  if (recordingIsFull()) return discardBody(request, "busy").outcome;
  const late = setTimeout(() => request.destroy(), BODY_WITHIN);
  const body = await readBody(request, { limit: LARGEST, hold });
  clearTimeout(late);
  if (body.outcome !== "read") return body.outcome;
  const signature = request.headers["x-shopify-hmac-sha256"];
  if (!proveWebhook(env.SHOPIFY_API_SECRET, body.bytes, String(signature ?? ""))) return "unproven";
  const recorded = await recordDelivery(readWebhookHeaders(request.headers, body.bytes), body.bytes);
  return recorded.outcome;
}

function answer(response: ServerResponse, outcome: Awaited<ReturnType<typeof take>>): void {
  switch (outcome) {
    case "recorded": // durable: safe to say yes
    case "quarantined": // durable too: sending it again would not make it better
    case "duplicate": // said yes before
      return end(response, 200);
    case "unproven":
      return end(response, 401);
    case "not_post":
      return end(response, 405, { Allow: "POST" });
    case "too_large":
      return end(response, 413);
    case "busy": // too much is being read or waits for the database
    case "unavailable": // not durable: let Shopify send it again
      return end(response, 503, { "Retry-After": "5" });
    case "aborted":
      response.destroy();
  }
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { "Content-Length": 0, ...headers });
  response.end();
}
