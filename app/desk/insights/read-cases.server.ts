import type { Case } from "#app/desk/insights/case.ts";
import type { Tx } from "#app/db.server.ts";

/** What is looked at of a period; `""`: all of them. `total`: how many conversations that are. */
export type Among = {
  shopId: string;
  start: Date;
  end: Date;
  channel: string;
  language: string;
  total: number;
  now: Date;
};

/** Above this a share of the conversations is looked at: its interval is less than two points each way by then. */
export const MOST_CASES = 3_000;

/**
 * The conversations of a period. Of many, every so many-th by a digest of its id: an even part of them, the same at each look. Each is
 * looked up by its indexes, so that a look takes as long in a shop of any size.
 */
export async function readCases(tx: Tx, among: Among): Promise<Case[]> {
  const { shopId, start, end, channel, language, total, now } = among;
  const part = Math.max(1, Math.ceil(total / MOST_CASES));
  const rows = await tx.$queryRaw<Row[]>`
    WITH begun AS MATERIALIZED (
      SELECT id, intent FROM conversations
      WHERE shop_id = ${shopId} AND NOT unsent AND parent_id IS NULL AND created_at >= ${start} AND created_at < ${end}
        AND status <> 'spam' AND intent IS DISTINCT FROM 'spam_or_auto'
        AND ${channel} IN ('', channel) AND ${language} IN ('', split_part(lower(coalesce(language, '')), '-', 1))
        AND (${part}::int = 1 OR abs(hashtext(id)::bigint) % ${part}::int = 0)
      LIMIT ${2 * MOST_CASES}::int)
    SELECT begun.id, begun.intent, wrote.at AS "wroteAt", coalesce(wrote.begun_by_us, true) AS "begunByUs", answered.at AS "answeredAt",
      closed.at AS "closedAt", felt.about, felt.emotion AS "firstEmotion", felt.unsure AS "firstUnsure",
      CASE WHEN newest.at > answered.at THEN newest.emotion END AS "lastEmotion", newest.unsure AS "lastUnsure",
      coalesce(bought.products, '{}') AS products, coalesce(carried.carriers, '{}') AS carriers
    FROM begun
    CROSS JOIN LATERAL (SELECT status, order_ids[1] AS order_id FROM conversations WHERE id = begun.id OFFSET 0) AS one
    LEFT JOIN LATERAL (
      SELECT at, id, EXISTS (SELECT FROM messages o WHERE o.shop_id = ${shopId} AND o.conversation_id = begun.id
        AND o.direction = 'out' AND NOT o.automatic AND o.at < m.at) AS begun_by_us
      FROM messages m WHERE shop_id = ${shopId} AND conversation_id = begun.id AND direction = 'in' AND NOT automatic
      ORDER BY at, id LIMIT 1) AS wrote ON true
    LEFT JOIN LATERAL (
      SELECT at FROM messages WHERE shop_id = ${shopId} AND conversation_id = begun.id AND direction = 'out' AND NOT automatic
        AND at > wrote.at ORDER BY at LIMIT 1) AS answered ON true
    LEFT JOIN LATERAL (
      SELECT max(at) AS at FROM conversation_events
      WHERE shop_id = ${shopId} AND conversation_id = begun.id AND kind = 'closed' AND one.status = 'closed') AS closed ON true
    LEFT JOIN LATERAL (
      SELECT r.about, CASE WHEN r.expires_at > ${now} THEN coalesce(c.to_label, r.emotion) END AS emotion,
        c.to_label IS NULL AND coalesce(r.unsure, true) AS unsure
      FROM readings r LEFT JOIN reading_corrections c
        ON c.message_id = r.message_id AND c.field = 'emotion' AND c.ended_at IS NULL
      WHERE r.message_id = wrote.id ORDER BY r.version DESC LIMIT 1) AS felt ON true
    LEFT JOIN LATERAL (
      SELECT m.at, CASE WHEN r.expires_at > ${now} THEN coalesce(c.to_label, r.emotion) END AS emotion,
        c.to_label IS NULL AND coalesce(r.unsure, true) AS unsure
      FROM (SELECT at, id FROM messages WHERE shop_id = ${shopId} AND conversation_id = begun.id AND direction = 'in'
        AND NOT automatic ORDER BY at DESC, id DESC LIMIT 1) AS m
      JOIN readings r ON r.message_id = m.id LEFT JOIN reading_corrections c
        ON c.message_id = r.message_id AND c.field = 'emotion' AND c.ended_at IS NULL
      ORDER BY r.version DESC LIMIT 1) AS newest ON true
    LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT line ->> 'title') AS products FROM orders o CROSS JOIN jsonb_array_elements(o.lines) AS line
      WHERE o.shop_id = ${shopId} AND o.id = one.order_id AND o.deleted_at IS NULL AND line ->> 'title' IS NOT NULL) AS bought ON true
    LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT f.tracking_company) AS carriers FROM fulfillments f
      WHERE f.shop_id = ${shopId} AND f.order_id = one.order_id AND f.tracking_company <> '') AS carried ON true`;
  return rows.map(caseOf);
}

type Row = Omit<Case, "first" | "last"> & {
  firstEmotion: string | null;
  firstUnsure: boolean | null;
  lastEmotion: string | null;
  lastUnsure: boolean | null;
};

function caseOf({ firstEmotion, firstUnsure, lastEmotion, lastUnsure, ...row }: Row): Case {
  const felt = (emotion: string | null, unsure: boolean | null) =>
    emotion === null ? null : { emotion, unsure: unsure ?? true };
  return { ...row, first: felt(firstEmotion, firstUnsure), last: felt(lastEmotion, lastUnsure) };
}
