import { contactOfOrder } from "#app/care/decide/contact-of-order.server.ts";
import type { DraftInput } from "#app/care/draft/compose-draft.ts";
import { gatherShop } from "#app/care/draft/gather-shop.server.ts";
import { messageInput } from "#app/care/draft/message/message-input.ts";
import { unaskedInput } from "#app/care/draft/outreach/unasked-input.ts";
import type { ReadConversation } from "#app/conversation/read-conversation.server.ts";
import { readStaffFacts } from "#app/conversation/read-staff-facts.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { readMirroredAt } from "#app/mirror/read-mirrored-at.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

type Wanted = {
  conversation: Pick<ReadConversation, "id" | "contactIndex" | "content">;
  /** The order that it is about; null: none. */
  orderId: string | null;
  /** What the person writes in. */
  language: string;
  now: Date;
  hint?: string | undefined;
};

/**
 * What a message that a person begins is made from and judged by. An order's facts are in it only where the message goes to that order's
 * own address: to anybody else the order does not exist.
 */
export async function gatherMessage(tx: Tx, keys: ShopKeys, wanted: Wanted): Promise<DraftInput> {
  const { conversation, orderId, language, now, hint } = wanted;
  const { contactName: name, contactEmail: address } = conversation.content;
  const shop = await gatherShop(tx, keys.shopId);
  const said = await readStaffFacts(tx, keys, conversation.id);
  const order = orderId === null ? null : await ownOrder(tx, keys, { orderId, conversation });
  const given = { shop, contact: { name, address }, seed: conversation.id, now, hint };
  const message = { orderId };
  if (!order) return { ...messageInput({ ...given, language, said }), message };
  const input = unaskedInput({
    ...given,
    ...{ purpose: "message", order, others: [], intent: "order_status" },
    facts: {
      raised: { promises: [], claims: [], orders: [] },
      mirroredAt: await readMirroredAt(sqlOf(tx), keys.shopId, [order.id]),
      said,
    },
  });
  return { ...input, message, reading: { ...input.reading, language } };
}

/** The order, where the conversation is with the address that the order's mail goes to. */
async function ownOrder(
  tx: Tx,
  keys: ShopKeys,
  { orderId, conversation }: { orderId: string; conversation: Pick<ReadConversation, "contactIndex"> },
): Promise<MirroredOrder | null> {
  const [order] = await readOrders(tx, keys, [orderId]);
  const contact = order && (await contactOfOrder(tx, keys, order));
  return order && contact?.contactIndex === conversation.contactIndex ? order : null;
}
