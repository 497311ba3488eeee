import type { ClientBase } from "pg";
import { minutes, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { repeat } from "#app/lib/repeat.server.ts";
import { findLeftovers, LEFT_AFTER, subjects, type Leftover } from "#app/queue/leftovers.server.ts";
import { takeUpKnown } from "#app/queue/take-up-known.server.ts";
import { systemPool } from "#app/system-db.server.ts";

/** How many rows of each kind were settled. */
export type SettledLeftovers = Record<keyof typeof subjects, number>;

/**
 * Gives up what no job will finish, each with a reason that an operator sees: nothing stays "in progress" for ever, and a
 * redaction waits for nothing that will not come. Webhooks and messages are quarantined. A mail that may have left is
 * uncertain, one that nobody ever began has failed; both open the conversation again. A backfill has failed, so that it
 * starts over when the app is opened next. One process at a time: null when another is at it.
 */
export async function settleLeftovers(leftAfter: Duration = LEFT_AFTER): Promise<SettledLeftovers | null> {
  const client = await systemPool.connect();
  let broken: Error | undefined;
  try {
    if (!(await takeTurn(client))) return null;
    try {
      return await settleAll(client, leftAfter);
    } finally {
      await client.query(`SELECT pg_advisory_unlock(${TURN})`);
    }
  } catch (error) {
    // The turn or a transaction may still be held: this connection is not used again.
    broken = error instanceof Error ? error : new Error("Leftovers were not settled");
    throw error;
  } finally {
    client.release(broken);
  }
}

const TURN = "hashtextextended('attune|settle-leftovers', 0)";

async function takeTurn(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(${TURN}) AS mine`);
  return rows[0]?.mine ?? false;
}

async function settleAll(client: ClientBase, leftAfter: Duration): Promise<SettledLeftovers> {
  const find = (what: keyof typeof subjects) => findLeftovers(client, subjects[what], leftAfter);
  return {
    webhooks: await write(client, QUARANTINE("webhook_deliveries"), await find("webhooks")),
    messages: await write(client, QUARANTINE("inbound_messages"), await find("messages")),
    deliveries: await settleDeliveries(client, await find("deliveries")),
    backfills: await write(client, FAIL_BACKFILL, await find("backfills")),
  };
}

const QUARANTINE = (table: "webhook_deliveries" | "inbound_messages") => `
  UPDATE ${table} SET state = 'quarantined', reason = left_over.why, handled_at = now()
  FROM unnest($1::text[], $2::text[]) AS left_over(id, why)
  WHERE ${table}.id = left_over.id AND state = 'recorded'`;

/** The version moves, so that a run which comes to life writes nothing over it. */
const FAIL_BACKFILL = `
  UPDATE backfills SET state = 'failed', error = 'Attune gave up (' || left_over.why || ').', finished_at = now(),
    updated_at = now(), cursor = jsonb_set(cursor, '{version}', to_jsonb(coalesce((cursor ->> 'version')::int, 0) + 1))
  FROM unnest($1::text[], $2::text[]) AS left_over(id, why)
  WHERE shop_id = left_over.id AND state IN ('waiting', 'running')`;

async function write(client: ClientBase, text: string, rows: Leftover[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { rowCount } = await client.query(text, [rows.map(({ id }) => id), rows.map(({ why }) => why)]);
  return rowCount ?? 0;
}

async function settleDeliveries(client: ClientBase, rows: Leftover[]): Promise<number> {
  let settled = 0;
  for (const row of rows) {
    await client.query("BEGIN");
    if (await settleDelivery(client, row)) settled += 1;
    await client.query("COMMIT");
  }
  return settled;
}

/** The conversation is locked first, as everywhere (care/review/lock-delivery.server.ts). */
async function settleDelivery(client: ClientBase, { id, why }: Leftover): Promise<boolean> {
  await client.query(
    `SELECT 1 FROM conversations
     WHERE id = (SELECT conversation_id FROM deliveries WHERE deliveries.id = $1) FOR UPDATE`,
    [id],
  );
  const { rowCount } = await client.query(
    `UPDATE deliveries SET status = CASE WHEN status = 'sending' OR fence > 0 THEN 'uncertain' ELSE 'failed' END,
       response = 'given up: ' || $2::text, at = now(), lease_until = NULL, fence = fence + 1
     WHERE id = $1 AND status IN ('queued', 'sending')`,
    [id, why],
  );
  if (rowCount !== 1) return false;
  await client.query(
    `UPDATE conversations SET status = 'open', unsent = false, updated_at = now()
     WHERE id = (SELECT conversation_id FROM deliveries WHERE deliveries.id = $1) AND status = 'waiting'`,
    [id],
  );
  // What nobody asked for was not told then, and does not count against what else is to be.
  await client.query(
    `UPDATE outreaches SET state = 'refused', draft_id = NULL, not_before = NULL, changed_at = now(),
       reasons = reasons || '[{"rule": "delivery", "outcome": "refuse", "why": "The mail could not be delivered."}]'::jsonb
     FROM deliveries WHERE deliveries.id = $1 AND deliveries.status = 'failed' AND deliveries.purpose = 'outreach'
       AND outreaches.shop_id = deliveries.shop_id AND outreaches.draft_id = deliveries.draft_id
       AND outreaches.state = 'approved'`,
    [id],
  );
  return true;
}

export type SettlingOptions = {
  /** The jobs this release has handlers for: what another set aside for want of one is taken up again. */
  known: readonly string[];
  every?: Duration;
};

/** Settles leftovers until stopped. Any number of processes may. */
export function startSettlingLeftovers(options: SettlingOptions): { stop: () => Promise<void> } {
  const once = async () => {
    const takenUp = await takeUpKnown(options.known);
    if (takenUp > 0) logger.warn({ takenUp }, "jobs that nobody knew are taken up");
    const settled = await settleLeftovers();
    if (settled && Object.values(settled).some((count) => count > 0))
      logger.warn(settled, "work was given up that no job will finish");
  };
  return repeat(once, { every: options.every ?? minutes(1), failed: "leftovers were not settled" });
}
