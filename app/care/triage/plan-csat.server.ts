import type { Moment } from "#app/care/triage/level-of.ts";
import type { Sql } from "#app/db.server.ts";
import { hours } from "#app/lib/duration.ts";

type Closed = {
  conversation: { id: string; status: string; contactIndex: string | null; parentId: string | null };
  moments: readonly Moment[];
};

/**
 * Of conversations that are closed: when their shoppers are asked how it went. Only who wrote and was answered is. What is closed once
 * more before that is asked of from then on; who was asked, or is not to be, is not asked again.
 */
export async function planCsat(
  sql: Sql,
  { shopId, looked, afterHours }: { shopId: string; looked: readonly Closed[]; afterHours: number },
): Promise<void> {
  const planned = looked.flatMap(({ conversation, moments }) => {
    const { id, status, contactIndex, parentId } = conversation;
    const closed = moments.findLast(({ what }) => what === "closed");
    const spoke = (what: Moment["what"]) => moments.some((one) => one.what === what);
    const talked = status === "closed" && parentId === null && spoke("asked") && spoke("answered");
    if (!talked || !closed) return [];
    const look = new Date(closed.at.getTime() + hours(afterHours));
    return [{ id, contact_index: contactIndex, closed_at: closed.at, look_at: look }];
  });
  if (planned.length === 0) return;
  await sql(
    `INSERT INTO csat_requests (id, shop_id, conversation_id, contact_index, closed_at, look_at)
     SELECT gen_random_uuid()::text, $1, id, contact_index, closed_at, look_at
     FROM jsonb_to_recordset($2::jsonb) AS row(id text, contact_index text, closed_at timestamptz, look_at timestamptz)
     ON CONFLICT (shop_id, conversation_id) DO UPDATE
     SET closed_at = excluded.closed_at, look_at = excluded.look_at, contact_index = excluded.contact_index
     WHERE csat_requests.state = 'planned' AND csat_requests.closed_at < excluded.closed_at`,
    [shopId, JSON.stringify(planned)],
  );
}
