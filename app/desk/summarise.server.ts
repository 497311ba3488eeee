import type { Conversation } from "@prisma/client";
import { conversationContentSchema } from "#app/conversation/message-content.ts";
import type { ConversationSummary } from "#app/desk/shapes.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** A list's row. Its search tokens, up to thousands of strings, stay in the database. */
export type ListedRow = Omit<Conversation, "searchTokens">;

/** Rows as list entries, in the order given; the orders' names in one query for all of them. */
export async function summarise(tx: Tx, keys: ShopKeys, rows: ListedRow[]): Promise<ConversationSummary[]> {
  const orderIds = [...new Set(rows.flatMap(({ orderIds: [first] }) => first ?? []))];
  const orders = await tx.order.findMany({
    where: { shopId: keys.shopId, id: { in: orderIds }, deletedAt: null },
    select: { id: true, name: true },
  });
  const byId = new Map(orders.map((order) => [order.id, order]));
  return rows.map((row) => ({
    ...headOf(keys, row),
    order: byId.get(row.orderIds[0] ?? "") ?? null,
  }));
}

/** What a conversation's row says, opened. */
export function headOf(keys: ShopKeys, row: ListedRow): Omit<ConversationSummary, "order"> {
  const sealed = { context: `conversations.sealed:${row.id}` as const, bytes: row.sealed };
  const { subject, contactName, contactEmail } = openJson(keys, sealed, conversationContentSchema);
  return {
    id: row.id,
    subject,
    customer: { id: row.customerId, name: contactName, email: contactEmail },
    status: row.status,
    priority: row.priority,
    emotion: row.emotion,
    unsure: row.unsure,
    intent: row.intent,
    language: row.language,
    updatedAt: row.updatedAt.toISOString(),
  };
}
