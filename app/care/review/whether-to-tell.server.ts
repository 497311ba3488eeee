import { contactOfOrder } from "#app/care/decide/contact-of-order.server.ts";
import { stillWanted } from "#app/care/decide/still-wanted.server.ts";
import type { Worded } from "#app/care/decide/outreach.ts";
import type { ToldIssue } from "#app/care/draft/draft.ts";
import type { LockedDraft } from "#app/care/review/lock-draft.server.ts";
import type { Tx } from "#app/db.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type ToTell =
  /** `notBefore`: when the shopper's quiet hours are over; null: at once. `readFirst`: what they wrote lately bears a risk mark. */
  | { outcome: "tell"; notBefore: Date | null; readFirst: boolean }
  /** It was written before something was said, or to another address. */
  | { outcome: "stale" }
  /** `why`: a sentence for who reviews. */
  | ({ outcome: "unwanted" } & Worded);

/** Whether an approved draft may leave as what nobody asked for, and when. Any other draft may. Hold its conversation. */
export async function whetherToTell(
  tx: Tx,
  keys: ShopKeys,
  { draft, at }: { draft: LockedDraft; at: Date },
): Promise<ToTell> {
  const { outreach } = draft.content;
  if (!outreach) return { outcome: "tell", notBefore: null, readFirst: false };
  if (!(await isCurrent(tx, keys, { draft, outreach }))) return { outcome: "stale" };
  const wanted = await stillWanted(tx, keys, { outreachId: outreach.outreachId, now: at });
  if (!wanted.wanted) {
    const { wanted: _wanted, ...said } = wanted;
    return { outcome: "unwanted", ...said };
  }
  const { shopId, conversationId, createdAt: since } = draft.row;
  const { orderId } = outreach;
  if (await wasSpokenOf(tx, { shopId, conversationId, orderId, since })) return { outcome: "stale" };
  const later = wanted.notBefore && wanted.notBefore > at ? wanted.notBefore : null;
  return { outcome: "tell", notBefore: later, readFirst: wanted.readFirst };
}

/** Whether it is the draft of it, and goes to the address that the order has now. */
async function isCurrent(
  tx: Tx,
  keys: ShopKeys,
  { draft: { row }, outreach }: { draft: LockedDraft; outreach: ToldIssue },
): Promise<boolean> {
  const { shopId } = keys;
  const { outreachId, orderId } = outreach;
  const found = await tx.outreach.findFirst({ where: { shopId, id: outreachId }, select: { draftId: true } });
  if (found?.draftId !== row.id) return false;
  const conversation = await tx.conversation.findUniqueOrThrow({
    where: { id: row.conversationId },
    select: { contactIndex: true },
  });
  const [order] = await readOrders(tx, keys, [orderId]);
  const contact = order && (await contactOfOrder(tx, keys, order));
  return contact?.contactIndex === conversation.contactIndex;
}

/** Whether the shopper or a person of the team said something since, there or wherever the order is spoken of. */
async function wasSpokenOf(
  tx: Tx,
  given: { shopId: string; conversationId: string; orderId: string; since: Date },
): Promise<boolean> {
  const { shopId, conversationId, orderId, since } = given;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM conversations AS c
    JOIN messages AS m ON m.shop_id = c.shop_id AND m.conversation_id = c.id
    LEFT JOIN deliveries AS d ON d.shop_id = m.shop_id AND d.id = m.delivery_id
    WHERE c.shop_id = ${shopId} AND NOT c.unsent AND c.updated_at >= ${since} AND c.status <> 'spam'
      AND (c.id = ${conversationId} OR c.order_ids @> ARRAY[${orderId}])
      AND m.at > ${since} AND NOT m.automatic AND d.purpose IS DISTINCT FROM 'outreach'
    LIMIT 1`;
  return rows.length > 0;
}
