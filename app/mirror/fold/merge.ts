import { rules, type Kind, type Rules, type Stamped } from "#app/mirror/fold/rules.ts";
import { compareText, compareVersions } from "#app/mirror/fold/version.ts";

/** Two contents of one row as one. Commutative, associative and idempotent. */
export function mergeRow<K extends Kind>(kind: K, a: Stamped<K>, b: Stamped<K>): Stamped<K> {
  const [older, newer] = compareVersions(a, b) <= 0 ? [a, b] : [b, a];
  const { own = {}, earliest = [], latest = [], fixed = [], ever = [] }: Rules = rules[kind];
  const [was, is] = [older as Record<string, unknown>, newer as Record<string, unknown>];
  const merged: Record<string, unknown> = { ...is };
  for (const [version, fields = []] of Object.entries(own)) {
    const from = compareText(String(was[version]), String(is[version])) > 0 ? was : is;
    for (const field of [version, ...fields]) merged[field] = from[field];
  }
  for (const field of earliest) merged[field] = pick(was[field], is[field], -1);
  for (const field of [...latest, ...fixed]) merged[field] = pick(was[field], is[field], 1);
  for (const field of ever) merged[field] = was[field] === true || is[field] === true;
  return merged as Stamped<K>;
}

/** The lesser (-1) or greater (1) of two texts; null says nothing. */
function pick(a: unknown, b: unknown, sign: 1 | -1): unknown {
  if (typeof a !== "string") return b ?? null;
  if (typeof b !== "string") return a;
  return compareText(a, b) * sign >= 0 ? a : b;
}

/** One row per id, each folded from all that was said of it. */
export function mergeRows<K extends Kind>(kind: K, rows: readonly Stamped<K>[]): Stamped<K>[] {
  const byId = new Map<string, Stamped<K>>();
  for (const row of rows) {
    const known = byId.get(row.id);
    byId.set(row.id, known ? mergeRow(kind, known, row) : row);
  }
  return [...byId.values()];
}
