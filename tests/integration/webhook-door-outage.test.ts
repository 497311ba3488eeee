import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { seconds } from "#app/lib/duration.ts";
import { startDoor } from "#tests/factories/door.ts";
import { makeWebhook } from "#tests/factories/webhook.ts";
import { startEmbeddedPostgres } from "../../scripts/embedded-postgres.mjs";

// A PostgreSQL of this file's own, which it may stop.
const root = path.resolve(import.meta.dirname, "../..");
const dataDir = mkdtempSync(path.join(tmpdir(), "attune-outage-"));
let server: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
let door: Awaited<ReturnType<typeof startDoor>>;
let domain = "";
let endPools: () => Promise<unknown>;

beforeAll(async () => {
  server = await startEmbeddedPostgres({ dataDir });
  vi.stubEnv("DATABASE_URL", server.url);
  execFileSync("node", ["scripts/migrate.ts"], { cwd: root, stdio: "pipe" });
  const { webhookDoor } = await import("#app/ingest/webhook-door.server.ts");
  const { doorPool, systemPool } = await import("#app/system-db.server.ts");
  const { tenantPool } = await import("#app/db.server.ts");
  const { makeShop } = await import("#tests/factories/shop.ts");
  endPools = () => Promise.allSettled([doorPool.end(), systemPool.end(), tenantPool.end()]);
  domain = (await makeShop()).shop.domain;
  door = await startDoor((request, response) => void webhookDoor(request, response));
});
afterAll(async () => {
  door.stop();
  await endPools();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const crowd = () => Promise.all(Array.from({ length: 60 }, () => door.send(makeWebhook({ shop: domain }))));
const statuses = (answers: Awaited<ReturnType<typeof crowd>>) =>
  [...new Set(answers.map(({ status }) => status))].toSorted((a, b) => a - b);
const slowest = (answers: Awaited<ReturnType<typeof crowd>>) => Math.max(...answers.map(({ took }) => took));
const allIsWell = () =>
  expect.poll(async () => statuses(await crowd()), { timeout: seconds(10) }).toEqual([200]);

it("answers 503 in time while PostgreSQL is away, and 200 when it is back", async () => {
  await allIsWell();
  const { port } = server;
  await server.stop();
  const answers = await crowd();
  expect(statuses(answers)).toEqual([503]);
  expect(slowest(answers)).toBeLessThan(seconds(2));
  server = await startEmbeddedPostgres({ dataDir, port });
  await allIsWell();
});

it("answers 503 in time while PostgreSQL says nothing at all, and 200 when it goes on", async () => {
  await allIsWell();
  const frozen = await processesOf(server);
  for (const pid of frozen) process.kill(pid, "SIGSTOP");
  try {
    for (let round = 0; round < 2; round += 1) {
      const answers = await crowd();
      expect(statuses(answers)).toEqual([503]);
      expect(slowest(answers)).toBeLessThan(seconds(2));
    }
  } finally {
    for (const pid of frozen) process.kill(pid, "SIGCONT");
  }
  await allIsWell();
});

/** The server and what it forked. */
async function processesOf({ pid, url }: typeof server): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()",
  );
  await client.end();
  return [pid, ...rows.map((row) => row.pid)];
}
