// A PostgreSQL for each project of tests, or the one that TEST_DATABASE_URL names for all of them, with a migrated template for
// each project: every test file gets a copy, so that files run side by side.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../scripts/embedded-postgres.mjs";

const root = path.resolve(import.meta.dirname, "../..");

export async function setup(project: TestProject) {
  const given = process.env["TEST_DATABASE_URL"];
  const server = given ? { url: given, stop: async () => {} } : await startOwn(project.name);
  const template = await templateOf(server.url, project.name);
  project.provide("database", { adminUrl: server.url, template });
  return async () => {
    await withClient(server.url, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    });
    await server.stop();
  };
}

/** What it holds is of no use to anybody afterwards, and is some gigabytes. */
async function startOwn(project: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = path.join(root, ".data", "test", `${process.pid}-${project}`);
  const server = await startEmbeddedPostgres({
    dataDir: folder,
    flags: ["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      // As root its files are elsewhere.
      for (const made of [server.dataDir, folder]) rmSync(made, { recursive: true, force: true });
    },
  };
}

async function templateOf(url: string, project: string): Promise<string> {
  const name = `template_${project}_${process.pid}`;
  await withClient(url, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
  });
  const target = new URL(url);
  target.pathname = `/${name}`;
  execFileSync("node", ["scripts/migrate.ts"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: target.toString() },
    stdio: "pipe",
  });
  return name;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

declare module "vitest" {
  interface ProvidedContext {
    database: { adminUrl: string; template: string };
  }
}
