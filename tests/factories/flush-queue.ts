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
  await systemPool.query(`TRUNCATE ${rows.map(({ name }) => name).join(", ")} CASCADE`);
}
