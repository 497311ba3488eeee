import type { Triaged } from "#app/care/triage/change-of.ts";
import type { Tx } from "#app/db.server.ts";

/** A conversation that is held, and what of it is decided. */
export type HeldConversation = { id: string; state: Triaged };

/**
 * Holds conversations until the transaction ends, in the order of their ids, as everything that holds more than one does: two bulk
 * changes that overlap come one after the other. Those that are not there are left out. Take the lock against a redaction before.
 */
export async function holdConversations(tx: Tx, ids: readonly string[]): Promise<HeldConversation[]> {
  const rows = await tx.$queryRaw<({ id: string } & Triaged)[]>`
    SELECT id, status, priority, assignee_id AS "assigneeId", tags, snoozed_until AS "snoozedUntil"
    FROM conversations WHERE id = ANY(${[...new Set(ids)]}) ORDER BY id FOR UPDATE`;
  return rows.map(({ id, ...state }) => ({ id, state }));
}

/** Writes what was decided of conversations that are held, in one statement. When they last moved stays: nobody wrote. */
export async function writeTriaged(tx: Tx, changed: readonly HeldConversation[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ id, state }) => ({
    id,
    status: state.status,
    priority: state.priority,
    assignee_id: state.assigneeId,
    tags: state.tags,
    snoozed_until: state.snoozedUntil?.toISOString() ?? null,
  }));
  await tx.$executeRaw`
    UPDATE conversations SET status = next.status, priority = next.priority, assignee_id = next.assignee_id,
      tags = next.tags, snoozed_until = next.snoozed_until
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS next(
      id text, status text, priority text, assignee_id text, tags text[], snoozed_until timestamptz)
    WHERE conversations.id = next.id`;
}
