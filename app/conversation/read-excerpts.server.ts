import { messageContentSchema } from "#app/conversation/message-content.ts";
import { beginningOf } from "#app/conversation/preview.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** How a message begins, for who only needs to know which one it is. */
export type Excerpt = {
  id: string;
  conversationId: string;
  at: Date;
  direction: "in" | "out";
  automatic: boolean;
  text: string;
  /** Of its conversation. */
  orderIds: string[];
};

/** The newest messages of these conversations, newest first, each cut short. */
export async function readExcerpts(
  tx: Tx,
  keys: ShopKeys,
  { conversationIds, most }: { conversationIds: string[]; most: number },
): Promise<Excerpt[]> {
  const rows = await tx.message.findMany({
    where: { shopId: keys.shopId, conversationId: { in: conversationIds } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: most,
    select: { id: true, conversationId: true, at: true, direction: true, automatic: true },
  });
  const texts = await readTexts(
    tx,
    keys,
    rows.map(({ id }) => id),
  );
  const orders = await tx.conversation.findMany({
    where: { shopId: keys.shopId, id: { in: conversationIds } },
    select: { id: true, orderIds: true },
  });
  const orderIds = new Map(orders.map((row) => [row.id, row.orderIds]));
  return rows.map((row) => ({
    ...row,
    direction: row.direction === "out" ? "out" : "in",
    text: texts.get(row.id) ?? "",
    orderIds: orderIds.get(row.conversationId) ?? [],
  }));
}

/** As base64: Prisma reads bytes number by number. */
async function readTexts(tx: Tx, keys: ShopKeys, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; sealed: string }[]>`
    SELECT id, encode(sealed, 'base64') AS sealed FROM messages WHERE id = ANY(${ids})`;
  return new Map(
    rows.map(({ id, sealed }) => {
      const bytes = Buffer.from(sealed, "base64");
      const content = openJson(keys, { context: `messages.sealed:${id}`, bytes }, messageContentSchema);
      return [id, beginningOf(content.text)];
    }),
  );
}
