import { issuesOfOrders } from "#app/desk/issues-of-orders.server.ts";
import { suggestNextStep } from "#app/desk/next-step.ts";
import type { OrderDetail } from "#app/desk/shapes.ts";
import { summarise } from "#app/desk/summarise.server.ts";
import { withoutExpired } from "#app/desk/without-expired.server.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import type { Now } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** The newest conversations about an order are enough to act on. */
const NEWEST = 20;

/** The mirrored order with what is said about it and what to do next. `id` is Shopify's number or gid. Null when unknown. */
export async function showOrder(
  { inShop, keys, now }: { inShop: InShop; keys: ShopKeys; now: Now },
  id: string,
): Promise<OrderDetail | null> {
  const orderId = /^(?:gid:\/\/shopify\/Order\/)?(\d{1,20})$/u.exec(id)?.[1];
  if (!orderId) return null;
  return inShop(async (tx) => {
    const [order] = await readOrders(tx, keys, [orderId]);
    if (!order) return null;
    const about = await tx.$queryRaw<
      { id: string }[]
    >`SELECT id FROM conversations_about(${orderId}, ${NEWEST}::int) AS id`;
    const rows = await tx.conversation.findMany({
      where: { id: { in: about.map((row) => row.id) } },
      omit: { searchTokens: true },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    });
    const felt = await withoutExpired(tx, rows, { shopId: keys.shopId, now: now() });
    const open = await openMatters(tx, rows);
    const issues = (await issuesOfOrders(tx, keys, { orderIds: [order.id], now: now() }))(order.id);
    return {
      ...order,
      issues,
      conversations: await summarise(tx, keys, felt),
      nextStep: suggestNextStep({
        conversations: open,
        disputes: order.disputes.map(({ status }) => status),
        issues,
      }),
    };
  });
}

async function openMatters(tx: Tx, rows: { id: string; status: string }[]) {
  const conversationId = { in: rows.map(({ id }) => id) };
  const drafts = await tx.draft.findMany({
    where: { conversationId, status: "waiting" },
    select: { conversationId: true },
  });
  const deliveries = await tx.delivery.findMany({
    where: { conversationId, status: "uncertain" },
    select: { conversationId: true },
  });
  return rows.map(({ id, status }) => ({
    id,
    status,
    waitingDraft: drafts.some((draft) => draft.conversationId === id),
    uncertainDelivery: deliveries.some((delivery) => delivery.conversationId === id),
  }));
}
