import type { Delivery } from "@prisma/client";
import type { Tx } from "#app/db.server.ts";

/** A person must see what became of a mail: its conversation is open again, and one that we began is shown. */
export async function reopen(
  tx: Tx,
  { conversationId }: Pick<Delivery, "conversationId">,
  now: Date,
): Promise<void> {
  if (!conversationId) return;
  await tx.conversation.updateMany({
    where: { id: conversationId, status: "waiting", parentId: null },
    data: { status: "open", unsent: false, updatedAt: now },
  });
  // A side conversation is shown with the one that it belongs to.
  await tx.conversation.updateMany({
    where: { id: conversationId, status: "waiting", parentId: { not: null } },
    data: { status: "open", updatedAt: now },
  });
}
