import type { Note } from "@prisma/client";
import { holdConversation } from "#app/conversation/hold-conversation.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { noteContentSchema, noteText } from "#app/conversation/note.ts";
import { areMembers } from "#app/conversation/write-note.server.ts";
import type { Tx } from "#app/db.server.ts";
import { wellFormed } from "#app/lib/well-formed.ts";
import { mayDo, type Role } from "#app/shop/roles.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

type Which = { conversationId: string; noteId: string; by: { id: string; role: Role }; at: Date };

export type NoteChanged = {
  outcome: "changed" | "blank" | "no_such_member" | "forbidden" | "not_found";
};

/** Writes a note anew: who wrote it, or a lead. Whoever it names anew has not seen it yet. The same again changes nothing. */
export async function changeNote(
  tx: Tx,
  keys: ShopKeys,
  given: Which & { text: string; mentions: readonly string[] },
): Promise<NoteChanged> {
  const { noteId: id, by, at } = given;
  const text = wellFormed(noteText(given.text));
  if (text === "") return { outcome: "blank" };
  const mentions = [...new Set(given.mentions)];
  const note = await holdNote(tx, keys.shopId, given);
  if (!note) return { outcome: "not_found" };
  if (!mayChange(note, by)) return { outcome: "forbidden" };
  // Who was named before may have left the team since.
  const named = mentions.filter((one) => !note.mentions.includes(one));
  if (!(await areMembers(tx, keys.shopId, named))) return { outcome: "no_such_member" };
  const before = openJson(keys, { context: `notes.sealed:${id}`, bytes: note.sealed }, noteContentSchema);
  if (before.text === text && mentions.toSorted().join() === note.mentions.toSorted().join())
    return { outcome: "changed" };
  await tx.note.update({
    where: { id },
    data: {
      mentions,
      editedAt: at,
      seenBy: mentions.filter((one) => note.seenBy.includes(one) || one === by.id),
      sealed: sealJson(keys, `notes.sealed:${id}`, { text }),
    },
  });
  return { outcome: "changed" };
}

export type NoteRemoved = { outcome: "removed" | "forbidden" | "not_found" };

/** Erases a note: who wrote it, or a lead. That there was one, and who took it away, stays. */
export async function removeNote(tx: Tx, keys: ShopKeys, which: Which): Promise<NoteRemoved> {
  const { conversationId, noteId, by, at } = which;
  const { shopId } = keys;
  const note = await holdNote(tx, shopId, which);
  if (!note) return { outcome: "not_found" };
  if (!mayChange(note, by)) return { outcome: "forbidden" };
  await tx.note.delete({ where: { id: noteId } });
  const data = { noteId, removed: true };
  await logEvent(tx, { shopId, conversationId, kind: "noted", by: by.id, at, data });
  return { outcome: "removed" };
}

/** Whether this person may write a note anew or take it away. */
export const mayChange = ({ writtenBy }: Pick<Note, "writtenBy">, by: { id: string; role: Role }): boolean =>
  writtenBy === by.id || mayDo(by.role, "triage");

async function holdNote(tx: Tx, shopId: string, { conversationId, noteId }: Which): Promise<Note | null> {
  if (!(await holdConversation(tx, { shopId, conversationId }))) return null;
  return tx.note.findFirst({ where: { id: noteId, shopId, conversationId } });
}
