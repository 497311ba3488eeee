import { binaryArray, type BinaryArray, type Element } from "#app/mirror/binary-array.ts";
import type { Kind } from "#app/mirror/fold/rules.ts";
import { stampFields } from "#app/mirror/fold/stamp.ts";
import { fieldOf, tables } from "#app/mirror/tables.ts";

type Given = { column: string; type: string; element: Element };
type Insert = { text: (sorted: boolean) => string; given: Given[] };

/** A row's own fields, those of its stamp, and the columns that are made of them: together never one object, which costs as much. */
export type RowParts = {
  row: { id: string };
  stamp: Record<string, string>;
  made: Record<string, unknown>;
};

/** Rows of one kind as PostgreSQL takes them: a column is one binary array. */
export type Columns = {
  readonly ids: string[];
  /** What is given later must be put until the columns are written. */
  add: (parts: RowParts) => void;
  /** The next row's value of a column that was left out. */
  put: (column: string, value: unknown) => void;
  values: () => Buffer[];
};

const inserts = new Map<Kind, Insert>();

/** Types that have a short text and a long binary form, or no array of arrays, go as text. */
const ELEMENTS: Record<string, Element> = {
  text: "text",
  bytea: "bytea",
  jsonb: "jsonb",
  timestamptz: "timestamptz",
  int: "int",
  boolean: "boolean",
};

/** @param later columns that rows leave out at first */
export function makeColumns(kind: Kind, later: readonly string[] = []): Columns {
  const { given } = insertOf(kind);
  // Of most kinds a batch has no row.
  let arrays: BinaryArray[] | undefined;
  const put = (nth: number, value: unknown) => {
    arrays ??= given.map(({ element }) => binaryArray(element));
    arrays[nth]?.add(given[nth]?.type === "text[]" ? arrayText(value) : value);
  };
  const ids: string[] = [];
  const now = given.flatMap(({ column }, nth) => {
    const field = fieldOf(column);
    const from = stampFields.has(field) ? "stamp" : "row";
    return later.includes(column) ? [] : [{ column, field, from, nth }];
  });
  return {
    ids,
    add({ row, stamp, made }) {
      ids.push(row.id);
      const fields = row as Record<string, unknown>;
      for (const { column, field, from, nth } of now) {
        if (from === "stamp") put(nth, stamp[field]);
        else put(nth, field in row ? fields[field] : made[column]);
      }
    },
    put(column, value) {
      put(
        given.findIndex((one) => one.column === column),
        value,
      );
    },
    values: () => (arrays ?? []).map((array) => array.finish()),
  };
}

/**
 * The statement and its values that write many rows of one kind, in the order of their ids. It fails when one of them is there
 * already (SQLSTATE 23505): to ask for each row costs a sixth of the time. The database takes a column as one array in about the
 * time of a COPY, which knows no row-level security.
 *
 * @param except orders whose rows are not written; customers, when the rows are theirs
 */
export function insertStatement(
  { kind, columns, except }: { kind: Kind; columns: Columns; except: readonly string[] },
  shopId: string,
): { text: string; values: unknown[] } {
  const { ids } = columns;
  const sorted = ids.every((id, nth) => nth === 0 || (ids[nth - 1] ?? "") <= id);
  return { text: insertOf(kind).text(sorted), values: [shopId, except, ...columns.values()] };
}

function insertOf(kind: Kind): Insert {
  const known = inserts.get(kind) ?? make(kind);
  inserts.set(kind, known);
  return known;
}

function make(kind: Kind): Insert {
  const { name, columns, values = {}, order } = tables[kind];
  const names = Object.keys(columns);
  const given = Object.entries(columns).flatMap(([column, type]): Given[] =>
    values[column]?.includes(`r.${column}`) === false
      ? []
      : [{ column, type, element: ELEMENTS[type] ?? "text" }],
  );
  const cast = ({ column, type, element }: Given) =>
    type === element ? column : `${column}::${type} AS ${column}`;
  const text = (sorted: boolean) => `
    INSERT INTO ${name} (shop_id, ${names.join(", ")})
    SELECT $1::text, ${names.map((column) => values[column] ?? `r.${column}`).join(", ")}
    FROM (SELECT ${given.map(cast).join(", ")}
      FROM unnest(${given.map(({ element }, nth) => `$${nth + 3}::${element}[]`).join(", ")})
        AS g(${given.map(({ column }) => column).join(", ")})) AS r
    WHERE r.${order ?? "id"} <> ALL($2::text[])
    ${sorted ? "" : 'ORDER BY r.id COLLATE "C"'}`;
  const texts = { sorted: text(true), unsorted: text(false) };
  return { text: (sorted) => (sorted ? texts.sorted : texts.unsorted), given };
}

/** `{"gift","newsletter"}`; null when nothing was said. */
function arrayText(texts: unknown): string | null {
  if (!Array.isArray(texts)) return null;
  return `{${texts.map((one) => `"${String(one).replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(",")}}`;
}
