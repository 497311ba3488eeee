// What must hold after every scenario: nothing lost, nothing doubled, nothing overwritten, nobody ill.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { actualMirror } from "./actual-mirror.ts";
import { differences, type Untold } from "./compare-mirror.ts";
import { wrongAnswers } from "./courier.ts";
import { doubledEffects } from "./effects.ts";
import { expectedMirror } from "./expected-mirror.ts";
import type { Postgres } from "./postgres-server.ts";
import { until, type Program } from "./program.ts";
import { secrets, type World } from "./world.ts";

const COUNTED = new Set(["ordersCount", "amountSpent", "currency"]);

const untold: Untold = {
  // Open and closed ones say nothing that their order does not, and no webhook tells of them.
  row: ({ table, row }) =>
    table === "fulfillment_orders" && ["open", "closed"].includes(String(row["status"])),
  // A webhook does not carry a customer's language; nobody counts what one who never bought has spent.
  field: ({ table, field, row }) =>
    table === "customers" && (field === "locale" || (COUNTED.has(field) && row["ordersCount"] === 0)),
};

const MEGABYTE = 1024 * 1024;

/**
 * Lets time pass in the rows, which is where the app keeps it: what waits for another try is due, what was handed to the queue
 * and not taken is overdue.
 */
export async function hurry(postgres: Postgres): Promise<void> {
  await postgres.query(
    "UPDATE jobs SET run_at = now() WHERE state = 'waiting' AND run_at > now() AND run_at < '9000-01-01'",
  );
  await postgres.query("UPDATE jobs SET queued_at = queued_at - interval '1 minute' WHERE state = 'queued'");
}

/** The leases of every claim run out. Whoever holds one and lives renews it at its next beat, or learns that it lost it. */
export async function endLeases(postgres: Postgres): Promise<void> {
  await postgres.query("UPDATE jobs SET lease_until = now() - interval '1 second' WHERE state = 'running'");
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
      `SELECT (SELECT count(*) FROM jobs WHERE state IN ('waiting', 'queued', 'running') AND run_at < '9000-01-01')::int AS jobs,
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
     FROM jobs WHERE state IN ('waiting', 'queued', 'running') AND run_at < '9000-01-01' GROUP BY name, state
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

/** Where the mirror is not the store, by table and field. */
export async function unequal(world: World): Promise<string[]> {
  const { postgres, shop } = world;
  const expected = expectedMirror(await world.shopify.records(), { editedAt: editsTold(world) });
  const actual = await actualMirror({ postgres, shopId: shop.id, encryptionKey: secrets.ENCRYPTION_KEY });
  return differences(expected, actual, untold);
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

const editSchema = z.object({ order_edit: z.object({ committed_at: z.string() }) });

/** When each order was last edited, by the webhooks that were brought: Shopify's Admin does not say. */
function editsTold({ courier }: World): Map<string, string> {
  const told = new Map<string, string>();
  const withheld = new Set(courier.withheld);
  for (const webhook of courier.taken) {
    if (webhook.topic !== "orders/edited" || withheld.has(webhook)) continue;
    const { order_edit: edit } = editSchema.parse(JSON.parse(webhook.body));
    const at = new Date(edit.committed_at).toISOString();
    // Not by JSON.parse: an id may lie beyond what a double can hold.
    const id = /"order_id":(\d+)/u.exec(webhook.body)?.[1] ?? "";
    if (at > (told.get(id) ?? "")) told.set(id, at);
  }
  return told;
}

/**
 * Memory after a process has warmed up against memory at its end. Node's heap breathes, so it is the lowest of a stretch that
 * counts: what leaks does not come back down. A process that lived for less than half a minute says nothing.
 */
export function grown(programs: Program[]): string[] {
  return programs.flatMap(({ name, memory }) => {
    if (memory.length < 30) return [];
    const stretch = Math.floor(memory.length / 4);
    const before = Math.min(...memory.slice(stretch, 2 * stretch));
    const after = Math.min(...memory.slice(-stretch));
    const limit = before * 1.25 + 24 * MEGABYTE;
    return after > limit ? [`${name} grew from ${megabytes(before)} to ${megabytes(after)} MB`] : [];
  });
}

const megabytes = (bytes: number) => Math.round(bytes / MEGABYTE);
