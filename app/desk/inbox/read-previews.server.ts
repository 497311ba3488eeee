import { messageContentSchema } from "#app/conversation/message-content.ts";
import { previewOf, previewSchema, type Preview } from "#app/conversation/preview.ts";
import type { ListedRow } from "#app/desk/summarise.server.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * How each conversation's newest message begins, as its row says. Of a conversation from before rows said so, or one that messages
 * were moved or removed in, the message itself is read.
 */
export async function readPreviews(
  tx: Tx,
  keys: ShopKeys,
  rows: readonly Pick<ListedRow, "id" | "sealedPreview">[],
): Promise<Map<string, Preview>> {
  const kept = rows.flatMap(({ id, sealedPreview }): [string, Preview][] => {
    if (!sealedPreview) return [];
    const context = `conversations.sealed_preview:${id}` as const;
    return [[id, openJson(keys, { context, bytes: sealedPreview }, previewSchema)]];
  });
  const known = new Map(kept);
  const others = rows.flatMap(({ id }) => (known.has(id) ? [] : id));
  for (const [id, preview] of await fromMessages(tx, keys, others)) known.set(id, preview);
  return known;
}

type Newest = { conversationId: string; id: string; direction: string; sealed: string };

async function fromMessages(tx: Tx, keys: ShopKeys, ids: string[]): Promise<[string, Preview][]> {
  if (ids.length === 0) return [];
  // As base64: Prisma reads bytes number by number.
  const rows = await tx.$queryRaw<Newest[]>`
    SELECT c.id AS "conversationId", m.id, m.direction, encode(m.sealed, 'base64') AS sealed
    FROM unnest(${ids}::text[]) AS c(id) CROSS JOIN LATERAL (
      SELECT id, direction, sealed FROM messages WHERE shop_id = ${keys.shopId} AND conversation_id = c.id
      ORDER BY at DESC, id DESC LIMIT 1) AS m`;
  return rows.map(({ conversationId, id, direction, sealed }) => {
    const bytes = Buffer.from(sealed, "base64");
    const { text } = openJson(keys, { context: `messages.sealed:${id}`, bytes }, messageContentSchema);
    return [conversationId, previewOf(text, direction === "out" ? "shop" : "shopper")];
  });
}
