import type { InShop } from "#app/db.server.ts";

/** Removes a file that waits to be sent. False when it is not there, or is on its way or sent: that stays. */
export async function removeFile(
  inShop: InShop,
  { conversationId, fileId }: { conversationId: string; fileId: string },
): Promise<boolean> {
  const where = { id: fileId, placeId: conversationId, messageId: null, deliveryId: null };
  return inShop(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
    return (await tx.attachment.deleteMany({ where })).count > 0;
  });
}
