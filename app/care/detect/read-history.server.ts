import type { IssueKind, NearOrder, Seen } from "#app/care/detect/issue.ts";
import { lineKey } from "#app/care/detect/line-key.ts";
import { samePlace } from "#app/care/detect/same-place.ts";
import type { Sql } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { isoTime } from "#app/mirror/iso-time.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";
import { sealedOrders, type SealedOrder } from "#app/mirror/read-orders.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

type History = Seen["history"];

/** Orders this far apart may be one order placed twice, or more. */
const NEAR = days(7);
/** An order of a shopper who has more of them than this tells no more of them. */
const MOST_EARLIER = 20;
const MOST_LATER = 10;
/** Issues of the shopper's other orders count as long. */
const LATELY = days(90);

type Other = { id: string; at: number; earlier: boolean };
type Row = { orderId: string; known: boolean; at: number; bought: number | null; others: Other[] };

/** What is known of who placed each order: what they bought before and besides, and what went wrong with it. */
export async function readHistory(
  sql: Sql,
  keys: ShopKeys,
  { orderIds, now }: { orderIds: readonly string[]; now: Date },
): Promise<(order: MirroredOrder) => History> {
  const rows = await sql<Row>(OTHERS, [keys.shopId, orderIds]);
  const troubles = await troublesOf(sql, keys.shopId, {
    orderIds: [...orderIds, ...rows.flatMap(({ others }) => others.map(({ id }) => id))],
    since: new Date(now.getTime() - LATELY),
  });
  const byId = new Map(rows.map((row) => [row.orderId, row]));
  const nearOf = ({ at, others }: Row) => others.filter((other) => Math.abs(other.at - at) <= NEAR);
  const nearIds = rows.flatMap((row) => nearOf(row).map(({ id }) => id));
  const near = (await sealedOrders(sql, keys, nearIds)).flatMap(openedOrNone);
  return (order) => {
    const row = byId.get(order.id);
    if (!row) return { earlierOrders: null, earlierIssues: 0, near: [] };
    const ids = new Set(nearOf(row).map(({ id }) => id));
    const over = troubles.get(order.id)?.over ?? {};
    return {
      earlierOrders: row.known ? earlierOrders(row) : null,
      // Of this order those that are over: what is open may be the very one that is looked for.
      earlierIssues: row.others.reduce(
        (sum, { id }) => sum + (troubles.get(id)?.lately ?? 0),
        Object.keys(over).length,
      ),
      over,
      near: near.filter(({ id }) => ids.has(id)).map((other) => nearOrder(order, other)),
    };
  };
}

/** One that does not open says nothing of the others: it fails when it is looked at itself. */
function openedOrNone({ open }: SealedOrder): MirroredOrder[] {
  try {
    return [open()];
  } catch {
    return [];
  }
}

/** Shopify counts orders that the app is not shown: those of more than sixty days ago, without the scope for all. */
function earlierOrders({ others, bought }: Row): number {
  const earlier = others.filter((one) => one.earlier).length;
  const later = others.length - earlier;
  return bought === null || later >= MOST_LATER ? earlier : Math.max(earlier, bought - 1 - later);
}

const nearOrder = (order: MirroredOrder, other: MirroredOrder): NearOrder => ({
  id: other.id,
  name: other.name,
  placedAt: other.placedAt,
  cancelledAt: other.cancelledAt,
  fulfillmentStatus: other.fulfillmentStatus,
  total: other.total,
  lines: other.lines.map((line) => ({ key: lineKey(line), quantity: line.quantity })),
  samePlace: samePlace(order.shippingAddress, other.shippingAddress),
});

/** The same shopper's orders by the one key or the other, on one side of this order in time. */
const side = (key: "email_index" | "customer_id", earlier: boolean) =>
  `(SELECT id, placed_at, ${earlier} AS earlier FROM orders x
    WHERE x.shop_id = $1 AND x.${key} = o.${key} AND x.id <> o.id AND x.deleted_at IS NULL
      AND x.placed_at ${earlier ? "<" : ">="} o.placed_at
    ORDER BY x.placed_at ${earlier ? "DESC" : "ASC"} LIMIT ${earlier ? MOST_EARLIER : MOST_LATER})`;

const millis = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const OTHERS = `SELECT o.id AS "orderId", o.email_index IS NOT NULL OR o.customer_id IS NOT NULL AS known,
    ${millis("o.placed_at")} AS at, c.orders_count AS bought, others.list AS others
  FROM unnest($2::text[]) AS given(id)
  CROSS JOIN LATERAL (
    SELECT id, placed_at, email_index, customer_id FROM orders WHERE shop_id = $1 AND id = given.id ${ONE_BY_ONE}) AS o
  LEFT JOIN LATERAL (
    SELECT orders_count FROM customers WHERE shop_id = $1 AND id = o.customer_id ${ONE_BY_ONE}) AS c ON true
  CROSS JOIN LATERAL (
    SELECT COALESCE(json_agg(json_build_object('id', x.id, 'at', ${millis("x.placed_at")}, 'earlier', x.earlier)), '[]') AS list
    FROM (${side("email_index", true)} UNION ${side("customer_id", true)}
      UNION ${side("email_index", false)} UNION ${side("customer_id", false)}) AS x) AS others`;

type Troubles = {
  /** When the records last ended an issue of each kind. */
  over: Partial<Record<IssueKind, string>>;
  /** Issues of the last weeks, open or ended by the records. */
  lately: number;
};

/** What went wrong with orders. What was dismissed or never was counts for nothing. */
async function troublesOf(
  sql: Sql,
  shopId: string,
  { orderIds, since }: { orderIds: string[]; since: Date },
): Promise<Map<string, Troubles>> {
  const rows = await sql<{ orderId: string; over: Troubles["over"] | null; lately: number }>(
    `SELECT given.id AS "orderId", found.over, found.lately FROM unnest($2::text[]) AS given(id)
     CROSS JOIN LATERAL (
       SELECT sum(lately)::int AS lately, json_object_agg(kind, over) FILTER (WHERE over IS NOT NULL) AS over FROM (
         SELECT kind, count(*) FILTER (WHERE known_since >= $3) AS lately,
           ${isoTime("max(resolved_at)")} AS over
         FROM order_issues WHERE shop_id = $1 AND order_id = given.id AND (status = 'open' OR resolved_by = 'records')
         GROUP BY kind) AS kinds) AS found
     WHERE found.lately IS NOT NULL`,
    [shopId, [...new Set(orderIds)], since.toISOString()],
  );
  return new Map(rows.map(({ orderId, over, lately }) => [orderId, { over: over ?? {}, lately }]));
}
