import { randomUUID } from "node:crypto";
import { forShop, forShopSql } from "#app/db.server.ts";
import type { BatchRun } from "#app/job.ts";
import { sealBytes, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";

/** A run as the queue makes them, without a fence. */
export function makeRun(shopId: string, { signal } = new AbortController()): BatchRun {
  return { shopId, inShop: forShop(shopId), inShopSql: forShopSql(shopId), attempt: 1, signal };
}

/** A webhook that the door recorded. */
export async function makeDelivery(
  keys: ShopKeys,
  given: { topic: string; body: string | object; domain: string; triggeredAt?: string; receivedAt?: Date },
) {
  const id = randomUUID();
  const body = typeof given.body === "string" ? given.body : JSON.stringify(given.body);
  await systemPrisma.webhookDelivery.create({
    data: {
      id,
      shopId: keys.shopId,
      shopDomain: given.domain,
      topic: given.topic,
      webhookId: randomUUID(),
      sealedBody: sealBytes(keys, `webhook_deliveries.sealed_body:${id}`, Buffer.from(body)),
      ...(given.triggeredAt ? { triggeredAt: given.triggeredAt } : {}),
      ...(given.receivedAt ? { receivedAt: given.receivedAt } : {}),
    },
  });
  return id;
}
