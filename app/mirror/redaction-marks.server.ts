import type { Sql } from "#app/db.server.ts";
import { orderPersonSchema } from "#app/mirror/order-person.ts";
import type { CustomerRow, MirrorRows, OrderRow } from "#app/mirror/rows.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";

/**
 * Taken by every write about a person (mirrored rows, conversations and what is made of them), shared, and by a redaction,
 * alone: a write that read no mark must not land after the redaction that made it. Take it before reading anything the write
 * rests on, and read that again after it.
 */
export async function lockAgainstRedaction(sql: Sql, shopId: string): Promise<void> {
  await sql("SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))::text", [`redaction|${shopId}`]);
}

export async function lockForRedaction(sql: Sql, shopId: string): Promise<void> {
  await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text", [`redaction|${shopId}`]);
}

/**
 * The rows without what was redacted: a redacted customer does not come back, nor does the person in an order that was
 * redacted, or that a redacted person placed before. What somebody buys after their redaction is new. The very rows that were
 * given when nothing of them is redacted.
 */
export async function withoutRedacted(sql: Sql, keys: ShopKeys, rows: MirrorRows): Promise<MirrorRows> {
  const orders = rows.orders ?? [];
  const customers = rows.customers ?? [];
  if (orders.length + customers.length === 0) return rows;
  const contacts = [...orders, ...customers].flatMap(({ person }) =>
    person.email ? [blindIndex(keys, "email", person.email)] : [],
  );
  const people = [...customers.map(({ id }) => id), ...orders.flatMap((one) => one.customerId ?? [])];
  const marks = await sql<{ entity: string; key: string; at: Date }>(
    `SELECT entity, entity_key AS key, created_at AS at FROM redaction_marks
     WHERE shop_id = $1 AND (entity = 'order' AND entity_key = ANY($2::text[])
       OR entity = 'customer' AND entity_key = ANY($3::text[]) OR entity = 'contact' AND entity_key = ANY($4::text[]))`,
    [keys.shopId, orders.map(({ id }) => id), people, contacts],
  );
  if (marks.length === 0) return rows;
  const marked = new Map(marks.map((mark) => [`${mark.entity}|${mark.key}`, new Date(mark.at)]));
  const before = (key: string, at: string | null) => {
    const mark = marked.get(key);
    return mark !== undefined && (at === null || new Date(at) <= mark);
  };
  const contact = (email: string | null | undefined) =>
    `contact|${email ? blindIndex(keys, "email", email) : ""}`;
  const redacted = new Set(
    orders.flatMap((one) =>
      marked.has(`order|${one.id}`) ||
      before(`customer|${one.customerId ?? ""}`, one.placedAt) ||
      before(contact(one.person.email), one.placedAt)
        ? [one.id]
        : [],
    ),
  );
  const kept = customers.filter(
    (one: CustomerRow) =>
      !marked.has(`customer|${one.id}`) && !before(contact(one.person.email), one.createdAt),
  );
  if (redacted.size === 0 && kept.length === customers.length) return rows;
  await markOrders(sql, keys.shopId, [...redacted]);
  return {
    ...rows,
    customers: kept,
    orders: orders.map((one: OrderRow) =>
      redacted.has(one.id)
        ? { ...one, customerId: null, tags: [], person: orderPersonSchema.parse({}) }
        : one,
    ),
  };
}

/** An order that is recognised by its buyer is known by its id from then on: its parts name no buyer. */
async function markOrders(sql: Sql, shopId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql(
    `INSERT INTO redaction_marks (shop_id, entity, entity_key) SELECT $1::text, 'order', unnest($2::text[])
     ON CONFLICT DO NOTHING`,
    [shopId, ids],
  );
}
