import type { Delivery } from "@prisma/client";
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
  const bytes = delivery.sealed;
  const { promised } = openJson(
    keys,
    { context: `deliveries.sealed:${delivery.id}`, bytes },
    outgoingContentSchema,
  );
  return promised && new Date(promised.dueAt) <= now ? "the time that it names is over" : null;
}

async function isAnswered(
  tx: Tx,
  { shopId, conversationId }: { shopId: string; conversationId: string },
): Promise<boolean> {
  const ours = await tx.message.count({
    where: { shopId, conversationId, direction: "out", automatic: false },
  });
  const leaving = await tx.delivery.count({
    where: {
      ...{ shopId, conversationId, draftId: { not: null } },
      status: { in: ["queued", "sending", "sent", "uncertain"] },
    },
  });
  return ours + leaving > 0;
}
