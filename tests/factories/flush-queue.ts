import { DatabaseError } from "pg";
import { Redis } from "ioredis";
import { systemPool } from "#app/system-db.server.ts";

/** Empties BullMQ's own memory, as a FLUSHALL would. Our rows stay. */
export async function flushQueue(redisUrl: string | undefined): Promise<void> {
  if (redisUrl) {
    const client = new Redis(redisUrl);
    await client.flushdb();
    client.disconnect();
    return;
  }
  const { rows } = await systemPool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'`,
  );
  const names = rows.map(({ name }) => name).join(", ");
  while (!(await emptied(names)));
}

/**
 * A TRUNCATE waits for one table while it holds another, and so does a working worker in its own order: a deadlock.
 * This one takes all the tables or none. Several statements in one query are one transaction.
 */
async function emptied(names: string): Promise<boolean> {
  try {
    await systemPool.query(`LOCK TABLE ${names} IN ACCESS EXCLUSIVE MODE NOWAIT; TRUNCATE ${names} CASCADE`);
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
}

const LOCK_NOT_AVAILABLE = "55P03";
