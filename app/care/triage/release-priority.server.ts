import { holdConversation } from "#app/conversation/hold-conversation.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { judgePriority } from "./judge-priority.server.ts";
import { readHeldByHand } from "./read-held-by-hand.server.ts";

type ReleasePriority = { conversationId: string; by: string; at: Date; changeId: string };
export type PriorityReleased = { outcome: "released" | "not_held" | "not_found" };

/** Lets go of a priority that a person set: from now on it follows from the reasons again. Undone by `changeId`, as any change is. */
export async function releasePriority(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, by, at, changeId }: ReleasePriority,
): Promise<PriorityReleased> {
  const { shopId } = keys;
  if (!(await holdConversation(tx, { shopId, conversationId }))) return { outcome: "not_found" };
  if (!(await readHeldByHand(tx, conversationId))) return { outcome: "not_held" };
  const { priority: from } = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { priority: true },
  });
  const to = (await judgePriority(tx, keys, { conversationId, now: at, letGo: true })) ?? from;
  const data = { from, to, released: true };
  await logEvent(tx, { shopId, conversationId, kind: "priority", by, at, data, changeId });
  return { outcome: "released" };
}
