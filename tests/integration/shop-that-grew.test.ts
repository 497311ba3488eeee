import { beforeAll, describe, expect, it } from "vitest";
import { knownIssues } from "#app/care/detect/known-issues.server.ts";
import { forShop, sqlOf, type Sql } from "#app/db.server.ts";
import { listDeadLetters } from "#app/ingest/dead-letters/list-dead-letters.server.ts";
import { addLines } from "#app/mirror/add-lines.server.ts";
import { openDeliveries } from "#app/mirror/open-delivery.server.ts";
import { readKnownOrders } from "#app/mirror/read-known-orders.server.ts";
import { readOrdersBySql } from "#app/mirror/read-orders.server.ts";
import { resolveMerges } from "#app/mirror/resolve-merges.server.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { growIssues } from "#tests/factories/grown-issues.ts";
import { growShop } from "#tests/factories/grown-shop.ts";
import { orderRowsOf } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";

/**
 * A shop that grew since the last ANALYZE, as in a backfill or a flash sale: the planner believes it to be small, and would
 * read all of it by any index that begins with the shop.
 */
const GROWN = 12_000;
const ASKED = 1_200;

let place: Awaited<ReturnType<typeof makeShop>>;
let orderIds: string[];
let customerIds: string[];
let deliveryIds: string[];

beforeAll(async () => {
  place = await makeShop();
  const { shop, keys } = place;
  for (const table of ["orders", "customers", "webhook_deliveries", "order_issues"])
    await systemPool.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
  await growShop(systemPool, { keys, from: 0, to: GROWN, now: new Date() });
  await growIssues(systemPool, { keys, from: 0, to: GROWN, now: new Date() });
  await systemPool.query(
    `INSERT INTO webhook_deliveries (id, shop_id, topic, shop_domain, webhook_id, received_at, state, sealed_body)
     SELECT $1 || n, $1, 'orders/updated', $2, n, now(), 'recorded', '' FROM generate_series(1, $3::int) AS n`,
    [shop.id, shop.domain, GROWN],
  );
  const { shop: other } = await makeShop();
  await systemPool.query(
    `INSERT INTO webhook_deliveries (id, shop_id, topic, shop_domain, webhook_id, received_at, state, sealed_body)
     SELECT CASE WHEN n % 100 = 0 THEN $1 ELSE $2 END || 'q' || n, CASE WHEN n % 100 = 0 THEN $1 ELSE $2 END,
       'orders/updated', 'two-shops', n, now(), 'quarantined', '' FROM generate_series(1, $3::int) AS n`,
    [shop.id, other.id, GROWN],
  );
  const some = <T>(rows: T[]) => rows.filter((_, nth) => nth % (GROWN / ASKED) === 0);
  orderIds = some(await systemPrisma.order.findMany({ where: { shopId: shop.id } })).map(({ id }) => id);
  customerIds = some(await systemPrisma.customer.findMany({ where: { shopId: shop.id } })).map(
    ({ id }) => id,
  );
  deliveryIds = some(
    await systemPrisma.webhookDelivery.findMany({ where: { shopId: shop.id, state: "recorded" } }),
  ).map(({ id }) => id);
});

/** Rows of the table that the work read in its transaction, by whatever index or none. */
async function rowsRead(table: string, work: (sql: Sql) => Promise<unknown>): Promise<number> {
  return forShop(place.shop.id)(async (tx) => {
    const sql = sqlOf(tx);
    const count = async () => {
      const [row] = await sql<{ read: number }>(
        `SELECT (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS read
         FROM pg_stat_xact_user_tables WHERE relname = $1`,
        [table],
      );
      return row?.read ?? 0;
    };
    const before = await count();
    await work(sql);
    return (await count()) - before;
  });
}

describe("of a shop that grew nothing is read but what was asked for", () => {
  const cases: { name: string; table: string; work: (sql: Sql) => Promise<unknown>; most: number }[] = [
    {
      name: "deliveries",
      table: "webhook_deliveries",
      work: (sql) => openDeliveries(sql, place.keys, deliveryIds).catch(() => "their bodies are empty"),
      most: ASKED,
    },
    {
      name: "orders of a reconcile",
      table: "orders",
      work: (sql) => readKnownOrders(sql, place.shop.id, orderIds),
      most: ASKED,
    },
    {
      name: "orders with their parts",
      table: "orders",
      work: (sql) => readOrdersBySql(sql, place.keys, orderIds),
      most: ASKED,
    },
    {
      name: "issues of orders",
      table: "order_issues",
      work: (sql) => knownIssues(sql, place.keys, orderIds),
      most: ASKED,
    },
    {
      name: "merged customers",
      table: "customers",
      work: (sql) => resolveMerges(sql, place.shop.id, customerIds),
      most: ASKED,
    },
    {
      name: "orders that are written",
      table: "orders",
      work: (sql) => {
        const updatedAt = "2099-01-01T00:00:00.000Z";
        return writeRows(sql, place.keys, {
          orders: orderIds.flatMap((id) => orderRowsOf({ id, updatedAt }).orders ?? []),
        });
      },
      // Locked, updated, and looked at for whether they were erased.
      most: ASKED * 4,
    },
    {
      name: "orders that get lines",
      table: "orders",
      work: (sql) => {
        const line = {
          title: "Mug",
          variantTitle: null,
          sku: null,
          quantity: 1,
          currentQuantity: 1,
          price: "1",
        };
        const lines = new Map(orderIds.map((id) => [id, [{ id: `${id}-1`, ...line }]]));
        return addLines(sql, place.shop.id, { lines, readAt: "2099-01-01T00:00:00.000Z" });
      },
      most: ASKED,
    },
    {
      name: "what was set aside, beside that of other shops",
      table: "webhook_deliveries",
      work: (sql) => listDeadLetters(sql, { shopId: place.shop.id, limit: 50 }),
      most: GROWN / 100,
    },
  ];
  it.each(cases)("$name", async ({ table, work, most }) => {
    const read = await rowsRead(table, work);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(most);
  });
});
