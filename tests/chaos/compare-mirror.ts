import type { Mirror, Row } from "./expected-mirror.ts";

/** What nobody ever told the mirror, by rules, never by ids. `row` is what the store says. */
export type Untold = {
  /** The row says nothing that is not said elsewhere, and may be missing. */
  row: (place: { table: string; row: Row }) => boolean;
  /** The field may be empty. */
  field: (place: { table: string; field: string; row: Row }) => boolean;
};

/** Differences between the mirror and the store, each by its table, row and field; a few of each kind. */
export function differences(expected: Mirror, actual: Mirror, untold: Untold): string[] {
  const found = new Map<string, string[]>();
  const note = (kind: string, detail: string) => found.set(kind, [...(found.get(kind) ?? []), detail]);
  for (const [table, rows] of Object.entries(expected)) {
    const mirrored = actual[table] ?? new Map<string, Row>();
    for (const [id, row] of rows) {
      const other = mirrored.get(id);
      if (other) compareRow({ table, id, row, other }, note, untold);
      else if (!untold.row({ table, row })) note(`${table}: not in the mirror`, id);
    }
    for (const id of mirrored.keys()) if (!rows.has(id)) note(`${table}: not in the store`, id);
  }
  return [...found].map(([kind, details]) => {
    const more = details.length > 3 ? ` … and ${details.length - 3} more` : "";
    return `${kind} — ${details.slice(0, 3).join("; ")}${more}`;
  });
}

type Pair = { table: string; id: string; row: Row; other: Row };

function compareRow(
  { table, id, row, other }: Pair,
  note: (kind: string, detail: string) => void,
  untold: Untold,
): void {
  for (const [field, expected] of Object.entries(row)) {
    const actual = other[field] ?? null;
    if (JSON.stringify(expected) === JSON.stringify(actual)) continue;
    if (actual === null && untold.field({ table, field, row })) continue;
    note(`${table}.${field}`, `${id}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
}
