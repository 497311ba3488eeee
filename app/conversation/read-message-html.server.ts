import { messageContentSchema } from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** The HTML part of a message as it came, not sanitised. Null when there is no such message or it has none. */
export async function readMessageHtml(tx: Tx, keys: ShopKeys, id: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ sealed: string }[]>`
    SELECT encode(sealed, 'base64') AS sealed FROM messages WHERE id = ${id}`;
  if (!row) return null;
  const bytes = Buffer.from(row.sealed, "base64");
  const content = openJson(keys, { context: `messages.sealed:${id}`, bytes }, messageContentSchema);
  return content.html ?? null;
}
