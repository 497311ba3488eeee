import type { Tx } from "#app/db.server.ts";

/** One at a time in a shop: two replies that leave at once propose a lesson once, and no approval overwrites another. */
export async function lockLearning(tx: Tx, shopId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`learn|${shopId}`}, 0))`;
}
