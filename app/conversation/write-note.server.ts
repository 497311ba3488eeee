import { holdConversation } from "#app/conversation/hold-conversation.server.ts";
import { keyedId } from "#app/conversation/keyed-id.ts";
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
  /** Made up by who writes it: asked for again with the same one, it is written once. */
  key?: string | undefined;
};
export type NoteWritten =
  /** `again`: it was written before, and stands as it was. */
  | { outcome: "written"; id: string; again: boolean }
  | { outcome: "blank" }
  | { outcome: "no_such_member" }
  | { outcome: "not_found" };

/** The team writes to itself about a conversation. No shopper ever reads it, no draft is made from it, and no model is told. */
export async function writeNote(tx: Tx, keys: ShopKeys, given: WriteNote): Promise<NoteWritten> {
  const { conversationId, by, at, changeId, key } = given;
  const { shopId } = keys;
  const text = wellFormed(noteText(given.text));
  if (text === "") return { outcome: "blank" };
  const mentions = [...new Set(given.mentions)];
  if (!(await areMembers(tx, shopId, mentions))) return { outcome: "no_such_member" };
  if (!(await holdConversation(tx, { shopId, conversationId }))) return { outcome: "not_found" };
  const id = key === undefined ? timedId(at.getTime()) : keyedId([shopId, by, key]);
  if (key !== undefined && (await tx.note.count({ where: { id, shopId } })) > 0)
    return { outcome: "written", id, again: true };
  await tx.note.create({
    data: {
      ...{ id, shopId, conversationId, writtenBy: by, mentions, at },
      // Nobody has to be told what they wrote themselves.
      seenBy: mentions.filter((one) => one === by),
      sealed: sealJson(keys, `notes.sealed:${id}`, { text }),
    },
  });
  await logEvent(tx, { shopId, conversationId, kind: "noted", by, at, data: { noteId: id }, changeId });
  return { outcome: "written", id, again: false };
}

/** Whether each of them is in the team. */
export async function areMembers(tx: Tx, shopId: string, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  return (
    (await tx.staffMember.count({ where: { shopId, id: { in: [...ids] }, removedAt: null } })) === ids.length
  );
}
