import { changeConversations } from "#app/care/triage/change-conversations.server.ts";
import type { Priority } from "#app/care/triage/priority.ts";
import { doneBefore } from "#app/conversation/done-before.server.ts";
import { holdConversation } from "#app/conversation/hold-conversation.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { writeNote } from "#app/conversation/write-note.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** By which escalated conversations are found. */
export const ESCALATED = "escalated";

export type Escalate = {
  conversationId: string;
  /** The member of staff who takes it. */
  to: string;
  /** Why, in words for them. */
  reason: string;
  by: string;
  at: Date;
  /** By the same one it is done once. */
  changeId: string;
};
export type Escalated =
  /** `again`: it was done before, and nothing was done now. */
  | { outcome: "escalated"; again: boolean }
  | { outcome: "blank" | "no_such_member" | "is_spam" | "not_found" };

/**
 * Brings a conversation before a named person, with the reason as a note to them: it is theirs, open, tagged, and a step more urgent,
 * high at least. Undone by `changeId` it is as it was before, and the note stays.
 */
export async function escalate(tx: Tx, keys: ShopKeys, given: Escalate): Promise<Escalated> {
  const { conversationId, to, reason, by, at, changeId } = given;
  const { shopId } = keys;
  if (!(await holdConversation(tx, { shopId, conversationId }))) return { outcome: "not_found" };
  if (await doneBefore(tx, { conversationId, changeId, kind: "escalated" }))
    return { outcome: "escalated", again: true };
  const { status, priority, assigneeId } = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { status: true, priority: true, assigneeId: true },
  });
  if (status === "spam") return { outcome: "is_spam" };
  const note = await writeNote(tx, keys, {
    ...{ conversationId, text: reason, mentions: [to], by, at, changeId, key: changeId },
  });
  if (note.outcome !== "written") return note;
  await changeConversations(tx, keys, {
    ...{ ids: [conversationId], by, at, changeId },
    change: {
      assigneeId: to,
      addTags: [ESCALATED],
      priority: raised(priority),
      // Who waits for the shopper, or for another day, does not see it.
      ...(status === "open" ? {} : { status: "open" as const }),
    },
  });
  const data = { from: assigneeId, to, noteId: note.id };
  await logEvent(tx, { shopId, conversationId, kind: "escalated", by, at, data, changeId });
  return { outcome: "escalated", again: false };
}

const raised = (priority: string): Priority =>
  priority === "high" || priority === "urgent" ? "urgent" : "high";
