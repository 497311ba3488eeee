import { days } from "#app/lib/duration.ts";
import { env } from "#app/env.server.ts";
import { systemPool } from "#app/system-db.server.ts";

/** Small steps: no long transaction, and few enough ids that the planner looks each up and does not read the whole table. */
const STEP = 500;
const STEPS = 8;

export type Forgotten = { jobs: number; webhooks: number };

/**
 * Removes jobs that were done long ago, and with the job of a webhook the webhook: its raw body is personal data that nothing
 * needs any more, and its ids, by which a second sending is known, outlive Shopify's retries by days. A webhook goes with its
 * job, so that no index of its own is needed to find the old ones; one that asks for a redaction or an export goes with the
 * job that did it. What was set aside stays until somebody looks, and as long again as the rest once it was dismissed.
 */
export async function forgetHandled(): Promise<Forgotten> {
  const forgotten = { jobs: 0, webhooks: 0 };
  for (let step = 0; step < STEPS; step += 1) {
    const { rows } = await systemPool.query<Forgotten>({
      name: "forget-handled",
      text: FORGET,
      values: [days(env.KEEP_HANDLED_DAYS), STEP],
    });
    forgotten.jobs += rows[0]?.jobs ?? 0;
    forgotten.webhooks += rows[0]?.webhooks ?? 0;
    if ((rows[0]?.jobs ?? 0) < STEP) break;
  }
  for (const [table, at] of DISMISSED) await forgetDismissed(table, at);
  await systemPool.query(FORGET_CODES, [days(env.KEEP_HANDLED_DAYS), STEP]);
  return forgotten;
}

const DISMISSED = [
  ["webhook_deliveries", "handled_at"],
  ["inbound_messages", "handled_at"],
  ["jobs", "done_at"],
] as const;

async function forgetDismissed(table: string, at: string): Promise<void> {
  await systemPool.query(
    `DELETE FROM ${table} WHERE id IN (
       SELECT id FROM ${table} WHERE state = 'dismissed' AND ${at} < now() - $1 * interval '1 millisecond'
       ORDER BY ${at} LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [days(env.KEEP_HANDLED_DAYS), STEP],
  );
}

/** Codes are counted for a day and live no longer. */
const FORGET_CODES = `
DELETE FROM proof_codes WHERE id IN (
  SELECT id FROM proof_codes WHERE created_at < now() - $1 * interval '1 millisecond' ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)`;

const FORGET = `
WITH old AS (
  SELECT id FROM jobs WHERE state = 'done' AND done_at < now() - $1 * interval '1 millisecond'
  ORDER BY done_at LIMIT $2 FOR UPDATE SKIP LOCKED
), jobs_gone AS (
  DELETE FROM jobs USING old WHERE jobs.id = old.id RETURNING event, data ->> 'deliveryId' AS delivery_id
), webhooks_gone AS (
  DELETE FROM webhook_deliveries USING jobs_gone
  WHERE webhook_deliveries.id = delivery_id AND state IN ('mirrored', 'skipped') AND CASE
    WHEN topic IN ('customers/redact', 'customers/data_request', 'shop/redact')
    THEN event IN ('redaction-requested', 'data-requested', 'shop-redaction-requested')
    ELSE event IN ('webhook-recorded', 'webhook-unclear') END
  RETURNING 1
)
SELECT (SELECT count(*) FROM jobs_gone)::int AS jobs, (SELECT count(*) FROM webhooks_gone)::int AS webhooks`;
