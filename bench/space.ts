type Query = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;

/** Prints what rows take on disk, with their indexes and large values, for each row of `per`. */
export async function printSpace(
  sql: Query,
  { tables, per }: { tables: string[]; per: string },
): Promise<void> {
  const [row] = await sql<{ bytes: string; rows: string }>(
    `SELECT sum(pg_total_relation_size(given::regclass)) AS bytes, (SELECT count(*) FROM ${per}) AS rows
     FROM unnest($1::text[]) AS given`,
    [tables],
  );
  const bytes = Number(row?.bytes) / Number(row?.rows);
  console.log(`${tables.join(", ")}: ${bytes.toFixed(0)} bytes for each of ${row?.rows} rows of ${per}`);
}
