import { sameFact, sideFacts, type SideFact } from "#app/care/review/side/side-facts.ts";
import { conversationContentSchema } from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

export type OrderToTellOf = { orderId: string; name: string; facts: SideFact[] };

/** What a third party could be told of a shopper's conversation: each of its orders, and the shopper as they wrote. */
export async function readSideFacts(
  tx: Tx,
  keys: ShopKeys,
  parent: { id: string; orderIds: string[]; sealed: Uint8Array },
): Promise<{ orders: OrderToTellOf[]; shopper: SideFact[] }> {
  const orders = await readOrders(tx, keys, parent.orderIds);
  const sealed = { context: `conversations.sealed:${parent.id}` as const, bytes: parent.sealed };
  const { contactName, contactEmail } = openJson(keys, sealed, conversationContentSchema);
  const { timezone } = await tx.shop.findUniqueOrThrow({
    where: { id: keys.shopId },
    select: { timezone: true },
  });
  const ofOrders = orders.map((order) => ({
    orderId: order.id,
    name: order.name,
    facts: sideFacts(order, timezone ?? "UTC"),
  }));
  const known = new Set(ofOrders.flatMap(({ facts }) => facts.map((fact) => sameFact(fact))));
  const isKnown = (fact: Pick<SideFact, "kind" | "value">) => known.has(sameFact(fact));
  const shopper: SideFact[] = [
    { id: "shopper:name", kind: "name" as const, value: contactName, personal: true },
    { id: "shopper:email", kind: "email" as const, value: contactEmail, personal: true },
  ].filter(({ kind, value }) => value.trim() !== "" && !isKnown({ kind, value }));
  return {
    orders: ofOrders,
    shopper,
  };
}
