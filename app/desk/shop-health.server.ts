import type { InShop, Tx } from "#app/db.server.ts";
import type { ShopHealth } from "#app/desk/shapes.ts";
import { env } from "#app/env.server.ts";
import { readBackfill } from "#app/mirror/read-backfill.server.ts";
import { readMirrorHealth } from "#app/mirror/read-mirror-health.server.ts";
import type { Now } from "#app/ports.ts";

type Given = { inShop: InShop; now: Now };

/** How the shop's data is doing: how far the backfill is, how far behind the mirror, what waits and what was set aside. */
export async function shopHealth(
  { inShop, now }: Given,
  shop: { id: string; inboundKey: string },
): Promise<ShopHealth> {
  const shopId = shop.id;
  return inShop(async (tx) => {
    const { error: _shown, ...backfill } = await readBackfill(tx, now);
    return {
      backfill,
      ...(await readMirrorHealth(tx, shopId)),
      queueDepth: await countOpenJobs(tx, now()),
      quarantined: await countQuarantined(tx, shopId),
      inboundAddress: `${shop.inboundKey}@${env.INBOUND_DOMAIN}`,
    };
  });
}

/** Jobs that are due or under way. One count a state: each has an index of its own, and together they would have none. */
async function countOpenJobs(tx: Tx, at: Date): Promise<number> {
  const due = await tx.job.count({ where: { state: "waiting", runAt: { lte: at } } });
  const queued = await tx.job.count({ where: { state: "queued" } });
  return due + queued + (await tx.job.count({ where: { state: "running" } }));
}

/** Counts stop here: more than this is "many", and the count is asked for again and again. */
const COUNT_LIMIT = 1_000;

/** What was set aside. A job that gave up on a webhook or a message counts as that webhook or message, once. */
async function countQuarantined(tx: Tx, shopId: string): Promise<number> {
  const [counted] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      (SELECT FROM webhook_deliveries WHERE shop_id = ${shopId} AND state = 'quarantined'
       ORDER BY received_at LIMIT ${COUNT_LIMIT})
      UNION ALL
      (SELECT FROM inbound_messages WHERE state = 'quarantined' ORDER BY received_at LIMIT ${COUNT_LIMIT})
      UNION ALL
      (SELECT FROM jobs WHERE state = 'quarantined'
         AND NOT EXISTS (
           SELECT FROM webhook_deliveries w WHERE w.id = jobs.data ->> 'deliveryId' AND w.state = 'quarantined')
         AND NOT EXISTS (
           SELECT FROM inbound_messages m WHERE m.id = jobs.data ->> 'inboundId' AND m.state = 'quarantined')
       ORDER BY jobs.id LIMIT ${COUNT_LIMIT})) AS quarantined`;
  return Math.min(counted?.count ?? 0, COUNT_LIMIT);
}
