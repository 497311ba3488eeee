import type { Moment } from "#app/care/triage/level-of.ts";
import type { Sql } from "#app/db.server.ts";

/** Somebody who writes more than this is answered by people who look at no clock. */
const MOST_MESSAGES = 1_000;

const WHAT: Record<string, Moment["what"]> = {
  in: "asked",
  out: "answered",
  snoozed: "snoozed",
  closed: "closed",
  spam: "closed",
  woke: "opened",
  reopened: "opened",
};

/** What happened in conversations, oldest first, by their ids. Nothing automatic counts, theirs or ours, and no thanks for an answer. */
export async function readMoments(
  sql: Sql,
  shopId: string,
  conversationIds: readonly string[],
): Promise<Map<string, Moment[]>> {
  const rows = await sql<{ id: string; kind: string; at: Date }>(
    `SELECT named.id, m.direction AS kind, m.at, 0 AS turn, m.id AS tie FROM unnest($2::text[]) AS named(id)
     CROSS JOIN LATERAL (
       SELECT id, direction, at FROM messages
       WHERE shop_id = $1 AND conversation_id = named.id AND NOT automatic AND wants_reply ORDER BY at DESC LIMIT ${MOST_MESSAGES}) m
     UNION ALL
     SELECT conversation_id, kind, at, 1, id FROM conversation_events
     WHERE shop_id = $1 AND conversation_id = ANY($2::text[])
       AND kind IN ('snoozed', 'closed', 'spam', 'woke', 'reopened')
     ORDER BY at, turn, tie`,
    [shopId, conversationIds],
  );
  const moments = new Map<string, Moment[]>();
  for (const { id, kind, at } of rows) {
    const what = WHAT[kind];
    if (!what) continue;
    const known = moments.get(id) ?? [];
    known.push({ at, what });
    moments.set(id, known);
  }
  return moments;
}
