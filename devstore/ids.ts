import type { ShopState } from "./state/model.ts";

/** The first integer a double cannot hold; ids above it show whether a reader keeps them as text. */
const BEYOND_DOUBLES = 2n ** 53n;

export function gid(type: string, id: string): string {
  return `gid://shopify/${type}/${id}`;
}

/** `gid://shopify/Order/12?x=1` → `{ type: "Order", id: "12" }`; a bare number has no type. */
export function parseGid(value: string): { type: string | null; id: string } {
  const match = /^gid:\/\/shopify\/([A-Za-z]+)\/([^?]+)/.exec(value);
  return match?.[1] && match[2] ? { type: match[1], id: match[2] } : { type: null, id: value };
}

export function newId(shop: ShopState): string {
  shop.nextId += 1;
  return String(shop.nextId);
}

/** An odd id above 2^53: read as a double it becomes another id. */
export function newLargeId(shop: ShopState): string {
  return String(BEYOND_DOUBLES * 91n + BigInt(newId(shop)) * 2n + 1n);
}

type WithRawJson = { rawJSON: (text: string) => unknown };

/** A decimal id as a JSON number with every digit kept (`JSON.rawJSON`, Node ≥ 22; not yet in TypeScript's library). */
export function exactNumber(id: string | null): unknown {
  if (id === null) return null;
  if (!/^\d+$/.test(id)) throw new Error(`not a numeric id: ${id}`);
  return (JSON as unknown as WithRawJson).rawJSON(id);
}
