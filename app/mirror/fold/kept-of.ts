import { compareText } from "#app/mirror/fold/version.ts";

/**
 * The customer that one is now, by the merges that are known (gone → kept). A ring, which Shopify never makes, ends at its
 * greatest id.
 */
export function keptOf(merges: ReadonlyMap<string, string>, id: string): string {
  const seen = new Set<string>();
  let current = id;
  for (let next = merges.get(id); next !== undefined; next = merges.get(current)) {
    if (seen.has(current)) return ringOf(merges, current);
    seen.add(current);
    current = next;
  }
  return current;
}

function ringOf(merges: ReadonlyMap<string, string>, start: string): string {
  let greatest = start;
  for (let at = merges.get(start); at !== undefined && at !== start; at = merges.get(at))
    if (compareText(at, greatest) > 0) greatest = at;
  return greatest;
}
