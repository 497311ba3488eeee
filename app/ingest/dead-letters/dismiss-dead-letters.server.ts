import type { Sql } from "#app/db.server.ts";
import { idsOf, type DeadLetterRef } from "#app/ingest/dead-letters/dead-letter.ts";

/**
 * Somebody looked and nothing is to be done: it stays as it is, and is no longer listed. `by` is a staff member's id or the
 * operator. One that is not set aside any more is left alone.
 *
 * @returns how many were dismissed
 */
export async function dismissDeadLetters(
  sql: Sql,
  refs: readonly DeadLetterRef[],
  { shopId, by }: { shopId: string | null; by: string },
): Promise<number> {
  let dismissed = 0;
  for (const [table, kind, end] of [
    ["webhook_deliveries", "webhook", "handled_at"],
    ["inbound_messages", "message", "handled_at"],
    ["jobs", "job", "done_at"],
  ] as const) {
    const ids = idsOf(refs, kind);
    if (ids.length === 0) continue;
    const rows = await sql(
      `UPDATE ${table} SET state = 'dismissed', dismissed_by = $3, ${end} = now()
       WHERE shop_id IS NOT DISTINCT FROM $1::text AND id::text = ANY($2::text[]) AND state = 'quarantined' RETURNING 1`,
      [shopId, ids, by],
    );
    dismissed += rows.length;
  }
  return dismissed;
}
