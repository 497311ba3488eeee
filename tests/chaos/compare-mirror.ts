import type { Mirror, Row } from "./expected-mirror.ts";

/** What nobody ever told the mirror, by rules, never by ids. `row` is what the store says. */
export type Untold = {
  /** The row says nothing that is not said elsewhere, and may be missing. */
  row: (place: { table: string; row: Row }) => boolean;
  /** The field may be empty. */
  field: (place: { table: string; field: string; row: Row }) => boolean;
};

/** Where the mirror is not the store. `row` is what the store says, or the mirror where the store has no such row. */
export type Difference = { kind: string; id: string; row: Row; detail: string };

export function differences(expected: Mirror, actual: Mirror, untold: Untold): Difference[] {
  return Object.entries(expected).flatMap(([table, rows]) => {
    const mirrored = actual[table] ?? new Map<string, Row>();
    const found = [...rows].flatMap(([id, row]): Difference[] => {
      const other = mirrored.get(id);
      if (other) return unlike({ table, id, row, other }, untold);
      return untold.row({ table, row }) ? [] : [{ kind: `${table}: not in the mirror`, id, row, detail: id }];
    });
    const extra = [...mirrored].filter(([id]) => !rows.has(id));
    return [
      ...found,
      ...extra.map(([id, row]) => ({ kind: `${table}: not in the store`, id, row, detail: id })),
    ];
  });
}

type Pair = { table: string; id: string; row: Row; other: Row };

function unlike({ table, id, row, other }: Pair, untold: Untold): Difference[] {
  return Object.entries(row).flatMap(([field, expected]) => {
    const actual = other[field] ?? null;
    if (JSON.stringify(expected) === JSON.stringify(actual)) return [];
    if (actual === null && untold.field({ table, field, row })) return [];
    const detail = `${id}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`;
    return [{ kind: `${table}.${field}`, id, row, detail }];
  });
}

/** A few of each kind, to be read where a test fails. */
export function said(found: Difference[]): string[] {
  return [...Map.groupBy(found, ({ kind }) => kind)].map(([kind, all]) => {
    const more = all.length > 3 ? ` … and ${all.length - 3} more` : "";
    const few = all.slice(0, 3).map(({ detail }) => detail);
    return `${kind} — ${few.join("; ")}${more}`;
  });
}
