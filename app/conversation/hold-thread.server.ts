import type { Conversation } from "@prisma/client";
import type { Tx } from "#app/db.server.ts";

/**
 * The conversation that was found for a message, held until the transaction ends and read again: whoever was at it meanwhile may have
 * answered, closed or moved it. A shopper's is held before the side conversation that belongs to it, everywhere. Hold the contact before.
 * Throws where it went into another one meanwhile; trying again finds that one.
 */
export async function holdThread(tx: Tx, { id, parentId }: Conversation): Promise<Conversation> {
  if (parentId !== null) await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${parentId} FOR UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${id} FOR UPDATE`;
  const thread = await tx.conversation.findUnique({ where: { id } });
  if (thread?.parentId !== parentId) throw new Error(`Conversation ${id} went into another one meanwhile`);
  return thread;
}
