import { filterNames, narrowings } from "#app/desk/inbox/filter-names.ts";

/** What the inbox's address is changed by: a name to its values; none take it out. */
export type AddressChange = Record<string, readonly string[]>;

/** The address with that changed; what was asked differently starts again at its first page. */
export function changed(current: URLSearchParams, change: AddressChange): URLSearchParams {
  const next = new URLSearchParams(current);
  next.delete("cursor");
  for (const [name, values] of Object.entries(change)) {
    next.delete(name);
    for (const value of values) next.append(name, value);
  }
  return next;
}

/** Only the view, and what Shopify puts into an address. */
export const cleared = (current: URLSearchParams): URLSearchParams =>
  changed(current, Object.fromEntries(["q", "saved", ...narrowings].map((name) => [name, []])));

export const isFiltered = (params: URLSearchParams): boolean =>
  params.has("q") || narrowings.some((name) => params.has(name));

/** The address as far as it says what is listed: Shopify's own parameters are another's. */
export const listedBy = (params: URLSearchParams): string => {
  const own = new URLSearchParams();
  for (const name of ["view", "q", "sort", "cursor", ...filterNames])
    for (const value of params.getAll(name)) own.append(name, value);
  return own.toString();
};

/** Come to from another screen to search. */
export const TO_SEARCH = { to: "search" };
/** Come to by paging: the first row is next. */
export const TO_ROWS = { to: "rows" };
/** Come to from the inbox, or from the conversation before, to read it. */
export const TO_READ = { to: "read" };

/** Whether that is what somebody came for. `state`: what a history keeps of an address. */
export const isFor = (state: unknown, wanted: { to: string }): boolean =>
  typeof state === "object" && state !== null && "to" in state && state.to === wanted.to;
