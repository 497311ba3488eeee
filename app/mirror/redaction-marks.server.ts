import type { Sql } from "#app/db.server.ts";
import { orderPersonSchema } from "#app/mirror/order-person.ts";
import type { CustomerRow, OrderRow, SaidRows } from "#app/mirror/rows.ts";
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

/** The given rows, by identity, of which something was held back. */
export type HeldBack = ReadonlySet<object>;

/**
 * The rows without what was redacted: a redacted customer does not come back, nor does the person in an order that was
 * redacted, or that a redacted person placed before. What somebody buys after their redaction is new. Rows of one id are all
 * looked at, the older ones too: any of them may name a redacted person.
 */
export async function withoutRedacted(
  sql: Sql,
  keys: ShopKeys,
  rows: SaidRows,
): Promise<{ rows: SaidRows; heldBack: HeldBack }> {
  const { orders = [], customers = [] } = rows;
  const { fulfillments = [], events = [], refunds = [], fulfillmentOrders = [], payments = [] } = rows;
  const parts = [...fulfillments, ...events, ...refunds, ...fulfillmentOrders, ...payments];
  const marked = await readMarks(sql, keys, { orders, customers, parts });
  if (marked.size === 0) return { rows, heldBack: new Set() };
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
  const gone = (one: CustomerRow) =>
    marked.has(`customer|${one.id}`) || before(contact(one.person.email), one.createdAt);
  const stripped = orders.filter(({ id }) => redacted.has(id));
  // A part of a redacted order is written without its places and texts (strip-parts.server.ts).
  const told = parts.filter(({ orderId }) => marked.has(`order|${orderId ?? ""}`));
  const heldBack = new Set<object>([...stripped, ...customers.filter(gone), ...told]);
  if (heldBack.size === 0) return { rows, heldBack };
  await markOrders(sql, keys.shopId, [...redacted]);
  const kept = orders.map((one) =>
    redacted.has(one.id) ? { ...one, customerId: null, tags: [], person: orderPersonSchema.parse({}) } : one,
  );
  return {
    rows: { ...rows, orders: kept, customers: customers.filter((one) => !heldBack.has(one)) },
    heldBack,
  };
}

/** When what these rows name was redacted: by `order|id`, `customer|id` and `contact|blind index`. */
async function readMarks(
  sql: Sql,
  keys: ShopKeys,
  given: { orders: OrderRow[]; customers: CustomerRow[]; parts: { orderId: string | null }[] },
): Promise<Map<string, Date>> {
  const { orders, customers, parts } = given;
  const orderIds = [...orders.map(({ id }) => id), ...parts.flatMap(({ orderId }) => orderId ?? [])];
  if (orderIds.length + customers.length === 0) return new Map();
  const emails = new Set([...orders, ...customers].flatMap(({ person }) => person.email ?? []));
  const people = [...customers.map(({ id }) => id), ...orders.flatMap((one) => one.customerId ?? [])];
  const marks = await sql<{ entity: string; key: string; at: Date }>(
    `SELECT entity, entity_key AS key, created_at AS at FROM redaction_marks
     WHERE shop_id = $1 AND (entity = 'order' AND entity_key = ANY($2::text[])
       OR entity = 'customer' AND entity_key = ANY($3::text[]) OR entity = 'contact' AND entity_key = ANY($4::text[]))`,
    [
      keys.shopId,
      [...new Set(orderIds)],
      people,
      [...emails].map((email) => blindIndex(keys, "email", email)),
    ],
  );
  return new Map(marks.map((mark) => [`${mark.entity}|${mark.key}`, new Date(mark.at)]));
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
