import type { Sql } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";

/** More conversations about the orders of one batch are not waiting for each other's news. */
const MOST = 200;

/**
 * Something about orders changed: who judges how urgent the open conversations about them are hears of those, and of no others. Most
 * orders are in none, so that one query serves them all.
 */
export async function announceStakes(sql: Sql, shopId: string, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  const open = await sql<{ id: string }>(
    "SELECT id FROM conversations_about_any($1::text[], ARRAY['open', 'snoozed'], $2::int)",
    [[...new Set(orderIds)], MOST],
  );
  await emitAll(
    sql,
    open.map(({ id: conversationId }) => ({ event: "stakes-changed", data: { shopId, conversationId } })),
  );
}
