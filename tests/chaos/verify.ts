// What must hold after every scenario: nothing lost, nothing doubled, nothing overwritten, nobody ill.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { wrongAnswers } from "./courier.ts";
import { doubledEffects } from "./effects.ts";
import type { Postgres } from "./postgres-server.ts";
import { until } from "./program.ts";
import type { World } from "./world.ts";

const MEGABYTE = 1024 * 1024;
/** Caches and plans fill up to their bounds; who keeps every request with its body grows by more. */
const GROWTH = 24 * MEGABYTE;

/** A wake-up that waits for a day to come is no work left, nor is one for when a conversation grows more urgent. */
const AWAITS_ITS_DAY = `(state = 'waiting' AND (name IN ('watchPromise', 'decideOutreach') AND run_at > now() + interval '1 hour'
  OR name = 'keepPriority' AND attempts = 0 AND run_at > now()))`;

/**
 * Lets time pass in the rows, which is where the app keeps it: what waits for another try is due, what was handed to the queue
 * and not taken is overdue.
 */
export async function hurry(postgres: Postgres): Promise<void> {
  await postgres.query(
    `UPDATE jobs SET run_at = now()
     WHERE state = 'waiting' AND run_at > now() AND run_at < '9000-01-01' AND NOT ${AWAITS_ITS_DAY}`,
  );
  await postgres.query("UPDATE jobs SET queued_at = queued_at - interval '1 minute' WHERE state = 'queued'");
}

/**
 * The leases of every claim run out. Whoever holds one and lives renews it at its next beat, or learns that it lost it. A row
 * that is locked is passed over: a frozen process may hold the lock.
 */
export async function endLeases(postgres: Postgres): Promise<void> {
  await postgres.query(
    `UPDATE jobs SET lease_until = now() - interval '1 second'
     WHERE id IN (SELECT id FROM jobs WHERE state = 'running' FOR UPDATE SKIP LOCKED)`,
  );
  await postgres.query(
    "UPDATE deliveries SET lease_until = now() - interval '1 second' WHERE status = 'sending'",
  );
}

/** Resolves when the app said yes to every webhook and no job of the shop is left to do. */
export async function settle(world: World): Promise<void> {
  await world.courier.settle();
  let hurried = Date.now();
  await until("no work is left", async () => {
    if (Date.now() - hurried > 3_000) {
      await hurry(world.postgres);
      hurried = Date.now();
    }
    const [left] = await world.postgres.query<{ jobs: number; deliveries: number }>(
      `SELECT (SELECT count(*) FROM jobs WHERE state IN ('waiting', 'queued', 'running') AND run_at < '9000-01-01' AND NOT ${AWAITS_ITS_DAY})::int AS jobs,
                (SELECT count(*) FROM webhook_deliveries WHERE state = 'recorded')::int AS deliveries`,
    );
    return left?.jobs === 0 && left.deliveries === 0;
  }).catch(async (error: unknown) => {
    throw new Error(`${String(error)}: ${JSON.stringify(await leftToDo(world.postgres))}`, { cause: error });
  });
}

const leftToDo = (postgres: Postgres) =>
  postgres.query(
    `SELECT 'jobs' AS of, name, state, max(attempts) AS attempts, max(error) AS error, count(*)::int AS count
     FROM jobs WHERE state IN ('waiting', 'queued', 'running') AND run_at < '9000-01-01' AND NOT ${AWAITS_ITS_DAY} GROUP BY name, state
     UNION ALL SELECT 'deliveries', topic, state, 0, max(reason), count(*)::int
     FROM webhook_deliveries WHERE state = 'recorded' GROUP BY topic, state`,
  );

/** Resolves when the app has said yes to `more` further webhooks. */
export function further({ courier }: World, more: number): Promise<boolean> {
  const wanted = courier.count() + more;
  return until(`${more} more webhooks are taken`, async () => courier.count() >= wanted);
}

/** What must never be found when no work is left: something acknowledged and lost, an effect that ran twice, a fault that shows. */
export async function harms({ courier, postgres, programs, folder }: World): Promise<string[]> {
  return [
    ...programs.filter((one) => one.crashed()).map(({ name }) => `${name} ended by itself`),
    ...wrongAnswers(courier.answers),
    ...(await unheard({ courier, postgres })),
    ...(await setAside(postgres)),
    ...(await doubledEffects(postgres)),
    ...personalLines(folder),
  ];
}

/** What was said yes to and is not a handled delivery: by its own id, or by its event's when it repeated one. */
async function unheard({ courier, postgres }: Pick<World, "courier" | "postgres">): Promise<string[]> {
  const rows = await postgres.query<{ topic: string; webhook: string; event: string; state: string }>(
    "SELECT topic, webhook_id AS webhook, event_id AS event, state FROM webhook_deliveries",
  );
  const handled = new Set<string>();
  for (const { topic, webhook, event, state } of rows) {
    if (state !== "mirrored" && state !== "skipped") continue;
    handled.add(`${topic} ${webhook}`).add(`${topic} ${event}`);
  }
  const lost = courier
    .accepted()
    .filter(
      ({ topic, webhookId, eventId }) =>
        !handled.has(`${topic} ${webhookId}`) && !handled.has(`${topic} ${eventId}`),
    );
  return lost.slice(0, 5).map(({ topic, webhookId }) => `${topic} ${webhookId} was answered 200 and is lost`);
}

async function setAside(postgres: Postgres): Promise<string[]> {
  const rows = await postgres.query<{ what: string }>(
    `SELECT 'delivery ' || topic || ': ' || reason AS what FROM webhook_deliveries WHERE state = 'quarantined'
     UNION ALL SELECT 'job ' || name || ': ' || error FROM jobs WHERE state = 'quarantined'
     UNION ALL SELECT 'mail: ' || reason FROM inbound_messages WHERE state = 'quarantined'`,
  );
  return rows.slice(0, 5).map(({ what }) => what);
}

/** Lines of the app's logs that name a shopper: ids only is the rule, also while everything fails. */
function personalLines(folder: string): string[] {
  const logs = path.join(folder, "logs");
  return readdirSync(logs)
    .flatMap((name) => readFileSync(path.join(logs, name), "utf8").split("\n"))
    .filter((line) => /@chaos\.example|@example\.(com|net)|Okafor|Lindqvist/u.test(line))
    .slice(0, 3);
}

/** How often a process must have been weighed to say anything. */
const ENOUGH = 8;

/**
 * What the running processes cannot let go of, after they warmed up against now, when no work is left. Work under way holds
 * memory too, so it is the lowest of a stretch that counts: what leaks does not come back down. One process of each kind at
 * least must have run for long enough.
 */
export function grown({ webs, workers }: Pick<World, "webs" | "workers">): string[] {
  return Object.entries({ webs, workers }).flatMap(([kind, programs]) => {
    const long = programs
      .map(({ name, memory }) => ({ name, memory: memory() }))
      .filter(({ memory }) => memory.length >= ENOUGH);
    return long.length === 0
      ? [`none of the ${kind} ran long enough to tell whether it grew`]
      : long.flatMap(growth);
  });
}

function growth({ name, memory }: { name: string; memory: number[] }): string[] {
  const stretch = Math.floor(memory.length / 4);
  const before = Math.min(...memory.slice(stretch, 2 * stretch));
  const after = Math.min(...memory.slice(-stretch));
  return after > before + GROWTH ? [`${name} grew from ${megabytes(before)} to ${megabytes(after)} MB`] : [];
}

const megabytes = (bytes: number) => Math.round(bytes / MEGABYTE);
