import { days } from "#app/lib/duration.ts";

/** Nobody goes on with what is older. */
export const KEPT_FOR = days(14);

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

/**
 * Takes out what others have left in it for the same shop, and for any other what nobody goes on with: who works for two shops has another
 * id in each, and their words in the one wait while they are in the other. `now`: ms since 1970.
 */
export function dropOthers(
  inBrowser: () => Pick<Storage, "length" | "key" | "getItem" | "removeItem">,
  writer: string,
  now: number,
): void {
  const [ownShop] = writer.split(":");
  try {
    const storage = inBrowser();
    const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
    for (const name of names) {
      if (!PLACES.some((place) => name.startsWith(place)) || name.endsWith(`:${writer}`)) continue;
      const [, shop] = name.split(":");
      const isElsewhere = shop !== undefined && shop !== ownShop;
      if (isElsewhere && now - keptLast(storage.getItem(name) ?? "") < KEPT_FOR) continue;
      storage.removeItem(name);
    }
  } catch {
    // A browser may let nobody look.
  }
}

/** When the newest of it was kept: each is kept with its time. Within a text a quotation mark is escaped, and is none of these. */
const keptLast = (text: string): number =>
  Math.max(...Array.from(text.matchAll(/"at":(\d+)/gu), ([, at]) => Number(at)));
