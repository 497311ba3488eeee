import { issueKindSchema } from "#app/care/detect/issue.ts";
import { readExcerpts } from "#app/conversation/read-excerpts.server.ts";
import {
  timelineOf,
  type TimelineIssue,
  type TimelineItem,
  type TimelineMessage,
} from "#app/desk/timeline.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import { findOrders } from "#app/mirror/find-orders.server.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import type { Now } from "#app/ports.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";

/** The newest are enough to see how it came to what is. */
const MOST_ORDERS = 10;
const MOST_CONVERSATIONS = 10;
const MOST_ISSUES = 50;
const MOST_MESSAGES = 60;

type Deps = { inShop: InShop; keys: ShopKeys; now: Now };

/** What happened to the order of an issue, or to all orders of its shopper, with what was said. Null when there is no such issue. */
export async function showTimeline(
  { inShop, keys, now }: Deps,
  { issueId, of }: { issueId: string; of: "order" | "shopper" },
): Promise<TimelineItem[] | null> {
  return inShop(async (tx) => {
    const issue = await tx.orderIssue.findUnique({ where: { id: issueId }, select: { orderId: true } });
    if (!issue) return null;
    const [order] = await readOrders(tx, keys, [issue.orderId]);
    if (!order) return [];
    const orders = of === "order" ? [order] : await ordersOfShopper(tx, keys, order);
    const [issues, messages] = [await issuesOf(tx, keys, orders), await messagesOf(tx, keys, { orders, of })];
    return timelineOf({ orders, issues, messages, now: now() });
  });
}

async function ordersOfShopper(tx: Tx, keys: ShopKeys, order: MirroredOrder): Promise<MirroredOrder[]> {
  const { id: customerId, email } = order.customer ?? { id: null, email: null };
  const theirs = await findOrders(tx, keys, {
    ...(customerId ? { customerId } : {}),
    ...(email ? { emailIndex: blindIndex(keys, "email", email) } : {}),
    limit: MOST_ORDERS,
  });
  return readOrders(tx, keys, [order.id, ...theirs]);
}

async function issuesOf(
  tx: Tx,
  { shopId }: ShopKeys,
  orders: readonly MirroredOrder[],
): Promise<TimelineIssue[]> {
  const rows = await tx.orderIssue.findMany({
    where: { shopId, orderId: { in: orders.map(({ id }) => id) } },
    orderBy: { openedAt: "desc" },
    take: MOST_ISSUES,
    select: { id: true, orderId: true, kind: true, status: true, knownSince: true, resolvedAt: true },
  });
  return rows.flatMap(({ kind, knownSince, resolvedAt, ...row }) => {
    const known = issueKindSchema.safeParse(kind);
    if (!known.success) return [];
    const times = { knownSince: knownSince.toISOString(), resolvedAt: resolvedAt?.toISOString() ?? null };
    return [{ ...row, kind: known.data, ...times }];
  });
}

type Asked = { orders: readonly MirroredOrder[]; of: "order" | "shopper" };

async function messagesOf(tx: Tx, keys: ShopKeys, { orders, of }: Asked): Promise<TimelineMessage[]> {
  const email = orders[0]?.customer?.email;
  const conversationIds =
    of === "shopper" && email
      ? await conversationsWith(tx, keys, email)
      : await conversationsAbout(tx, orders[0]?.id ?? "");
  const excerpts = await readExcerpts(tx, keys, { conversationIds, most: MOST_MESSAGES });
  return excerpts.map(({ at, ...excerpt }) => ({ ...excerpt, at: at.toISOString() }));
}

async function conversationsWith(tx: Tx, keys: ShopKeys, email: string): Promise<string[]> {
  const rows = await tx.conversation.findMany({
    where: { shopId: keys.shopId, contactIndex: blindIndex(keys, "email", email) },
    orderBy: { updatedAt: "desc" },
    take: MOST_CONVERSATIONS,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

async function conversationsAbout(tx: Tx, orderId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM conversations_about(${orderId}, ${MOST_CONVERSATIONS}::int) AS id`;
  return rows.map(({ id }) => id);
}
