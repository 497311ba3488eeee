import pg from "pg";
import { prisma, tenantPool } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { hearLostConnections } from "#app/lib/lost-connections.server.ts";
import { seconds } from "#app/lib/duration.ts";

/**
 * What has no tenant yet: finding a shop by its domain, the doors, sessions, the relay and the sweep. It runs as the login
 * role, outside row-level security, so only the files named in .dependency-cruiser.cjs may import it.
 */
export const systemPrisma = prisma;

/** Plain SQL for the hot paths. */
export const systemPool = new pg.Pool({
  connectionString: env.DATABASE_URL,
  max: env.DATABASE_POOL_SIZE,
  statement_timeout: seconds(20),
  connectionTimeoutMillis: seconds(2),
});
hearLostConnections(systemPool);

/**
 * For the webhook door, which must say within two seconds whether a delivery is durable. A connection whose server does not
 * even say that the statement took too long is given up.
 */
export const doorPool = new pg.Pool({
  connectionString: env.DATABASE_URL,
  max: env.DATABASE_POOL_SIZE,
  statement_timeout: seconds(1.5),
  query_timeout: seconds(1.7),
  connectionTimeoutMillis: seconds(1.5),
  keepAlive: true,
});
hearLostConnections(doorPool);

/** Lets go of every connection of this process to the database, once. */
export async function closeDatabase(): Promise<void> {
  await prisma.$disconnect();
  await Promise.allSettled([tenantPool.end(), systemPool.end(), doorPool.end()]);
}
