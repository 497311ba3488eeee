import { sqlOf, type Sql, type Tx } from "#app/db.server.ts";
import { activeTrace } from "#app/lib/trace.server.ts";
import { pipeline, type EventData, type EventName } from "#app/pipeline.ts";

/** One event with what it carries. `runAt` puts its jobs off; `trace` is what it belongs to when that is not the work at hand. */
export type Emitted = {
  [E in EventName]: { event: E; data: EventData<E>; runAt?: Date; trace?: string | null };
}[EventName];

/**
 * Writes the intent to run every job that hears an event, in the caller's transaction: the row and the event commit
 * together or not at all. `runAt` puts the jobs off. Payloads are ids, checked against the map.
 */
export async function emit<E extends EventName>(
  tx: Tx,
  event: E,
  given: { data: EventData<E>; runAt?: Date },
): Promise<void> {
  await emitAll(sqlOf(tx), [{ event, ...given } as Emitted]);
}

/** Several events at once, of one shop or of many. */
export async function emitAll(sql: Sql, events: readonly Emitted[]): Promise<void> {
  if (events.length === 0) return;
  const trace = activeTrace();
  const jobs = events.flatMap((one) => {
    const { data: schema, jobs: names } = pipeline[one.event];
    const data = schema.parse(one.data);
    return names.map((name) => ({
      shop_id: data.shopId,
      event: one.event,
      name,
      data,
      run_at: one.runAt?.toISOString() ?? null,
      trace: one.trace === undefined ? trace : one.trace,
    }));
  });
  // The relay listens, so that a job does not wait for its next round. Delivered at commit.
  await sql(
    `WITH added AS (
       INSERT INTO jobs (shop_id, event, name, data, run_at, trace)
       SELECT shop_id, event, name, data, COALESCE(run_at, now()), trace
       FROM jsonb_to_recordset($1::jsonb) AS job(
         shop_id text, event text, name text, data jsonb, run_at timestamptz, trace text))
     SELECT pg_notify('attune_jobs', '')::text AS told`,
    [JSON.stringify(jobs)],
  );
}
