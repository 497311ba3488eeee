import type { DraftInput } from "#app/care/draft/compose-draft.ts";
import { gatherRaised } from "#app/care/draft/gather-raised.server.ts";
import { gatherShop } from "#app/care/draft/gather-shop.server.ts";
import { unaskedInput } from "#app/care/draft/outreach/unasked-input.ts";
import { purposeOf } from "#app/care/draft/raised.ts";
import type { ReadConversation } from "#app/conversation/read-conversation.server.ts";
import { readStaffFacts } from "#app/conversation/read-staff-facts.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { readMirroredAt } from "#app/mirror/read-mirrored-at.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * What has to be told in a conversation that we began and nobody has answered: a promise that may be missed, what we told that is not so any
 * more. Null where nothing has to be told, or the order is gone.
 */
export async function gatherOwed(
  tx: Tx,
  keys: ShopKeys,
  given: { conversation: ReadConversation; now: Date; hint?: string | undefined },
): Promise<{ input: DraftInput; orderIds: string[] } | null> {
  const { conversation, now, hint } = given;
  const { id: conversationId, content } = conversation;
  const raised = await gatherRaised(tx, keys, { conversationId, now });
  const purpose = purposeOf(raised, { answered: true });
  const [order, ...others] = await readOrders(tx, keys, conversation.orderIds);
  if (purpose === "answer" || !order) return null;
  const contact = { name: content.contactName, address: content.contactEmail };
  const { orderIds } = conversation;
  return {
    orderIds,
    input: unaskedInput({
      ...{ shop: await gatherShop(tx, keys.shopId), contact, order, others, now, hint },
      ...{ purpose, intent: "order_status", seed: conversationId },
      facts: {
        raised: { ...raised, orders: [] },
        mirroredAt: await readMirroredAt(sqlOf(tx), keys.shopId, orderIds),
        said: await readStaffFacts(tx, keys, conversationId),
      },
    }),
  };
}
