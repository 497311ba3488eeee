import { changeNote, type NoteChanged } from "#app/conversation/change-note.server.ts";
import { writeNote, type NoteWritten, type WriteNote } from "#app/conversation/write-note.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { Role } from "#app/shop/roles.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type NoteKept = NoteWritten | { outcome: Exclude<NoteChanged["outcome"], "changed"> };

/** Writes a note; asked for again with the same key, it says what it says now: they may have written on since the answer was lost. */
export async function keepNote(
  tx: Tx,
  keys: ShopKeys,
  given: Omit<WriteNote, "by"> & { by: { id: string; role: Role } },
): Promise<NoteKept> {
  const written = await writeNote(tx, keys, { ...given, by: given.by.id });
  if (written.outcome !== "written" || !written.again) return written;
  const { outcome } = await changeNote(tx, keys, { ...given, noteId: written.id });
  return outcome === "changed" ? written : { outcome };
}
