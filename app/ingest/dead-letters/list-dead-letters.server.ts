import type { Sql } from "#app/db.server.ts";
import { refOf, type DeadKind, type DeadLetter } from "#app/ingest/dead-letters/dead-letter.ts";

export type DeadLetterPage = { items: DeadLetter[]; next: PageStart | null };
/** The item that the page before ended with. */
export type PageStart = { at: Date; ref: string };
export type WhichDeadLetters = {
  kind?: DeadKind | undefined;
  /** Of the shop whose wall `sql` stands under: there are no others, but only its name finds them by an index. */
  shopId?: string;
  /** For an operator: of one shop. */
  shopDomain?: string | undefined;
  after?: PageStart | null;
  limit: number;
};

/**
 * What was set aside, the newest first. A job that gave up on a webhook or a message is shown as that webhook or message. `sql`
 * stands under a shop's wall, or is an operator's and sees every shop's, also of webhooks whose shop we do not know.
 */
export async function listDeadLetters(sql: Sql, which: WhichDeadLetters): Promise<DeadLetterPage> {
  const { kind, shopId, shopDomain, after, limit } = which;
  const rows = await sql<Omit<DeadLetter, "at"> & { at: Date | string }>(
    statementFor(shopId ? "shop_id = $6" : "$6::text IS NULL"),
    [kind ?? null, after?.at ?? null, after?.ref ?? null, limit + 1, shopDomain ?? null, shopId ?? null],
  );
  const items = rows.slice(0, limit).map((row) => ({ ...row, at: new Date(row.at) }));
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? { at: last.at, ref: refOf(last) } : null };
}

const page = (at: string, ref: string) =>
  `($2::timestamptz IS NULL OR (${at}, ${ref}) < ($2, $3::text)) ORDER BY ${at} DESC, ${ref} DESC LIMIT $4::int`;

const statementFor = (ofShop: string) => `
SELECT kind, id, "shopDomain", what, at, reason, attempts FROM (
  (SELECT 'webhook' AS kind, id, shop_domain AS "shopDomain", topic AS what, received_at AS at,
          COALESCE(reason, '') AS reason, NULL::int AS attempts, 'webhook:' || id AS ref
   FROM webhook_deliveries
   WHERE ${ofShop} AND state = 'quarantined' AND COALESCE($1::text, 'webhook') = 'webhook' AND ($5::text IS NULL OR shop_domain = $5)
     AND ${page("received_at", "'webhook:' || id")})
  UNION ALL
  (SELECT 'message', m.id, s.domain, m.channel, m.received_at, COALESCE(m.reason, ''), NULL, 'message:' || m.id
   FROM inbound_messages m JOIN shops s ON s.id = m.shop_id
   WHERE m.state = 'quarantined' AND COALESCE($1, 'message') = 'message' AND ($5::text IS NULL OR s.domain = $5)
     AND ${page("m.received_at", "'message:' || m.id")})
  UNION ALL
  (SELECT 'job', j.id::text, s.domain, j.name, j.created_at, COALESCE(j.error, ''), j.attempts, 'job:' || j.id
   FROM jobs j LEFT JOIN shops s ON s.id = j.shop_id
   WHERE j.state = 'quarantined' AND COALESCE($1, 'job') = 'job' AND ($5::text IS NULL OR s.domain = $5)
     AND NOT EXISTS (SELECT FROM webhook_deliveries d WHERE d.id = j.data ->> 'deliveryId' AND d.state = 'quarantined')
     AND NOT EXISTS (SELECT FROM inbound_messages m WHERE m.id = j.data ->> 'inboundId' AND m.state = 'quarantined')
     AND ${page("j.created_at", "'job:' || j.id")})
) AS dead
ORDER BY at DESC, ref DESC LIMIT $4`;
