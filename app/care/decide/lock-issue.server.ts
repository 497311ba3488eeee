import { lockContact } from "#app/conversation/lock-contact.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * Takes what a decision about an issue stands on, until the transaction ends, in the order that holds everywhere: the shopper (so that
 * two issues of theirs are decided one after the other), the conversations of its drafts, the issue. A draft or a delivery is locked
 * after its conversation, an outreach after its issue. Null when the issue is gone.
 */
export async function lockIssue(
  tx: Tx,
  { shopId }: ShopKeys,
  issueId: string,
): Promise<{ conversations: ReadonlySet<string> } | null> {
  const issue = await tx.orderIssue.findUnique({ where: { id: issueId }, select: { orderId: true } });
  if (!issue) return null;
  await lockContact(tx, shopId, (await contactOf(tx, shopId, issue.orderId)) ?? `order:${issue.orderId}`);
  const rows = await tx.outreach.findMany({
    where: { shopId, issueId, conversationId: { not: null } },
    select: { conversationId: true },
  });
  const conversations = new Set(rows.flatMap(({ conversationId }) => conversationId ?? []));
  if (conversations.size > 0)
    await tx.$executeRaw`
      SELECT 1 FROM conversations WHERE id = ANY(${[...conversations]}) ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM order_issues WHERE id = ${issueId} FOR UPDATE`;
  return { conversations };
}

async function contactOf(tx: Tx, shopId: string, orderId: string): Promise<string | null> {
  const order = await tx.order.findFirst({
    where: { shopId, id: orderId },
    select: { emailIndex: true, customerId: true },
  });
  if (order?.emailIndex || !order?.customerId) return order?.emailIndex ?? null;
  const customer = await tx.customer.findFirst({
    where: { shopId, id: order.customerId },
    select: { emailIndex: true },
  });
  return customer?.emailIndex ?? null;
}
