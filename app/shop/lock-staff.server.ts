import type { Tx } from "#app/db.server.ts";

/** Held until the transaction ends: of two people who change the team at once one sees what the other did, so that an owner is left. */
export async function lockStaff(tx: Tx, shopId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`staff|${shopId}`}, 0))`;
}

/** Whether the shop has an owner besides this person. */
export async function hasOtherOwner(
  tx: Tx,
  { shopId, id }: { shopId: string; id: string },
): Promise<boolean> {
  const others = { shopId, id: { not: id }, role: "owner", removedAt: null };
  return (await tx.staffMember.count({ where: others })) > 0;
}
