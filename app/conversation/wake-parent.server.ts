import type { Conversation } from "@prisma/client";
import { logOpened } from "#app/conversation/log-opened.server.ts";
import type { Tx } from "#app/db.server.ts";

type Woken = { side: Pick<Conversation, "parentId">; automatic: string | null; at: Date };

/** What an answer of a third party opens again. */
const AWAY = new Set(["waiting", "snoozed", "closed"]);

/**
 * A third party answered in a side conversation: a person looks at the shopper's, which it belongs to. Nothing is read or drafted: it is
 * no shopper's message. Says what was done. Hold the parent (hold-thread.server.ts).
 */
export async function wakeParent(tx: Tx, { side, automatic, at }: Woken): Promise<string> {
  if (automatic === "auto_reply" || automatic === "list")
    return "added to a side conversation: it came by itself";
  const parent = await tx.conversation.findUnique({
    where: { id: side.parentId ?? "" },
    select: { id: true, shopId: true, status: true, snoozedUntil: true, updatedAt: true },
  });
  if (!parent) return "added to a side conversation";
  const opens = AWAY.has(parent.status);
  await tx.conversation.update({
    where: { id: parent.id },
    data: {
      ...(opens ? { status: "open", snoozedUntil: null } : {}),
      updatedAt: at > parent.updatedAt ? at : parent.updatedAt,
    },
  });
  if (opens) await logOpened(tx, parent, { by: "attune", why: "aside", at });
  return "added to a side conversation";
}
