import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { seconds } from "#app/lib/duration.ts";

const root = path.resolve(import.meta.dirname, "../..");
const name = `migrate_${randomUUID().replaceAll("-", "")}`;
const url = new URL(inject("database").adminUrl);
const admin = new pg.Client({ connectionString: url.toString() });
url.pathname = `/${name}`;

beforeAll(async () => {
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
});
afterAll(async () => {
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
});

async function migrate() {
  const run = spawn(process.execPath, ["scripts/migrate.ts"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url.toString() }, // oxlint-disable-line node/no-process-env
  });
  const said: string[] = [];
  for (const stream of [run.stdout, run.stderr]) stream.on("data", (chunk) => said.push(String(chunk)));
  const [status] = await once(run, "close");
  return { status, said: said.join("") };
}

describe("two migrations at the same moment", () => {
  it(
    "on an empty database: one works, the other waits and finds nothing to do",
    async () => {
      const both = await Promise.all([migrate(), migrate()]);
      expect(both.map(({ status, said }) => (status === 0 ? 0 : said))).toEqual([0, 0]);
      for (const { said } of both) expect(said).toContain("The database is up to date.");
      const waited = both.filter(({ said }) => said.includes("Another migration is at work"));
      expect(waited).toHaveLength(1);

      const database = new pg.Client({ connectionString: url.toString() });
      await database.connect();
      const { rows } = await database.query<{ twice: number; unfinished: number }>(
        `SELECT count(*)::int - count(DISTINCT migration_name)::int AS twice,
           (count(*) FILTER (WHERE finished_at IS NULL))::int AS unfinished FROM _prisma_migrations`,
      );
      expect(rows[0]).toEqual({ twice: 0, unfinished: 0 });
      const queue = await database.query("SELECT to_regclass('bullmq.job') IS NOT NULL AS there");
      await database.end();
      expect(queue.rows[0]).toEqual({ there: true });
    },
    seconds(120),
  );
});
