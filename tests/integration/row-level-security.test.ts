import { describe, expect, it } from "vitest";
import { forShop } from "#app/db.server.ts";
import { systemPool } from "#app/system-db.server.ts";
import { makeJob } from "#tests/factories/job.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { tenantTables } from "#tests/factories/tenant-rows.ts";

const asTenant = "BEGIN; SET LOCAL ROLE attune_app";
const tables = [...(await tenantTables()), "shops"];

/** One row of the table for the shop, whatever its columns: what must not be null gets a value of its type. */
async function fill(table: string, shopId: string) {
  if (table === "shops") return;
  const { rows: columns } = await systemPool.query<{ name: string; type: string; array: boolean }>(
    `SELECT column_name AS name, udt_name AS type, data_type = 'ARRAY' AS array FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL
       AND column_name <> 'shop_id'`,
    [table],
  );
  const value = ({ type, array }: { type: string; array: boolean }) => {
    if (array) return "'{}'";
    if (type === "bytea") return String.raw`'\x00'`;
    if (type === "timestamptz" || type === "date") return "now()";
    if (type === "jsonb") return "'{}'";
    if (type === "bool") return "false";
    return type === "text" ? "'x'" : "0";
  };
  const names = ["shop_id", ...columns.map(({ name }) => name)].map((name) => `"${name}"`);
  await systemPool.query(
    `INSERT INTO "${table}" (${names.join()}) VALUES (${["$1", ...columns.map(value)].join()}) ON CONFLICT DO NOTHING`,
    [shopId],
  );
}

async function inTransaction<T>(statements: string, read: string): Promise<T[]> {
  const client = await systemPool.connect();
  try {
    await client.query(statements);
    return (await client.query(read)).rows;
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

describe("the wall between shops", async () => {
  const { shop } = await makeShop();
  const { shop: other } = await makeShop();
  for (const table of tables) await fill(table, shop.id);

  it("covers the tables there are", () => {
    expect(tables.length).toBeGreaterThan(20);
    expect(tables).toContain("messages");
  });

  it.each(tables)("stands around %s", async (table) => {
    const [wall] = (
      await systemPool.query<{ enabled: boolean; policies: string }>(
        `SELECT relrowsecurity AS enabled,
           (SELECT count(*) FROM pg_policy WHERE polrelid = pg_class.oid AND polqual IS NOT NULL
              AND polwithcheck IS NOT NULL) AS policies
         FROM pg_class WHERE oid = $1::regclass`,
        [table],
      )
    ).rows;
    expect(wall).toMatchObject({ enabled: true, policies: "1" });

    const count = `SELECT count(*)::int AS seen FROM "${table}"`;
    expect((await systemPool.query<{ seen: number }>(count)).rows[0]?.seen).toBeGreaterThan(0);
    expect(await inTransaction(asTenant, count)).toEqual([{ seen: 0 }]);
    const inside = (id: string) => `${asTenant}; SET LOCAL app.shop_id = '${id}'`;
    expect(await inTransaction(inside(shop.id), count)).toEqual([{ seen: 1 }]);
    expect(await inTransaction(inside(other.id), count)).toEqual([{ seen: table === "shops" ? 1 : 0 }]);
  });

  it("refuses to write for another shop", async () => {
    const write = forShop(shop.id)((tx) =>
      tx.suppression.create({
        data: { shopId: other.id, contactIndex: "index", scope: "all", reason: "tested" },
      }),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it("stands around the functions that look past it", async () => {
    await makeJob(shop.id);
    const found = await inTransaction(asTenant, "SELECT * FROM conversations_about('1', 10)");
    expect(found).toEqual([]);
    const { rows } = await systemPool.query<{ name: string; config: string[] }>(
      `SELECT proname AS name, proconfig AS config FROM pg_proc
       WHERE prosecdef AND pronamespace = 'public'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { config } of rows) expect(config).toContain("search_path=pg_catalog, public, pg_temp");
  });
});
