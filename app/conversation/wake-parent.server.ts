import type { Conversation } from "@prisma/client";
import type { Tx } from "#app/db.server.ts";

type Woken = { side: Pick<Conversation, "parentId">; automatic: string | null; at: Date };

/**
 * A third party answered in a side conversation: a person looks at the shopper's, which it belongs to. Nothing is read or drafted: it is
 * no shopper's message. Says what was done.
 */
export async function wakeParent(tx: Tx, { side, automatic, at }: Woken): Promise<string> {
  if (automatic === "auto_reply" || automatic === "list")
    return "added to a side conversation: it came by itself";
  await tx.conversation.updateMany({
    where: { id: side.parentId ?? "", status: { in: ["waiting", "snoozed", "closed"] } },
    data: { status: "open", snoozedUntil: null },
  });
  await tx.conversation.updateMany({
    where: { id: side.parentId ?? "", updatedAt: { lt: at } },
    data: { updatedAt: at },
  });
  return "added to a side conversation";
}
