import type { Tx } from "#app/db.server.ts";
import { heldByHand, type HeldByHand } from "./held-by-hand.ts";

/** The priority of a conversation that a person set and that stands. */
export async function readHeldByHand(tx: Tx, conversationId: string): Promise<HeldByHand | null> {
  const events = await tx.conversationEvent.findMany({
    where: { conversationId, kind: "priority" },
    select: { by: true, changeId: true, data: true },
    orderBy: { seq: "asc" },
  });
  return heldByHand(events);
}
