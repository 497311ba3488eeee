import { env } from "#app/env.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { Run } from "#app/job.ts";
import { mentions, type Person } from "#app/privacy/person.ts";
import { saveRedaction, type Redaction } from "#app/privacy/redaction-state.server.ts";
import { scanDeliveries, visitAmong, type RawDelivery } from "#app/privacy/scan-deliveries.server.ts";
import { openWithDeploymentKey, sealBytes, sealWithDeploymentKey, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";

const ALIVE = ["waiting", "queued", "running"];
/** Another redaction, which holds the only knowledge of whom it is about and empties its request itself. */
const REDACTION = "customers/redact";

/**
 * Empties raw webhooks about the person. Answers how many are still to be handled, since their effect must come first: only
 * those that a job will handle. Goes on where the run before stopped.
 */
export async function eraseRaw(
  run: Run,
  { keys, deliveryId, redaction }: { keys: ShopKeys; deliveryId: string; redaction: Redaction },
): Promise<number> {
  const { person } = redaction;
  let { after } = redaction;
  let waiting = new Set(redaction.waiting);
  const visit = async (tx: Tx, delivery: RawDelivery) => {
    if (delivery.id === deliveryId) return;
    const erased = await eraseOne(tx, keys, delivery);
    if (erased === "waits") waiting.add(delivery.id);
  };
  const keep = (tx: Tx) =>
    saveRedaction(tx, keys, { deliveryId, redaction: { ...redaction, after, waiting: [...waiting] } });
  await run.inShop(async (tx) => {
    const before = [...waiting];
    waiting = new Set();
    // One at a time: they may be large.
    for (const id of before) await visitAmong(tx, { keys, person, visit }, { id: { in: [id] } });
    await keep(tx);
  });
  await scanDeliveries(run, {
    keys,
    person,
    after,
    visit,
    keep: async (tx, place) => {
      after = place;
      await keep(tx);
    },
  });
  return waiting.size;
}

/** Its effect was there before, or nothing will ever handle it: then it goes. */
async function eraseOne(
  tx: Tx,
  keys: ShopKeys,
  { id, topic, state }: RawDelivery,
): Promise<"erased" | "waits" | "left"> {
  if (state === "recorded") {
    if (await hasJob(tx, keys.shopId, { id, states: ALIVE })) return "waits";
  } else if (topic === REDACTION) {
    if (await hasJob(tx, keys.shopId, { id, states: [...ALIVE, "quarantined"] })) return "left";
  }
  await blank(tx, keys, { id, state });
  return "erased";
}

async function hasJob(
  tx: Tx,
  shopId: string,
  { id, states }: { id: string; states: string[] },
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM jobs WHERE shop_id = ${shopId} AND state = ANY(${states}) AND data->>'deliveryId' = ${id} LIMIT 1`;
  return rows.length > 0;
}

/** Empties a webhook's body. One that nothing will handle any more is not to be handled either. */
export async function blank(
  tx: Tx,
  keys: ShopKeys,
  { id, state }: { id: string; state: string },
): Promise<void> {
  const sealedBody = sealBytes(keys, `webhook_deliveries.sealed_body:${id}`, Buffer.from("{}"));
  await tx.webhookDelivery.update({
    where: { id },
    data: { sealedBody, reason: "redacted", ...(state === "recorded" ? { state: "skipped" } : {}) },
  });
}

/**
 * Empties what came under the shop's name while nobody knew the shop. It has no tenant, is sealed with the deployment's key
 * and causes nothing; one that does not open tells nobody anything.
 */
export async function eraseUnknown(domain: string, person: Person): Promise<void> {
  const where = { shopId: null, shopDomain: domain };
  const ids = await systemPrisma.webhookDelivery.findMany({ where, select: { id: true } });
  for (const { id } of ids) {
    const row = await systemPrisma.webhookDelivery.findUnique({ where: { id } });
    const context = `webhook_deliveries.sealed_body:${id}`;
    const body = row ? openOrNull(context, row.sealedBody) : null;
    if (body === null || !mentions(body, person)) continue;
    const sealedBody = sealWithDeploymentKey(env.ENCRYPTION_KEY, context, Buffer.from("{}"));
    await systemPrisma.webhookDelivery.update({ where: { id }, data: { sealedBody, reason: "redacted" } });
  }
}

function openOrNull(context: string, sealed: Uint8Array): string | null {
  try {
    return openWithDeploymentKey(env.ENCRYPTION_KEY, context, sealed).toString("utf8");
  } catch {
    return null;
  }
}
