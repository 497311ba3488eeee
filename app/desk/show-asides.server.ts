import type { Conversation } from "@prisma/client";
import { conversationContentSchema, messageContentSchema } from "#app/conversation/message-content.ts";
import { readAttachments } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShownAside } from "#app/desk/outgoing-shapes.ts";
import { showLeaving } from "#app/desk/show-leaving.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** Those in which something was said last are enough to see what was asked. */
const MOST_ASIDES = 20;
/** Of each, the newest. */
const MOST_MESSAGES = 50;

type Row = Omit<Conversation, "searchTokens">;

/** The side conversations of a conversation, in the order they were begun. However many they are, they are read together. */
export async function showAsides(
  tx: Tx,
  keys: ShopKeys,
  { parentId, now }: { parentId: string; now: Date },
): Promise<ShownAside[]> {
  const rows: Row[] = await tx.conversation.findMany({
    where: { parentId },
    omit: { searchTokens: true },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: MOST_ASIDES,
  });
  if (rows.length === 0) return [];
  const conversationIds = rows.map(({ id }) => id);
  const threads = await readThreads(tx, keys, conversationIds);
  const leaving = await showLeaving(tx, keys, { conversationIds, now });
  const troubles = await readTroubles(tx, conversationIds);
  return rows
    .toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
    .map(({ id, status, updatedAt, sealed: bytes }) => {
      const content = openJson(
        keys,
        { context: `conversations.sealed:${id}`, bytes },
        conversationContentSchema,
      );
      return {
        ...{ id, status, subject: content.subject, updatedAt: updatedAt.toISOString() },
        to: { name: content.contactName, address: content.contactEmail },
        messages: threads.get(id) ?? [],
        leaving: leaving.get(id) ?? [],
        troubles: troubles.get(id) ?? [],
      };
    });
}

type Said = { id: string; conversationId: string; direction: string; at: Date; sealed: string };

/** As base64: Prisma reads bytes number by number. */
async function readThreads(
  tx: Tx,
  keys: ShopKeys,
  conversationIds: string[],
): Promise<Map<string, ShownAside["messages"]>> {
  const said = await tx.$queryRaw<Said[]>`
    SELECT m.id, named.id AS "conversationId", m.direction, m.at, encode(m.sealed, 'base64') AS sealed
    FROM unnest(${conversationIds}::text[]) AS named(id)
    CROSS JOIN LATERAL (
      SELECT id, direction, at, sealed FROM messages
      WHERE shop_id = ${keys.shopId} AND conversation_id = named.id ORDER BY at DESC, id DESC LIMIT ${MOST_MESSAGES}::int) m
    ORDER BY m.at, m.id`;
  const attachments = await readAttachments(
    tx,
    keys,
    said.map(({ id }) => id),
  );
  const threads = new Map<string, ShownAside["messages"]>(conversationIds.map((id) => [id, []]));
  for (const { id, conversationId, direction, at, sealed } of said) {
    const bytes = Buffer.from(sealed, "base64");
    const { from, text } = openJson(keys, { context: `messages.sealed:${id}`, bytes }, messageContentSchema);
    threads.get(conversationId)?.push({
      ...{ id, direction: direction === "out" ? "out" : "in", at: at.toISOString(), from, text },
      files: attachments
        .filter(({ messageId }) => messageId === id)
        .map(({ id: fileId, name, mimeType, size }) => ({ ...{ id: fileId, name, mimeType, size } })),
    });
  }
  return threads;
}

/** What did not leave, or may not have. */
async function readTroubles(tx: Tx, conversationIds: string[]): Promise<Map<string, ShownAside["troubles"]>> {
  const lost = await tx.delivery.findMany({
    where: { conversationId: { in: conversationIds }, status: { in: ["failed", "uncertain"] } },
    select: { id: true, conversationId: true, status: true, response: true },
    orderBy: { createdAt: "asc" },
  });
  const troubles = new Map<string, ShownAside["troubles"]>(conversationIds.map((id) => [id, []]));
  for (const { id: deliveryId, conversationId, status, response } of lost)
    troubles
      .get(conversationId ?? "")
      ?.push({ deliveryId, status: status === "failed" ? "failed" : "uncertain", response });
  return troubles;
}
