import type { Draft } from "@prisma/client";
import type { Tx } from "#app/db.server.ts";

export type NotApprovable =
  { outcome: "already_sent"; deliveryId: string } | { outcome: "stale" } | { outcome: "not_found" };

/** Of a mail that has left, or may. */
const ALIVE = ["queued", "sending", "sent", "uncertain"];

/**
 * Why a locked draft cannot be approved any more; null when it can. One message gets one reply at a time: while another
 * draft's reply to it is on its way, that one's delivery is the answer, and a draft made before a reply left is stale. What is told
 * unasked is told once, whichever draft told it: `key` is the one its delivery would have.
 */
export async function whyNotApprovable(
  tx: Tx,
  { row: draft, key }: { row: Draft; key: string },
): Promise<NotApprovable | null> {
  const same = await tx.delivery.findFirst({
    where: { shopId: draft.shopId, key, status: { in: ALIVE } },
    select: { id: true },
  });
  if (same) return { outcome: "already_sent", deliveryId: same.id };
  const drafts = await tx.draft.findMany({
    where: { conversationId: draft.conversationId, messageId: draft.messageId },
    select: { id: true },
  });
  const deliveries = await tx.delivery.findMany({
    where: { conversationId: draft.conversationId, draftId: { in: drafts.map(({ id }) => id) } },
    orderBy: { createdAt: "desc" },
    select: { id: true, draftId: true, status: true, createdAt: true, key: true },
  });
  const own = deliveries.find(({ draftId }) => draftId === draft.id);
  if (own) return { outcome: "already_sent", deliveryId: own.id };
  // Where one before it never left, the key goes on with the id of its draft.
  const again = deliveries.find((one) => ALIVE.includes(one.status) && one.key.startsWith(`${key}:`));
  if (again) return { outcome: "already_sent", deliveryId: again.id };
  const underWay = deliveries.find(({ status }) => ["queued", "sending", "uncertain"].includes(status));
  // What answers nobody is no answer to the same: it waits for what is on its way, and is looked at anew.
  if (underWay)
    return draft.messageId === null
      ? { outcome: "stale" }
      : { outcome: "already_sent", deliveryId: underWay.id };
  if (deliveries.some(({ status, createdAt }) => status === "sent" && createdAt > draft.createdAt))
    return { outcome: "stale" };
  return draft.status === "waiting" ? null : { outcome: "stale" };
}
