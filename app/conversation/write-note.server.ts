import { holdConversation } from "#app/conversation/hold-conversation.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { noteText } from "#app/conversation/note.ts";
import type { Tx } from "#app/db.server.ts";
import { timedId } from "#app/lib/timed-id.ts";
import { wellFormed } from "#app/lib/well-formed.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

export type WriteNote = {
  conversationId: string;
  text: string;
  /** Members of staff who are to read it. */
  mentions: readonly string[];
  /** The member of staff who writes it. */
  by: string;
  at: Date;
  changeId?: string | undefined;
};
export type NoteWritten =
  | { outcome: "written"; id: string }
  | { outcome: "blank" }
  | { outcome: "no_such_member" }
  | { outcome: "not_found" };

/** The team writes to itself about a conversation. No shopper ever reads it, no draft is made from it, and no model is told. */
export async function writeNote(tx: Tx, keys: ShopKeys, given: WriteNote): Promise<NoteWritten> {
  const { conversationId, by, at, changeId } = given;
  const { shopId } = keys;
  const text = wellFormed(noteText(given.text));
  if (text === "") return { outcome: "blank" };
  const mentions = [...new Set(given.mentions)];
  if (!(await areMembers(tx, shopId, mentions))) return { outcome: "no_such_member" };
  if (!(await holdConversation(tx, { shopId, conversationId }))) return { outcome: "not_found" };
  const id = timedId(at.getTime());
  await tx.note.create({
    data: {
      ...{ id, shopId, conversationId, writtenBy: by, mentions, at },
      // Nobody has to be told what they wrote themselves.
      seenBy: mentions.filter((one) => one === by),
      sealed: sealJson(keys, `notes.sealed:${id}`, { text }),
    },
  });
  await logEvent(tx, { shopId, conversationId, kind: "noted", by, at, data: { noteId: id }, changeId });
  return { outcome: "written", id };
}

/** Whether each of them is in the team. */
export async function areMembers(tx: Tx, shopId: string, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  return (
    (await tx.staffMember.count({ where: { shopId, id: { in: [...ids] }, removedAt: null } })) === ids.length
  );
}
