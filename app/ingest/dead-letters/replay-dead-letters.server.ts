import type { Sql } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import { idsOf, type DeadLetterRef } from "#app/ingest/dead-letters/dead-letter.ts";

/**
 * Hands in again what was set aside: the row is as it was when it arrived, and its job waits. One that was handed in or dismissed
 * meanwhile is left as it is, so that a second click changes nothing.
 *
 * @returns how many were handed in
 */
export async function replayDeadLetters(
  sql: Sql,
  shopId: string,
  refs: readonly DeadLetterRef[],
): Promise<number> {
  const webhooks = await recordAgain(sql, "webhook_deliveries", { shopId, ids: idsOf(refs, "webhook") });
  const messages = await recordAgain(sql, "inbound_messages", { shopId, ids: idsOf(refs, "message") });
  await emitAll(sql, [
    ...webhooks.map((deliveryId) => ({ event: "webhook-recorded", data: { shopId, deliveryId } }) as const),
    ...messages.map((inboundId) => ({ event: "message-recorded", data: { shopId, inboundId } }) as const),
  ]);
  const jobs = await waitAgain(sql, shopId, idsOf(refs, "job"));
  return webhooks.length + messages.length + jobs;
}

async function recordAgain(
  sql: Sql,
  table: "webhook_deliveries" | "inbound_messages",
  { shopId, ids }: { shopId: string; ids: string[] },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await sql<{ id: string }>(
    `UPDATE ${table} SET state = 'recorded', reason = NULL, handled_at = NULL
     WHERE shop_id = $1 AND id = ANY($2::text[]) AND state = 'quarantined' RETURNING id`,
    [shopId, ids],
  );
  const again = rows.map(({ id }) => id);
  // The jobs that gave up on them have a successor.
  await sql(
    `UPDATE jobs SET state = 'done', outcome = 'handed in again', done_at = now()
     WHERE shop_id = $1 AND state = 'quarantined' AND data ->> $2::text = ANY($3::text[])
       AND name = ANY($4::text[])`,
    [
      shopId,
      table === "webhook_deliveries" ? "deliveryId" : "inboundId",
      again,
      table === "webhook_deliveries" ? ["mirrorDelivery", "mirrorDeliveries"] : ["receiveMessage"],
    ],
  );
  return again;
}

/** The fence is raised: a run of before that comes to life writes nothing. */
async function waitAgain(sql: Sql, shopId: string, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await sql(
    `WITH again AS (
       UPDATE jobs SET state = 'waiting', attempts = 0, fence = fence + 1, run_at = now(), done_at = NULL, error = NULL
       WHERE shop_id = $1 AND id = ANY($2::bigint[]) AND state = 'quarantined' RETURNING id)
     SELECT id::text, pg_notify('attune_jobs', '')::text AS told FROM again`,
    [shopId, ids],
  );
  return rows.length;
}
