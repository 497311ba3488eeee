import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@prisma/client";
import { env } from "#app/env.server.ts";
import { seconds } from "#app/lib/duration.ts";

/** One transaction under one shop's tenant wall. */
export type Tx = Prisma.TransactionClient;

/** Runs `work` in one transaction that sees and writes one shop's rows only. */
export type InShop = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/**
 * The bare client: no tenant. Only system-db.server.ts hands it on.
 * Statements end before the transaction's own timeout does: a timeout during COMMIT can crash the process (prisma/orm#29952).
 */
export const prisma = new PrismaClient({
  adapter: new PrismaPg({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_SIZE,
    statement_timeout: seconds(20),
    connectionTimeoutMillis: seconds(5),
  }),
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
