import { neighboursOf } from "#app/components/neighbours.ts";
import { filterNames } from "#app/desk/inbox/filter-names.ts";

/** The window's own storage, so that two windows do not mix theirs. */
type Place = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const ADDRESS = "attune.inbox";
const OPENED = "attune.opened";
const NAMES = ["view", "saved", "q", "sort", "cursor", ...filterNames];

const ownOf = (params: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...params].filter(([name]) => NAMES.includes(name)));

/** The inbox as it was looked at last: view, filters, sorting and page. */
export function rememberInbox(place: Place, params: URLSearchParams): void {
  keep(place, ADDRESS, ownOf(params).toString());
}

/** Where somebody goes who goes back to the inbox. */
export function lastInbox(place: Place): string {
  const kept = read(place, ADDRESS);
  return kept ? `/inbox?${kept}` : "/inbox";
}

/** Who comes from a conversation to the bare inbox is going back: the address that is meant then, else null. */
export function goesBackTo(place: Place, from: string, to: URLSearchParams): string | null {
  if (!from.startsWith("/inbox/") || ownOf(to).size > 0) return null;
  const address = lastInbox(place);
  return address === "/inbox" ? null : address;
}

/** This one is being read; its row, or where that has left the next to it, has the focus when somebody goes back. */
export function rememberOpened(place: Place, id: string): void {
  const { next, previous } = neighboursOf(place, id);
  keep(place, OPENED, [id, next, previous].filter(Boolean).join(" "));
}

/** The rows one of which has the focus now, the best first; asked for once. */
export function takeOpened(place: Place): string[] {
  const ids = read(place, OPENED)?.split(" ") ?? [];
  try {
    place.removeItem(OPENED);
  } catch {
    // A browser may let nobody look.
  }
  return ids;
}

function keep(place: Place, name: string, value: string): void {
  try {
    place.setItem(name, value);
  } catch {
    // A browser may refuse to keep anything: the inbox begins anew then.
  }
}

function read(place: Place, name: string): string | null {
  try {
    return place.getItem(name);
  } catch {
    return null;
  }
}
