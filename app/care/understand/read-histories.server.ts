import type { History } from "#app/care/understand/record-events.ts";
import type { Tx } from "#app/db.server.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import type { Conversation, Message } from "@prisma/client";

/** Who writes again and again is heard after a few messages; the newest conversations are enough to know it. */
const CONVERSATIONS = 20;

type Given = {
  message: Pick<Message, "conversationId" | "at">;
  conversation: Pick<Conversation, "id" | "shopId" | "contactIndex" | "orderIds">;
  orders: readonly MirroredOrder[];
};

/** What is on record of the writer and each of these orders, by order id: earlier orders, earlier messages, promises. */
export async function readHistories(tx: Tx, given: Given): Promise<Map<string, History>> {
  const conversations = await conversationsOf(tx, given.conversation);
  const conversationId = { in: conversations.map(({ id }) => id) };
  const messages = await tx.message.groupBy({
    by: ["conversationId"],
    where: { conversationId, direction: "in", automatic: false, at: { lt: given.message.at } },
    _count: true,
  });
  const promises = await tx.promise.findMany({
    where: { conversationId },
    select: { id: true, conversationId: true, state: true, dueAt: true },
  });
  const ordersCounts = await readOrdersCounts(tx, given);
  return new Map(
    given.orders.map((order) => {
      const about = new Set(
        conversations.filter(({ orderIds }) => orderIds.includes(order.id)).map(({ id }) => id),
      );
      return [
        order.id,
        {
          earlierOrders: earlierOrders(order, given.orders, ordersCounts),
          contacts: messages.reduce((sum, one) => sum + (about.has(one.conversationId) ? one._count : 0), 0),
          promises: promises
            .filter((one) => about.has(one.conversationId))
            .map(({ id, state, dueAt }) => ({
              id,
              state: stateOf(state),
              dueAt: dueAt?.toISOString() ?? null,
            })),
        },
      ];
    }),
  );
}

async function conversationsOf(tx: Tx, { id, shopId, contactIndex, orderIds }: Given["conversation"]) {
  if (!contactIndex) return [{ id, orderIds }];
  return tx.conversation.findMany({
    where: { shopId, contactIndex },
    select: { id: true, orderIds: true },
    orderBy: { updatedAt: "desc" },
    take: CONVERSATIONS,
  });
}

/** How many orders Shopify counts per customer; what it never told is not in it. */
async function readOrdersCounts(tx: Tx, { conversation, orders }: Given): Promise<Map<string, number>> {
  const ids = [...new Set(orders.flatMap(({ customer }) => customer?.id ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.customer.findMany({
    where: { shopId: conversation.shopId, id: { in: ids } },
    select: { id: true, ordersCount: true },
  });
  return new Map(rows.flatMap(({ id, ordersCount }) => (ordersCount === null ? [] : [[id, ordersCount]])));
}

/** The mirror may hold the last sixty days only: that none is earlier is believed when Shopify counts no more than are known. */
function earlierOrders(
  order: MirroredOrder,
  orders: readonly MirroredOrder[],
  counts: ReadonlyMap<string, number>,
): number | undefined {
  const customerId = order.customer?.id;
  if (!customerId) return undefined;
  const theirs = orders.filter(({ customer }) => customer?.id === customerId);
  const earlier = theirs.filter(({ placedAt }) => placedAt < order.placedAt).length;
  const counted = counts.get(customerId);
  if (counted === undefined) return earlier > 0 ? earlier : undefined;
  return Math.max(earlier, counted - (theirs.length - earlier));
}

const stateOf = (state: string): "open" | "kept" | "broken" =>
  state === "kept" || state === "broken" ? state : "open";
