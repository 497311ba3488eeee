import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { AppManifest, DevstoreOptions, WebhookDelivery, WebhookKnobs, Webhooks } from "../context.ts";
import { seededRandom } from "../seed/random.ts";
import { deliverOnce } from "./deliver-once.ts";
import { createDeliveryQueue } from "./delivery-queue.ts";

/** Deliveries remembered for `GET /control/webhooks`. */
const REMEMBERED = 3000;
const AT_ONCE = 16;

type Input = { options: DevstoreOptions; manifest: AppManifest; now: () => Date };

/**
 * Delivers webhooks as Shopify does: at least once, in no promised order, with 8 retries, each delivery with its own
 * X-Shopify-Webhook-Id (the same for its retries) and the event's X-Shopify-Event-Id.
 */
export function createWebhooks({ options, manifest, now }: Input): Webhooks {
  const knobs: WebhookKnobs = { hold: false, duplicate: 1, shuffle: false, loseEvery: 0, delayMs: 0 };
  const remembered: WebhookDelivery[] = [];
  const queue = createDeliveryQueue({
    atOnce: AT_ONCE,
    shuffled: () => knobs.shuffle,
    random: seededRandom(7),
    send: async (delivery, signal) => {
      if (knobs.delayMs > 0) await wait(knobs.delayMs, undefined, { signal });
      for (let round = 0; round < knobs.duplicate; round += 1) {
        await attemptUntilDone(delivery, { options, manifest, now, signal });
      }
    },
  });
  let counted = 0;
  const enqueue = (delivery: WebhookDelivery) => {
    counted += 1;
    if (knobs.loseEvery > 0 && counted % knobs.loseEvery === 0) delivery.status = "lost";
    else if (knobs.hold) delivery.status = "held";
    else queue.add(delivery);
    remembered.push(delivery);
    if (remembered.length > REMEMBERED) forgetOldest(remembered);
  };

  return {
    emit: ({ shop, topic, payload, eventId, always }) => {
      if (!shop.installed && !always) return;
      const body = JSON.stringify(payload);
      for (const { uri } of manifest.subscriptions.filter((one) => one.topic === topic)) {
        enqueue({
          webhookId: randomUUID(),
          eventId: eventId ?? randomUUID(),
          shop: shop.domain,
          topic,
          body,
          triggeredAt: triggeredAt(now()),
          url: uri.startsWith("/") ? options.appUrl + uri : uri,
          status: "pending",
          attempts: [],
        });
      }
      // The caller finishes its change of state before anything leaves.
      setImmediate(queue.pump);
    },
    flush: async () => {
      for (const delivery of remembered.filter((one) => one.status === "held")) {
        delivery.status = "pending";
        queue.add(delivery);
      }
      await queue.idle();
    },
    idle: queue.idle,
    set: (changes) => ({ ...Object.assign(knobs, changes) }),
    deliveries: () => [...remembered],
    close: queue.close,
  };
}

/** Forgets the oldest delivery that is done with; one that is held or under way is still needed. */
function forgetOldest(remembered: WebhookDelivery[]): void {
  const index = remembered.findIndex((one) => one.status !== "held" && one.status !== "pending");
  if (index >= 0) remembered.splice(index, 1);
}

type Attempting = Input & { signal: AbortSignal };

async function attemptUntilDone(
  delivery: WebhookDelivery,
  { options, manifest, now, signal }: Attempting,
): Promise<void> {
  const pauses = options.webhookBackoffMs;
  for (let attempt = 0; ; attempt += 1) {
    const answer = await deliverOnce({
      url: delivery.url,
      body: delivery.body,
      headers: headersOf(delivery, { options, manifest, now }),
      signal,
    });
    delivery.attempts.push({ at: now().toISOString(), ...answer });
    const accepted = answer.httpStatus !== undefined && answer.httpStatus >= 200 && answer.httpStatus < 300;
    const pause = pauses[attempt];
    if (accepted || pause === undefined || signal.aborted) {
      delivery.status = accepted ? "delivered" : "failed";
      return;
    }
    await wait(pause, undefined, { signal });
  }
}

function headersOf(delivery: WebhookDelivery, { options, manifest }: Input): Record<string, string> {
  return {
    "content-type": "application/json",
    "user-agent": "Shopify-Captain-Hook",
    "x-shopify-topic": delivery.topic,
    "x-shopify-hmac-sha256": createHmac("sha256", options.apiSecret).update(delivery.body).digest("base64"),
    "x-shopify-shop-domain": delivery.shop,
    "x-shopify-api-version": manifest.apiVersion,
    "x-shopify-webhook-id": delivery.webhookId,
    "x-shopify-event-id": delivery.eventId,
    "x-shopify-triggered-at": delivery.triggeredAt,
  };
}

/** Shopify gives nanoseconds; the last six digits are only padding here. */
function triggeredAt(now: Date): string {
  return now.toISOString().replace("Z", "000000Z");
}
