import type { Tx } from "#app/db.server.ts";

/**
 * What was told at once of conversations, and how their shoppers said that they went. A conversation's clocks go with it: the database
 * sees to that (prisma/migrations/20261127000500_service_levels).
 */
export async function removeLevels(
  tx: Tx,
  shopId: string,
  { conversationId, contacts }: { conversationId: { in: string[] }; contacts: string[] },
): Promise<void> {
  await tx.alertSend.deleteMany({ where: { shopId, conversationId } });
  await tx.alert.deleteMany({ where: { shopId, conversationId } });
  await tx.csatRequest.deleteMany({
    where: { shopId, OR: [{ conversationId }, { contactIndex: { in: contacts } }] },
  });
}
