import { describe, expect, it } from "vitest";
import { forShop, forShopSql, sqlOf, tenantPool, type Sql } from "#app/db.server.ts";
import { systemPool } from "#app/system-db.server.ts";
import { makeShop } from "#tests/factories/shop.ts";

const PATIENT = { timeout: 10_000 };

const ownProcess = async (sql: Sql) =>
  (await sql<{ pid: number }>("SELECT pg_backend_pid() AS pid", []))[0]?.pid ?? 0;

/** Ends the connection of a transaction between two of its statements, as a restart of the database does. */
async function cut(sql: Sql): Promise<void> {
  const pid = await ownProcess(sql);
  await systemPool.query("SELECT pg_terminate_backend($1)", [pid]);
  await gone(pid);
}

async function gone(pid: number): Promise<void> {
  await expect
    .poll(
      async () => (await systemPool.query("SELECT 1 FROM pg_stat_activity WHERE pid = $1", [pid])).rowCount,
      PATIENT,
    )
    .toBe(0);
}

const ways = (shopId: string): ((work: (sql: Sql) => Promise<unknown>) => Promise<unknown>)[] => [
  forShopSql(shopId),
  (work) => forShop(shopId)((tx) => work(sqlOf(tx))),
];

/** An error that nobody listens to would end the process, and fails the run of the tests. */
describe("a connection that ends in the middle of a transaction", () => {
  it("fails the transaction and nothing else", async () => {
    const { shop } = await makeShop();
    for (const way of ways(shop.id)) {
      const work = async (sql: Sql) => {
        await cut(sql);
        return sql("SELECT 1", []);
      };
      await expect(way(work)).rejects.toThrow(/terminat|not queryable|closed/i);
      expect(await way((sql) => sql("SELECT 1 AS one", []))).toEqual([{ one: 1 }]);
      await expect.poll(() => tenantPool.totalCount - tenantPool.idleCount, PATIENT).toBe(0);
    }
  });

  it("is ended by the server when its process is frozen, so that others may go on", async () => {
    const { shop } = await makeShop();
    for (const way of ways(shop.id)) {
      const rested = way(async (sql) => {
        const pid = await ownProcess(sql);
        await sql("SET LOCAL idle_in_transaction_session_timeout = 50", []);
        await gone(pid);
        return sql("SELECT 1", []);
      });
      await expect(rested).rejects.toThrow(/terminat|not queryable|closed|idle/i);
      expect(await way((sql) => sql("SHOW idle_in_transaction_session_timeout", []))).toEqual([
        { idle_in_transaction_session_timeout: "10s" },
      ]);
    }
  });
});
