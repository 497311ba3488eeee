import type { InShop } from "#app/db.server.ts";
import type { ShopHealth } from "#app/desk/shapes.ts";
import { env } from "#app/env.server.ts";
import type { Now } from "#app/ports.ts";

type Given = { inShop: InShop; now: Now };

/** How the shop's data is doing: how far the backfill is, how far behind the mirror, what waits and what was set aside. */
export async function shopHealth(
  { inShop, now }: Given,
  shop: { id: string; inboundKey: string },
): Promise<ShopHealth> {
  const shopId = shop.id;
  return inShop(async (tx) => {
    const backfill = await tx.backfill.findUnique({ where: { shopId } });
    const oldest = await tx.webhookDelivery.findFirst({
      where: { shopId, state: "recorded" },
      orderBy: { receivedAt: "asc" },
      select: { receivedAt: true },
    });
    const newest = await tx.webhookDelivery.findFirst({
      where: { shopId },
      orderBy: { receivedAt: "desc" },
      select: { receivedAt: true },
    });
    const queueDepth = await tx.job.count({
      where: {
        shopId,
        OR: [{ state: "waiting", runAt: { lte: now() } }, { state: { in: ["queued", "running"] } }],
      },
    });
    const quarantined = [
      await tx.webhookDelivery.count({ where: { shopId, state: "quarantined" } }),
      await tx.inboundMessage.count({ where: { shopId, state: "quarantined" } }),
      await tx.job.count({ where: { shopId, state: "quarantined" } }),
    ];
    return {
      backfill: {
        state: backfill?.state ?? "waiting",
        done: backfill?.done ?? 0,
        total: backfill?.total ?? null,
      },
      mirrorLagMs: oldest ? Math.max(0, now().getTime() - oldest.receivedAt.getTime()) : 0,
      lastWebhookAt: newest?.receivedAt.toISOString() ?? null,
      queueDepth,
      quarantined: quarantined.reduce((sum, count) => sum + count, 0),
      inboundAddress: `${shop.inboundKey}@${env.INBOUND_DOMAIN}`,
    };
  });
}
