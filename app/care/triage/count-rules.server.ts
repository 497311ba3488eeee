import type { Tx } from "#app/db.server.ts";

/** How many rules a shop has, and how many of them are on. */
export async function countRules(tx: Tx, shopId: string): Promise<{ all: number; on: number }> {
  const where = { shopId, removedAt: null };
  return {
    all: await tx.triageRule.count({ where }),
    on: await tx.triageRule.count({ where: { ...where, enabled: true } }),
  };
}
