import { createReadStream, createWriteStream } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

export const TABLES = ["orders", "fulfillments", "fulfillment_orders", "refunds"];
/** A statement takes 65,535 values at most. */
const ROWS_PER_INSERT = 1_000;

export type Prepared = { folder: string; columns: Record<string, string[]>; rows: number };

/** The rows that were mirrored, as PostgreSQL writes them itself: sealed already, so that a peer does nothing but load. */
export async function keepRows(client: pg.Client, folder: string): Promise<Prepared> {
  const columns: Record<string, string[]> = {};
  let rows = 0;
  for (const table of TABLES) {
    const { rows: found } = await client.query<{ name: string }>(
      "SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
      [table],
    );
    columns[table] = found.map(({ name }) => name);
    await pipeline(
      client.query(copyTo(`COPY ${table} TO STDOUT`)),
      createWriteStream(path.join(folder, table)),
    );
    const { rows: counted } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
    rows += Number(counted[0]?.count);
  }
  return { folder, columns, rows };
}

/** Empties the tables and pays what the database still owes, so that each load meets the same one. */
export async function empty(client: pg.Client): Promise<void> {
  await client.query(`TRUNCATE ${TABLES.join(", ")}`);
  await client.query("VACUUM orders");
  await client.query("CHECKPOINT");
}

/** COPY, table by table. Returns seconds. */
export async function loadByCopy(client: pg.Client, { folder }: Prepared): Promise<number> {
  const started = performance.now();
  for (const table of TABLES)
    await pipeline(
      createReadStream(path.join(folder, table)),
      client.query(copyFrom(`COPY ${table} FROM STDIN`)),
    );
  return (performance.now() - started) / 1_000;
}

/** INSERT … VALUES of many rows, one transaction a table. Returns seconds. */
export async function loadByValues(client: pg.Client, { folder, columns }: Prepared): Promise<number> {
  const started = performance.now();
  for (const table of TABLES) {
    const names = columns[table] ?? [];
    await client.query("BEGIN");
    let values: (string | null)[] = [];
    const flush = async () => {
      if (values.length === 0) return;
      await client.query(insert(table, names, values.length / names.length), values);
      values = [];
    };
    for await (const line of createInterface({ input: createReadStream(path.join(folder, table)) })) {
      for (const value of line.split("\t")) values.push(value === "\\N" ? null : unescape(value));
      if (values.length >= ROWS_PER_INSERT * names.length) await flush();
    }
    await flush();
    await client.query("COMMIT");
  }
  return (performance.now() - started) / 1_000;
}

function insert(table: string, names: string[], rows: number): string {
  const row = (nth: number) => `(${names.map((_, at) => `$${nth * names.length + at + 1}`).join(",")})`;
  return `INSERT INTO ${table} (${names.join(",")}) VALUES ${Array.from({ length: rows }, (_, nth) => row(nth)).join(",")}`;
}

const ESCAPES: Record<string, string> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v" };
const unescape = (value: string) =>
  value.includes("\\") ? value.replaceAll(/\\(.)/g, (_all, one: string) => ESCAPES[one] ?? one) : value;
