import { messageContentSchema, type MessageContent } from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** What a message says, opened; null when it is gone. As base64: Prisma reads bytes number by number. */
export async function messageContent(
  tx: Tx,
  keys: ShopKeys,
  messageId: string,
): Promise<MessageContent | null> {
  const [row] = await tx.$queryRaw<{ sealed: string }[]>`
    SELECT encode(sealed, 'base64') AS sealed FROM messages WHERE id = ${messageId}`;
  if (!row) return null;
  const bytes = Buffer.from(row.sealed, "base64");
  return openJson(keys, { context: `messages.sealed:${messageId}`, bytes }, messageContentSchema);
}

/** The words of a message that are read: its text, or the subject of one that has none. Empty when it is gone. */
export async function messageText(tx: Tx, keys: ShopKeys, messageId: string): Promise<string> {
  const content = await messageContent(tx, keys, messageId);
  return content?.text || (content?.subject ?? "");
}
