import type { Mirror, Row } from "./expected-mirror.ts";

/** Whether a field may differ; `row` is what the store says. A rule, never an id. */
export type Allowed = (place: { table: string; field: string; row: Row; actual: unknown }) => boolean;

/** Differences between the mirror and the store, each by its table, row and field; a few of each kind. */
export function differences(expected: Mirror, actual: Mirror, allowed: Allowed): string[] {
  const found = new Map<string, string[]>();
  const note = (kind: string, detail: string) => found.set(kind, [...(found.get(kind) ?? []), detail]);
  for (const [table, rows] of Object.entries(expected)) {
    const mirrored = actual[table] ?? new Map<string, Row>();
    for (const [id, row] of rows) {
      const other = mirrored.get(id);
      if (other) compareRow({ table, id, row, other }, note, allowed);
      else note(`${table}: not in the mirror`, id);
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
  allowed: Allowed,
): void {
  for (const [field, expected] of Object.entries(row)) {
    const actual = other[field] ?? null;
    if (JSON.stringify(expected) === JSON.stringify(actual)) continue;
    if (allowed({ table, field, row, actual })) continue;
    note(`${table}.${field}`, `${id}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
}
