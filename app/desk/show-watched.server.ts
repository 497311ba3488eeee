import type { Tx } from "#app/db.server.ts";

/** How many orders are watched, and when the shop's orders were last looked at. */
export type Watched = { orders: number; more: boolean; lookedAt: string | null };

/** A larger number tells nobody more. */
const COUNT_LIMIT = 10_000;

/** What is watched though nothing is wrong with it. */
export async function showWatched(tx: Tx, shopId: string): Promise<Watched> {
  const orders = await tx.orderWatch.count({
    where: { shopId },
    orderBy: { lookAt: "asc" },
    take: COUNT_LIMIT + 1,
  });
  const detection = await tx.detection.findUnique({ where: { shopId }, select: { lookedAt: true } });
  return {
    orders: Math.min(orders, COUNT_LIMIT),
    more: orders > COUNT_LIMIT,
    lookedAt: detection?.lookedAt?.toISOString() ?? null,
  };
}
