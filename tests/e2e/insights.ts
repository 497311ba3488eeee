import type pg from "pg";

/** Days from now, as a date: what is told here lies in the past, where no other test looks. */
export const daysAgo = (count: number) =>
  new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10);

/** What the period of the seeded conversations is called in an address. */
export const SEEDED = `from=${daysAgo(49)}&to=${daysAgo(40)}`;

/**
 * Forty-eight closed conversations over ten days, and thirty in the ten days before, with everything that is counted of them. What they
 * say is nothing: nobody opens them. One product is called as a spreadsheet would calculate.
 */
export async function seedInsights(database: pg.Client, domain: string): Promise<void> {
  const { rows } = await database.query<{ id: string }>("SELECT id FROM shops WHERE domain = $1", [domain]);
  const shop = rows[0]?.id;
  await clearInsights(database);
  for (const text of STATEMENTS) await database.query(text, text.includes("$1") ? [shop] : []);
}

export async function clearInsights(database: pg.Client): Promise<void> {
  for (const table of [
    "draft_edits",
    "drafts",
    "promises",
    "readings",
    "messages",
    "conversation_events",
    "fulfillments",
    "orders",
    "csat_requests",
    "deliveries",
    "conversations",
  ])
    await database.query(`DELETE FROM ${table} WHERE id LIKE 'insights-%'`);
}

const begun = `(date_trunc('day', now()) - interval '49 days' + CASE WHEN i < 48 THEN (i % 10) * interval '1 day' ELSE ((i % 10) - 10) * interval '1 day' END + interval '9 hours')`;
const all = "generate_series(0, 77) AS i";
const conversation = "'insights-' || i";

const STATEMENTS = [
  `INSERT INTO orders (shop_id, id, gid, name, name_key, placed_at, updated_at, currency, total, lines, tags, sealed)
   SELECT $1, ${conversation}, 'gid', '#9' || i, '9' || i, ${begun}, ${begun}, 'EUR', 10,
     jsonb_build_array(jsonb_build_object('id', i::text, 'title', CASE WHEN i % 3 = 0 THEN '=Trail bottle' ELSE 'Enamel mug, forest green' END,
       'quantity', 1, 'price', '10.00')), '{}', '' FROM ${all}`,
  `INSERT INTO fulfillments (shop_id, id, order_id, tracking_company, updated_at)
   SELECT $1, ${conversation}, ${conversation}, CASE WHEN i % 4 = 0 THEN 'Hermes' ELSE 'DHL' END, ${begun} FROM ${all}`,
  `INSERT INTO conversations (id, shop_id, channel, status, language, intent, reply_token, order_ids, sealed, created_at, updated_at)
   SELECT ${conversation}, $1, CASE WHEN i % 5 = 0 THEN 'storefront' ELSE 'email' END, 'closed', (ARRAY['en', 'en', 'de', 'fr'])[1 + i % 4],
     (ARRAY['delivery_problem', 'order_status', 'wrong_or_damaged_item', 'return', 'order_status', 'praise'])[1 + i % 6], ${conversation},
     ARRAY[${conversation}], '', ${begun}, ${begun} FROM ${all}`,
  `INSERT INTO messages (id, shop_id, conversation_id, direction, channel, at, sealed)
   SELECT ${conversation} || '-' || n, $1, ${conversation}, CASE n WHEN 2 THEN 'out' ELSE 'in' END, 'email',
     ${begun} + CASE n WHEN 1 THEN interval '0' WHEN 2 THEN (1 + i % 9) * interval '40 minutes' ELSE interval '1 day' END, ''
   FROM ${all}, generate_series(1, 3) AS n WHERE n < 3 OR i % 3 <> 2`,
  `INSERT INTO conversation_events (id, shop_id, conversation_id, kind, by, at)
   SELECT ${conversation}, $1, ${conversation}, 'closed', '42', ${begun} + (2 + i % 3) * interval '1 day' FROM ${all}`,
  `INSERT INTO readings (id, message_id, shop_id, conversation_id, made_at, unsure, agreed, emotion, about, expires_at, sealed)
   SELECT ${conversation} || '-' || n, ${conversation} || '-' || n, $1, ${conversation}, ${begun}, i % 9 = 4, i % 7 <> 3,
     CASE n WHEN 1 THEN (ARRAY['anger', 'worry', 'neutral', 'disappointment'])[1 + i % 4]
       ELSE (ARRAY['gratitude', 'neutral', 'joy', 'frustration', 'gratitude'])[1 + i % 5] END,
     (ARRAY['delivery', 'item', 'delivery', 'contact'])[1 + i % 4], now() + interval '30 days', ''
   FROM ${all}, unnest(ARRAY[1, 3]) AS n WHERE n < 3 OR i % 3 <> 2`,
  `INSERT INTO drafts (id, shop_id, conversation_id, message_id, version, language, status, maker, fact_order_ids, sealed, created_at, edited_by)
   SELECT ${conversation}, $1, ${conversation}, ${conversation} || '-1', 1, 'en', CASE WHEN i % 8 = 7 THEN 'declined' ELSE 'sent' END, 'composer',
     '{}', '', ${begun}, CASE WHEN i % 8 IN (1, 2, 3) THEN '42' END FROM ${all}`,
  `INSERT INTO draft_edits (id, shop_id, conversation_id, draft_id, class, language, intent, removed, added, sealed, by_staff, at)
   SELECT ${conversation}, $1, ${conversation}, ${conversation}, (ARRAY['greeting', 'shortened', 'rewritten'])[i % 8], 'en', 'other', 1, 1, '', '42', ${begun}
   FROM ${all} WHERE i % 8 IN (1, 2, 3)`,
  `INSERT INTO promises (id, shop_id, conversation_id, sealed, state, made_at, kept_at)
   SELECT ${conversation}, $1, ${conversation}, '', CASE WHEN i % 6 = 0 THEN 'broken' ELSE 'kept' END, ${begun},
     CASE WHEN i % 12 <> 0 THEN ${begun} END FROM ${all} WHERE i % 2 = 0`,
  `INSERT INTO deliveries (id, shop_id, key, purpose, conversation_id, status, mail_message_id, recipient_index, sealed, approved_by, at)
   SELECT ${conversation}, $1, ${conversation}, 'csat', ${conversation}, 'sent', ${conversation}, '', '', 'attune', ${begun} FROM ${all}`,
  `INSERT INTO csat_requests (id, shop_id, conversation_id, state, scale, language, closed_at, asked_at, delivery_id, rating)
   SELECT ${conversation}, $1, ${conversation}, 'asked', 5, 'en', ${begun}, ${begun}, ${conversation}, CASE WHEN i % 3 > 0 THEN 1 + i % 5 END FROM ${all}`,
];
