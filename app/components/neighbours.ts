const PLACE = "attune.list";

/** Where the lists of ids are kept: the window's own storage, so that two windows do not mix theirs. */
type Kept = Pick<Storage, "getItem" | "setItem">;

/** The list that was shown last, in its order: what next and previous mean on the screen of one of them. */
export function rememberList(storage: Kept, ids: readonly string[]): void {
  try {
    storage.setItem(PLACE, ids.join(" "));
  } catch {
    // A browser may refuse to keep anything: there is no next then.
  }
}

/** What stands before and after one of the list that was shown last; null where nothing does. */
export function neighboursOf(storage: Kept, id: string): { previous: string | null; next: string | null } {
  const ids = listIn(storage);
  const at = ids.indexOf(id);
  if (at === -1) return { previous: null, next: ids[0] ?? null };
  return { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
}

function listIn(storage: Kept): string[] {
  try {
    return storage.getItem(PLACE)?.split(" ").filter(Boolean) ?? [];
  } catch {
    return [];
  }
}
