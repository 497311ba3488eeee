import { conversationContentSchema } from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import { mergedTokens } from "#app/conversation/merged-tokens.ts";
import { openJson, sealJson, searchTokens, type ShopKeys } from "#app/shop/seal.ts";

/** Gives a message that has not left its subject; what left keeps its own. */
export async function nameMessage(
  tx: Tx,
  keys: ShopKeys,
  { conversationId: id, subject }: { conversationId: string; subject: string },
): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${id} FOR UPDATE`;
  const row = await tx.conversation.findUnique({
    where: { id },
    select: { sealed: true, searchTokens: true },
  });
  const left = await tx.delivery.count({ where: { conversationId: id, status: { not: "cancelled" } } });
  const said = await tx.message.count({ where: { conversationId: id } });
  if (!row || left + said > 0) return;
  const context = `conversations.sealed:${id}` as const;
  const content = openJson(keys, { context, bytes: row.sealed }, conversationContentSchema);
  await tx.conversation.update({
    where: { id },
    data: {
      sealed: sealJson(keys, context, { ...content, subject: subject.replaceAll(/\s+/gu, " ").trim() }),
      searchTokens: mergedTokens(row.searchTokens, searchTokens(keys, subject)),
    },
  });
}
