import type { Tx } from "#app/db.server.ts";

/** How many orders are looked at again though nothing happens to them, and when any was looked at last. */
export type Watched = { orders: number; more: boolean; lookedAt: string | null };

/** A larger number helps nobody decide. */
const MOST = 10_000;

export async function readWatched(tx: Tx, shopId: string): Promise<Watched> {
  const orders = await tx.orderWatch.count({ where: { shopId }, orderBy: { orderId: "asc" }, take: MOST });
  const detection = await tx.detection.findUnique({ where: { id: shopId }, select: { lookedAt: true } });
  return { orders, more: orders >= MOST, lookedAt: detection?.lookedAt?.toISOString() ?? null };
}
