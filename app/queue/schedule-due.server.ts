import { seconds, type Duration } from "#app/lib/duration.ts";
import { repeat } from "#app/lib/repeat.server.ts";
import { pipeline, type EventName } from "#app/pipeline.ts";
import { systemPool } from "#app/system-db.server.ts";

/** What is due again and again: a table with `shop_id` and `next_at`, and the event that a shop's being due causes. */
export type Schedule =
  | { table: "reconciles"; event: Extract<EventName, "reconcile-due"> }
  | { table: "detections"; event: Extract<EventName, "detection-due"> };

/** A round takes this many shops at most, so that all of them being due at once is no flood. */
const MOST = 200;
/** A shop that was fired is not due again before this, unless the job's own work says otherwise. */
const CLAIMED_FOR = seconds(3_600);

/**
 * Fires what is due: takes the shops and writes their jobs in one statement. Any number of processes may; each due shop fires
 * once, and a crash fires it or leaves it due. Answers how many fired.
 */
export async function scheduleDue({ table, event }: Schedule, most = MOST): Promise<number> {
  const { rows } = await systemPool.query<{ fired: string }>({
    name: `schedule-${table}`,
    text: `WITH due AS (
             SELECT shop_id FROM ${table} WHERE next_at <= now() ORDER BY next_at LIMIT $1 FOR UPDATE SKIP LOCKED
           ), claimed AS (
             UPDATE ${table} SET next_at = now() + $2 * interval '1 millisecond'
             FROM due WHERE ${table}.shop_id = due.shop_id RETURNING ${table}.shop_id
           ), added AS (
             INSERT INTO jobs (shop_id, event, name, data)
             SELECT shop_id, $3, name, jsonb_build_object('shopId', shop_id) FROM claimed, unnest($4::text[]) AS name
           ), told AS (
             SELECT pg_notify('attune_jobs', '') FROM claimed LIMIT 1
           )
           SELECT (SELECT count(*) FROM claimed) AS fired, (SELECT count(*) FROM told) AS told`,
    values: [most, CLAIMED_FOR, event, [...pipeline[event].jobs]],
  });
  return Number(rows[0]?.fired ?? 0);
}

/** Fires until stopped. */
export const startScheduling = (
  schedule: Schedule,
  every: Duration = seconds(5),
): { stop: () => Promise<void> } =>
  repeat(
    async (signal) => {
      while (!signal.aborted && (await scheduleDue(schedule)) === MOST);
    },
    { every, failed: "what is due was not fired" },
  );
