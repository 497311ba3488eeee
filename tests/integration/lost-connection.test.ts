import { describe, expect, it } from "vitest";
import { forShop, forShopSql, sqlOf, tenantPool, type Sql } from "#app/db.server.ts";
import { systemPool } from "#app/system-db.server.ts";
import { makeShop } from "#tests/factories/shop.ts";

/** Ends the connection of a transaction between two of its statements, as a restart of the database does. */
async function cut(sql: Sql): Promise<void> {
  const [own] = await sql<{ pid: number }>("SELECT pg_backend_pid() AS pid", []);
  await systemPool.query("SELECT pg_terminate_backend($1)", [own?.pid]);
  await expect
    .poll(
      async () =>
        (await systemPool.query("SELECT 1 FROM pg_stat_activity WHERE pid = $1", [own?.pid])).rowCount,
    )
    .toBe(0);
}

/** An error that nobody listens to would end the process, and fails the run of the tests. */
describe("a connection that ends in the middle of a transaction", () => {
  it("fails the transaction and nothing else", async () => {
    const { shop } = await makeShop();
    const ways: ((work: (sql: Sql) => Promise<unknown>) => Promise<unknown>)[] = [
      forShopSql(shop.id),
      (work) => forShop(shop.id)((tx) => work(sqlOf(tx))),
    ];
    for (const way of ways) {
      const work = async (sql: Sql) => {
        await cut(sql);
        return sql("SELECT 1", []);
      };
      await expect(way(work)).rejects.toThrow(/terminat|not queryable|closed/i);
      expect(await way((sql) => sql("SELECT 1 AS one", []))).toEqual([{ one: 1 }]);
      await expect.poll(() => tenantPool.totalCount - tenantPool.idleCount).toBe(0);
    }
  });
});
