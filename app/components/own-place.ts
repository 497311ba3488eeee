/** What is written in a browser and has not left yet, and where somebody was: an address holds the words they looked for. */
const PLACES = [
  ...["attune.message", "attune.replies", "attune.copies"],
  ...["attune.inbox", "attune.opened", "attune.list"],
];

type Place = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * A browser's storage as one member of staff has it in one shop. Its origin is the app's for every shop, and people share a browser: no
 * other's words may stand there. `writer`: the shop's id and theirs.
 * `storage`: a browser may refuse to give even that.
 */
export function ownPlace(storage: () => Place, writer: string): Place {
  const own = (name: string) => `${name}:${writer}`;
  return {
    getItem: (name) => storage().getItem(own(name)),
    setItem: (name, value) => storage().setItem(own(name), value),
    removeItem: (name) => storage().removeItem(own(name)),
  };
}

/** Takes out what others have left in it. */
export function dropOthers(
  inBrowser: () => Pick<Storage, "length" | "key" | "removeItem">,
  writer: string,
): void {
  try {
    const storage = inBrowser();
    const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
    for (const name of names)
      if (PLACES.some((place) => name.startsWith(place)) && !name.endsWith(`:${writer}`))
        storage.removeItem(name);
  } catch {
    // A browser may let nobody look.
  }
}
