import pg from "pg";

/** 40 to 200 bytes that nobody opens, as incompressible as a sealed value is. */
const bytes = (of: string, hashes = 2) =>
  `decode(repeat(md5(${of}), 1) || ${Array.from({ length: hashes }, (_, at) => `md5(${of} || '${at}')`).join(" || ")}, 'hex')`;

type Part = { shopId: string; from: number; to: number; now: Date };

/** What belongs to the orders and conversations that growShop made, by SQL. `from` and `to` count orders. */
export async function growRest(pool: pg.Pool, part: Part): Promise<void> {
  const { shopId, from, to, now } = part;
  const orders = [shopId, from, to, now];
  const talks = [shopId, Math.floor(from / 5), Math.floor(to / 5), now];
  for (const text of OF_ORDERS) await run(pool, { text, values: orders });
  for (const text of OF_CONVERSATIONS) await run(pool, { text, values: talks });
}

const order = "(5000000000000 + i)::text";
const conversation = "'00000000-0000-4000-8000-' || lpad(i::text, 12, '0')";
const message = "'00000000-0000-4001-8000-' || lpad(i::text, 12, '0')";
const series = "generate_series($2::bigint, $3::bigint - 1) AS i";
const at = "$4::timestamptz - interval '730 days' * (1 - i::float / $3)";

const OF_ORDERS = [
  `INSERT INTO fulfillments (shop_id, id, order_id, status, shipment_status, tracking_company, tracking_number, created_at, updated_at)
   SELECT $1, 'f' || i, ${order}, 'success', 'delivered', 'DHL', 'JJD0143' || lpad((i * 7919)::text, 12, '0'), ${at}, ${at} FROM ${series}`,
  `INSERT INTO fulfillment_events (shop_id, id, fulfillment_id, order_id, status, city, happened_at, updated_at)
   SELECT $1, 'e' || i || '-' || n, 'f' || i, ${order}, 'in_transit', 'Hamburg', ${at}, ${at} FROM ${series}, generate_series(1, 2) AS n`,
  `INSERT INTO fulfillment_orders (shop_id, id, order_id, status, updated_at)
   SELECT $1, 'o' || i, ${order}, 'closed', ${at} FROM ${series}`,
  `INSERT INTO refunds (shop_id, id, order_id, at, amount, currency, settled, updated_at)
   SELECT $1, 'r' || i, ${order}, ${at}, 9.90, 'EUR', true, ${at} FROM ${series} WHERE i % 20 = 0`,
  `INSERT INTO returns (shop_id, id, order_id, status, updated_at)
   SELECT $1, 't' || i, ${order}, 'CLOSED', ${at} FROM ${series} WHERE i % 30 = 0`,
  `INSERT INTO webhook_deliveries (id, shop_id, shop_domain, topic, webhook_id, event_id, received_at, sealed_body, state, handled_at)
   SELECT gen_random_uuid(), $1, 'grown.myshopify.com', 'orders/updated', 'w' || i, 'v' || i, ${at}, ${bytes("'w' || i", 8)},
     CASE WHEN i % 1000 = 0 THEN 'quarantined' ELSE 'mirrored' END, ${at} FROM ${series} WHERE i % 2 = 0`,
  `INSERT INTO jobs (shop_id, event, name, data, state, run_at, done_at, created_at)
   SELECT $1, 'webhook-recorded', 'mirrorDelivery', '{"deliveryId": "1"}', CASE WHEN i % 500 = 0 THEN 'waiting' ELSE 'done' END,
     ${at}, ${at}, ${at} FROM ${series} WHERE i % 10 = 0`,
];

/** No emotion of theirs has expired: a filter finds as many as it can. */
const OF_CONVERSATIONS = [
  `INSERT INTO inbound_messages (id, shop_id, channel, content_hash, received_at, sealed, size, state)
   SELECT ${message}, $1, 'email', md5('in' || i), ${at}, ${bytes("'in' || i", 8)}, 2000, 'threaded' FROM ${series}`,
  `INSERT INTO readings (id, message_id, shop_id, conversation_id, made_at, unsure, agreed, emotion, about, expires_at, sealed)
   SELECT 'g' || i, ${message}, $1, ${conversation}, ${at}, i % 12 = 0, CASE WHEN i % 3 > 0 THEN i % 3 = 1 END,
     (ARRAY['worry', 'anger', 'neutral', 'gratitude'])[1 + i % 4], (ARRAY['delivery', 'item', 'money'])[1 + i % 3], 'infinity', ${bytes("'g' || i", 40)} FROM ${series} WHERE i % 20 <> 0`,
  `INSERT INTO reading_corrections (id, shop_id, conversation_id, message_id, reading_id, field, from_label, to_label, by_staff, at)
   SELECT 'c' || i, $1, ${conversation}, ${message}, 'g' || i, 'emotion', 'worry', 'anger', 'staff', ${at}
   FROM ${series} WHERE i % 15 = 1`,
  `INSERT INTO drafts (id, shop_id, conversation_id, message_id, version, language, status, maker, fact_order_ids, sealed, created_at)
   SELECT 'd' || i, $1, ${conversation}, ${message}, 1, 'en',
     CASE WHEN i % 20 = 1 THEN 'waiting' WHEN i % 20 = 2 THEN 'declined' ELSE 'sent' END,
     'composer', ARRAY[i::text], ${bytes("'d' || i", 20)}, ${at} FROM ${series} WHERE i % 2 = 1 OR i % 20 = 2`,
  `INSERT INTO deliveries (id, shop_id, key, purpose, conversation_id, draft_id, status, mail_message_id, recipient_index, sealed, approved_by, created_at, at)
   SELECT 's' || i, $1, 'reply:d' || i, 'reply', ${conversation}, 'd' || i,
     CASE WHEN i % 500 = 3 THEN 'failed' WHEN i % 500 = 5 THEN 'uncertain' WHEN i % 1000 = 7 THEN 'cancelled' ELSE 'sent' END,
     '<mail-' || i || '-2@mail.example>', md5('r' || i), ${bytes("'s' || i", 12)}, 'staff', ${at}, ${at}
   FROM ${series} WHERE i % 2 = 1 AND i % 20 <> 1`,
  // One in two thousand conversations has a promise that is about to be broken.
  `INSERT INTO promises (id, shop_id, conversation_id, sealed, state, made_at, warn_at)
   SELECT 'p' || i, $1, ${conversation}, ${bytes("'p' || i")}, 'open', ${at},
     $4::timestamptz + interval '1 hour' * (CASE WHEN i % 2000 = 1 THEN -1 ELSE 24 + i % 100 END) FROM ${series} WHERE i % 20 = 1`,
];

/** So many shops with some twenty orders and a handful of conversations each: what one shop's rows lie among. */
export async function addNeighbours(
  pool: pg.Pool,
  { shops, now }: { shops: number; now: Date },
): Promise<void> {
  for (const text of NEIGHBOURS) await run(pool, { text, values: [shops, now] });
}

const neighbour = "'neighbour-' || s";
const each = (count: number) => `generate_series(1, $1::int) AS s, generate_series(1, ${count}) AS i`;
const moment = "$2::timestamptz - interval '1 hour' * (i + s % 1000)";
const own = "s || '-' || i";

const NEIGHBOURS = [
  `INSERT INTO shops (id, domain, name, scopes, inbound_key, wrapped_key)
   SELECT ${neighbour}, ${neighbour} || '.myshopify.com', 'Neighbour', '{}', ${neighbour}, '' FROM generate_series(1, $1::int) AS s
   WHERE $2::timestamptz IS NOT NULL`,
  `INSERT INTO orders (shop_id, id, gid, name, name_key, placed_at, updated_at, currency, total, lines, customer_id, tags, email_index, sealed)
   SELECT ${neighbour}, i::text, 'gid://shopify/Order/' || i, '#' || (1000 + i), (1000 + i)::text, ${moment}, ${moment}, 'EUR', 10, '[]',
     (i / 3)::text, '{}', md5(s || '-' || (i / 3)), ${bytes(own)} FROM ${each(20)}`,
  `INSERT INTO customers (shop_id, id, email_index, sealed, tags, updated_at)
   SELECT ${neighbour}, i::text, md5(${own}), ${bytes(own)}, '{}', ${moment} FROM ${each(7)}`,
  `INSERT INTO fulfillments (shop_id, id, order_id, tracking_number, updated_at)
   SELECT ${neighbour}, i::text, i::text, 'T' || ${own}, ${moment} FROM ${each(20)}`,
  `INSERT INTO webhook_deliveries (id, shop_id, shop_domain, topic, webhook_id, received_at, sealed_body, state)
   SELECT gen_random_uuid(), ${neighbour}, ${neighbour} || '.myshopify.com', 'orders/updated', i::text, ${moment}, ${bytes(own)}, 'mirrored'
   FROM ${each(20)}`,
  `INSERT INTO conversations (id, shop_id, channel, status, intent, emotion, reply_token, contact_index, order_ids, sealed, search_tokens, words_form, created_at, updated_at)
   SELECT 'n' || ${own}, ${neighbour}, 'email', CASE WHEN i = 1 THEN 'open' ELSE 'closed' END, 'order_status', 'neutral', 'n' || ${own},
     md5(${own}), ARRAY[i::text], ${bytes(own)}, ARRAY[md5(${own}), md5(s::text)], 2, ${moment}, ${moment} FROM ${each(4)}`,
  `INSERT INTO messages (id, shop_id, conversation_id, direction, channel, at, mail_id_index, sealed)
   SELECT 'n' || ${own}, ${neighbour}, 'n' || ${own}, 'in', 'email', ${moment}, md5(${own}), ${bytes(own)} FROM ${each(4)}`,
  `INSERT INTO deliveries (id, shop_id, key, purpose, conversation_id, status, mail_message_id, recipient_index, sealed, approved_by)
   SELECT 'n' || ${own}, ${neighbour}, i::text, 'reply', 'n' || ${own}, 'sent', 'n' || ${own}, md5(${own}), ${bytes(own)}, 'staff' FROM ${each(2)}`,
];

async function run(pool: pg.Pool, { text, values }: { text: string; values: unknown[] }): Promise<void> {
  // A connection of its own: a server that is busy with seeding may take longer to answer than the app would wait.
  const client = new pg.Client({ connectionString: pool.options.connectionString });
  await client.connect();
  try {
    const used = Math.max(0, ...[...text.matchAll(/\$(\d)/gu)].map(([, number]) => Number(number)));
    await client.query(text, values.slice(0, used));
  } finally {
    await client.end();
  }
}

/** What autovacuum would have done by now: statistics, and pages known to be visible to all. */
export async function settleTables(pool: pg.Pool): Promise<void> {
  await run(pool, { text: "VACUUM (ANALYZE)", values: [] });
}
