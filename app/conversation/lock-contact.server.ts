import type { Tx } from "#app/db.server.ts";

/** Held until the transaction ends: two mails of one person at once must not make two conversations. */
export async function lockContact(tx: Tx, shopId: string, contactIndex: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`contact|${shopId}|${contactIndex}`}, 0))`;
}
