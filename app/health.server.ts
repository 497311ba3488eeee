import { readdirSync } from "node:fs";
import { logger } from "#app/lib/logger.server.ts";
import { doorPool } from "#app/system-db.server.ts";

export type Readiness =
  { outcome: "ready" } | { outcome: "not-ready"; reason: "database" | "migrations" | "stopping" };

const MIGRATIONS = new URL("../prisma/migrations/", import.meta.url);
let migrated = false;
let stopping = false;

/** From now on this process is not ready: a load balancer sends its next requests elsewhere while this one drains. */
export function stopBeingReady(): void {
  stopping = true;
}

export const isStopping = (): boolean => stopping;

/**
 * Ready when the database answers and has every migration this build brings; more of them do not
 * matter, so that a process of the release before stays ready while the next one is rolled out. Redis is not asked: this process needs it for
 * nothing, and a queue that is away keeps no webhook out.
 */
export async function readiness(): Promise<Readiness> {
  if (stopping) return { outcome: "not-ready", reason: "stopping" };
  try {
    migrated = migrated || (await isMigrated());
    if (!migrated) return { outcome: "not-ready", reason: "migrations" };
    await doorPool.query("SELECT 1");
    return { outcome: "ready" };
  } catch (err) {
    logger.warn({ err }, "not ready");
    return { outcome: "not-ready", reason: "database" };
  }
}

async function isMigrated(): Promise<boolean> {
  const { rows: tables } = await doorPool.query(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  );
  if (!tables[0]?.there) return false;
  const { rows } = await doorPool.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const applied = new Set(rows.map(({ name }) => name));
  return ours().every((name) => applied.has(name));
}

function ours(): string[] {
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
