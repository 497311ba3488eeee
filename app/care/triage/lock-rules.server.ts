import type { Tx } from "#app/db.server.ts";

/** Held until the transaction ends: two people who change a shop's rules do so one after the other. */
export async function lockRules(tx: Tx, shopId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`rules|${shopId}`}, 0))`;
}
