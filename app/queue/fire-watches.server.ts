import type { ClientBase } from "pg";
import { seconds, type Duration } from "#app/lib/duration.ts";
import { repeat } from "#app/lib/repeat.server.ts";
import { pipeline, type EventName } from "#app/pipeline.ts";
import type { Now } from "#app/ports.ts";
import { WORDS_FORM } from "#app/shop/search-words.ts";
import { systemPool } from "#app/system-db.server.ts";

/** What is looked at in time: a table with `shop_id`, and the event that a shop's having something due causes. */
export type Watched =
  | { table: "order_watches"; event: Extract<EventName, "orders-to-look-at"> }
  | { table: "conversations"; event: Extract<EventName, "snoozes-ended" | "words-outdated"> }
  | { table: "service_levels"; event: Extract<EventName, "levels-to-look-at"> }
  | { table: "alerts"; event: Extract<EventName, "alerts-to-look-at"> }
  | { table: "csat_requests"; event: Extract<EventName, "csat-to-ask"> };

/** What is due at `$1`, in the words of an index of the table. */
const DUE: Record<Watched["event"], string> = {
  "orders-to-look-at": "look_at <= $1",
  "levels-to-look-at": "look_at <= $1",
  "alerts-to-look-at": "look_at <= $1",
  "csat-to-ask": "look_at <= $1",
  "snoozes-ended": "status = 'snoozed' AND snoozed_until <= $1",
  // At any time.
  "words-outdated": `words_form < ${WORDS_FORM}`,
};

/** A round fires for this many shops at most. */
const MOST = 200;

/**
 * Fires once for each shop with something due, unless its job waits already, or one was set aside within the hour: one look into an index
 * tells whether anything is due at all, and one for each shop whose, however many rows are. Any number of processes may; one of them fires
 * at a time. Shops without the app are left alone. Answers how many fired.
 */
export async function fireWatches(watched: Watched, at: Date): Promise<number> {
  if (!(await isAnyDue(watched, at))) return 0;
  const client = await systemPool.connect();
  try {
    await client.query("BEGIN");
    // A statement of its own: the next one sees the jobs of whoever had the turn before.
    const { rows } = await client.query<{ mine: boolean }>(
      "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine",
      [`attune|fire-${watched.event}`],
    );
    const fired = rows[0]?.mine ? await fireDue(client, watched, at) : 0;
    await client.query("COMMIT");
    client.release();
    return fired;
  } catch (error) {
    // Closing the connection is the rollback, whatever state it is in.
    client.release(true);
    throw error;
  }
}

async function isAnyDue({ table, event }: Watched, at: Date): Promise<boolean> {
  const { rows } = await systemPool.query<{ some: boolean }>({
    name: `due-${event}`,
    // Not every one asks for the time.
    text: `SELECT $1::timestamptz IS NOT NULL AND EXISTS (SELECT FROM ${table} WHERE ${DUE[event]}) AS some`,
    values: [at],
  });
  return rows[0]?.some ?? false;
}

async function fireDue(client: ClientBase, { table, event }: Watched, at: Date): Promise<number> {
  const { rows } = await client.query<{ fired: string }>({
    name: `fire-${event}`,
    text: `WITH due AS (
             SELECT shops.id FROM shops CROSS JOIN LATERAL (
               SELECT 1 FROM ${table} WHERE shop_id = shops.id AND ${DUE[event]} LIMIT 1) AS first
             WHERE $1::timestamptz IS NOT NULL AND uninstalled_at IS NULL AND NOT EXISTS (
               SELECT FROM jobs WHERE jobs.shop_id = shops.id AND state = 'waiting' AND name = ANY($2::text[]))
               AND NOT EXISTS (
               SELECT FROM jobs WHERE jobs.shop_id = shops.id AND state IN ('queued', 'running')
                 AND (batch IS NULL OR batch = id) AND name = ANY($2::text[]))
               AND NOT EXISTS (
               SELECT FROM jobs WHERE jobs.shop_id = shops.id AND state = 'quarantined' AND name = ANY($2::text[])
                 AND done_at > now() - interval '1 hour')
             LIMIT ${MOST}
           ), added AS (
             INSERT INTO jobs (shop_id, event, name, data)
             SELECT id, '${event}', name, jsonb_build_object('shopId', id) FROM due, unnest($2::text[]) AS name
           ), told AS (
             SELECT pg_notify('attune_jobs', '') FROM due LIMIT 1
           )
           SELECT (SELECT count(*) FROM due) AS fired, (SELECT count(*) FROM told) AS told`,
    values: [at, [...pipeline[event].jobs]],
  });
  return Number(rows[0]?.fired ?? 0);
}

/** Fires until stopped, by the clock that all processes share. */
export const startFiring = (
  watched: Watched,
  { now, every = seconds(5) }: { now: Now; every?: Duration },
): { stop: () => Promise<void> } =>
  repeat(
    async (signal) => {
      while (!signal.aborted && (await fireWatches(watched, now())) === MOST);
    },
    { every, failed: "what is to be looked at was not fired" },
  );
