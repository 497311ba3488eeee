// Brings the database of DATABASE_URL up to date: our migrations by Prisma, then BullMQ's own for when it runs on PostgreSQL.
// Any number may be started at the same moment: one works, the others wait for it and find nothing left to do.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";

const WAIT_MINUTES = 15;
const TURN = "hashtextextended('attune|migrate', 0)";

const url = process.env["DATABASE_URL"];
if (!url) {
  console.error("DATABASE_URL is not set.");
  process.exit(1);
}
const client = new pg.Client({ connectionString: url, keepAlive: true });
try {
  await client.connect();
  await takeTurn();
  await migrateOurs();
  const { runMigrations } = await import("bullmq");
  await runMigrations(client);
  console.log("The database is up to date.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  // The turn ends with the connection, however this process ends.
  await client.end().catch(() => {});
}

/**
 * Asks again and again instead of waiting inside PostgreSQL: a statement that waits there holds a snapshot, and an index that
 * is built CONCURRENTLY by whoever has the turn would wait for it for ever.
 */
async function takeTurn(): Promise<void> {
  const until = Date.now() + WAIT_MINUTES * 60_000;
  for (let said = false; !(await tryTurn()); said = true) {
    if (!said) console.log("Another migration is at work: waiting for it.");
    if (Date.now() > until)
      throw new Error(`Another migration has been at work for ${WAIT_MINUTES} minutes.`);
    await sleep(500);
  }
}

async function tryTurn(): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(${TURN}) AS mine`);
  return rows[0]?.mine ?? false;
}

/** Asynchronous, so that the connection that holds the turn stays alive meanwhile. */
async function migrateOurs(): Promise<void> {
  const prisma = path.dirname(fileURLToPath(import.meta.resolve("prisma/package.json")));
  const cli = spawn(
    process.execPath,
    [
      ...["--import", new URL("leave-when-done.mjs", import.meta.url).href],
      ...[path.join(prisma, "build", "index.js"), "migrate", "deploy"],
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const said: string[] = [];
  for (const stream of [cli.stdout, cli.stderr]) stream.on("data", (chunk) => said.push(String(chunk)));
  const [status] = await once(cli, "close");
  if (status !== 0) throw new Error(said.join(""));
}
