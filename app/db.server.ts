import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@prisma/client";
import pg from "pg";
import { env } from "#app/env.server.ts";
import { givingBackLost, hearLostConnections } from "#app/lib/lost-connections.server.ts";
import { seconds } from "#app/lib/duration.ts";

/** One transaction under one shop's tenant wall. */
export type Tx = Prisma.TransactionClient;

/** Runs `work` in one transaction that sees and writes one shop's rows only. */
export type InShop = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** One SQL statement of a transaction: `$1 …` are the values, the answer its rows. What a stage writes in SQL, it writes with this. */
export type Sql = <Row>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** As `InShop`, for the hot paths, which speak SQL: Prisma's part of a transaction costs several times the statement. */
export type InShopSql = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;

/**
 * The connections of all work for a shop, on either way. A process that freezes in the middle of a transaction would hold the
 * shop's locks for as long, and the sweep takes a locked job for one that is alive: the server ends what rests so long.
 */
export const tenantPool = new pg.Pool({
  connectionString: env.DATABASE_URL,
  max: env.DATABASE_POOL_SIZE,
  statement_timeout: seconds(20),
  idle_in_transaction_session_timeout: seconds(10),
  connectionTimeoutMillis: seconds(5),
});
hearLostConnections(tenantPool);

/**
 * The bare client: no tenant. Only system-db.server.ts hands it on.
 * Statements end before the transaction's own timeout does: a timeout during COMMIT can crash the process (prisma/orm#29952).
 */
export const prisma = new PrismaClient({
  adapter: new PrismaPg(givingBackLost(tenantPool)),
  transactionOptions: { maxWait: seconds(10), timeout: seconds(60) },
});

/**
 * The tenant in the type: all access to a shop's rows goes through here. Inside, the role attune_app stands under row-level
 * security for that shop, so a query that forgot its `where` still sees one shop.
 */
export function forShop(shopId: string): InShop {
  return (work) =>
    prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('role', 'attune_app', true), set_config('app.shop_id', ${shopId}, true)`;
      return work(tx);
    });
}

/** A Prisma transaction as plain SQL, so that one function serves both ways. */
export function sqlOf(tx: Tx): Sql {
  return (text, values) => tx.$queryRawUnsafe(text, ...values);
}

/** `forShop` for the hot paths: the same wall, without Prisma. */
export function forShopSql(shopId: string): InShopSql {
  return async (work) => {
    const client = await tenantPool.connect();
    const sql: Sql = async (text, values) => (await client.query({ text, values: [...values] })).rows;
    try {
      await client.query("BEGIN");
      await sql("SELECT set_config('role', 'attune_app', true), set_config('app.shop_id', $1, true)", [
        shopId,
      ]);
      const result = await work(sql);
      await client.query("COMMIT");
      client.release();
      return result;
    } catch (error) {
      // Closing the connection is the rollback, whatever state it is in.
      client.release(true);
      throw error;
    }
  };
}
