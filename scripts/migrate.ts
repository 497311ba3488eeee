// Brings the database of DATABASE_URL up to date: our migrations by Prisma, then BullMQ's own when it runs on PostgreSQL.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";

const url = process.env["DATABASE_URL"];
if (!url) {
  console.error("DATABASE_URL is not set.");
  process.exit(1);
}

const cli = path.join(
  path.dirname(fileURLToPath(import.meta.resolve("prisma/package.json"))),
  "build",
  "index.js",
);
const migrated = spawnSync(process.execPath, [cli, "migrate", "deploy"], {
  encoding: "utf8",
  env: process.env,
});
if (migrated.status !== 0) {
  console.error(migrated.stdout, migrated.stderr);
  process.exit(migrated.status ?? 1);
}

const { runMigrations } = await import("bullmq");
const client = new pg.Client({ connectionString: url });
await client.connect();
try {
  await runMigrations(client);
} finally {
  await client.end();
}
console.log("The database is up to date.");
