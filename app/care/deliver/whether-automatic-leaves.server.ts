import type { Delivery } from "@prisma/client";
import { isAnswered } from "#app/care/review/is-answered.server.ts";
import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import type { Tx } from "#app/db.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * Why what leaves by itself is not wanted any more; null: it is. Somebody may have answered, closed or taken up the conversation while
 * it waited, or the shop switched it off.
 */
export async function whyAutomaticStays(
  tx: Tx,
  keys: ShopKeys,
  { delivery, now }: { delivery: Delivery; now: Date },
): Promise<string | null> {
  const { shopId, conversationId } = delivery;
  const conversation = conversationId
    ? await tx.conversation.findUnique({ where: { id: conversationId }, select: { status: true } })
    : null;
  if (!conversation || !conversationId) return "the conversation is gone";
  const { receipt, csat } = (await readSettings(tx, shopId)).serviceLevels;
  if (delivery.purpose === "csat") {
    if (!csat.on) return "shoppers are not asked any more";
    return conversation.status === "closed" ? null : "the conversation was taken up again";
  }
  if (!receipt.on) return "receipts were switched off";
  if (conversation.status !== "open") return "somebody was at it meanwhile";
  if (await isAnswered(tx, { shopId, conversationId })) return "it was answered meanwhile";
  // Two conversations may have become one while theirs waited: whoever comes second says nothing new.
  const told = await tx.delivery.count({
    where: {
      ...{ shopId, conversationId, purpose: "receipt", id: { not: delivery.id } },
      status: { in: ["sending", "sent", "uncertain"] },
    },
  });
  if (told > 0) return "they were told before";
  const bytes = delivery.sealed;
  const { promised } = openJson(
    keys,
    { context: `deliveries.sealed:${delivery.id}`, bytes },
    outgoingContentSchema,
  );
  return promised && new Date(promised.dueAt) <= now ? "the time that it names is over" : null;
}
