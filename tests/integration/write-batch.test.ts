import fc from "fast-check";
import { expect, it } from "vitest";
import { forShopSql } from "#app/db.server.ts";
import { isRefused } from "#app/mirror/fold-in-halves.server.ts";
import { emptySealedBatch, finishBatch, sealLine } from "#app/mirror/sealed-batch.ts";
import { foldLines, writeBatch } from "#app/mirror/write-batch.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { systemPool } from "#app/system-db.server.ts";
import { makeShop } from "#tests/factories/shop.ts";

const READ_AT = "2026-11-21T09:00:00.000Z";
const nths = fc.integer({ min: 1, max: 5 });
const hours = fc.integer({ min: 11, max: 13 });
const money = { shopMoney: { amount: "12.30", currencyCode: "EUR" } };
const gid = (type: string, nth: number) => `gid://shopify/${type}/${nth}`;
const at = (hour: number) => `2026-11-20T${hour}:00:00Z`;

const order = fc.record({ nth: nths, hour: hours, parts: fc.boolean() }).map(({ nth, hour, parts }) => ({
  id: gid("Order", nth),
  name: `#${nth}`,
  ...{ createdAt: at(10), processedAt: at(10), updatedAt: at(hour) },
  displayFinancialStatus: hour === 13 ? "REFUNDED" : "PAID",
  displayFulfillmentStatus: "FULFILLED",
  totalPriceSet: money,
  email: `shopper${nth}@example.test`,
  customer: { id: gid("Customer", nth) },
  fulfillments: parts
    ? [{ id: gid("Fulfillment", nth), status: "SUCCESS", createdAt: at(10), updatedAt: at(hour) }]
    : [],
  refunds: parts
    ? [{ id: gid("Refund", nth), processedAt: at(10), updatedAt: at(hour), totalRefundedSet: money }]
    : [],
  disputes: parts ? [{ id: gid("ShopifyPaymentsDispute", nth), status: "WON" }] : [],
}));
const customer = fc.record({ nth: nths, hour: hours }).map(({ nth, hour }) => ({
  id: gid("Customer", nth),
  ...{ createdAt: at(10), updatedAt: at(hour) },
  state: "ENABLED",
  numberOfOrders: hour,
  amountSpent: { amount: "12.30", currencyCode: "EUR" },
  defaultEmailAddress: { emailAddress: `shopper${nth}@example.test` },
}));
const child = fc
  .record({ nth: nths, type: fc.constantFrom("LineItem", "FulfillmentOrder", "Return"), which: nths })
  .map(({ nth, type, which }) => ({
    id: gid(type, nth * 10 + which),
    ...{ title: `Mug ${which}`, quantity: which }, // a line item's
    ...{ status: "CLOSED", requestStatus: "UNSUBMITTED", updatedAt: at(10) }, // the others'
    __parentId: gid("Order", nth),
  }));
const line = fc.oneof(order, customer, child).map((record) => JSON.stringify(record));
/** A result in any order, with anything in it several times, as the batches it was cut into. */
const results = fc.array(fc.array(line, { maxLength: 8 }), { maxLength: 4 });

async function mirror(keys: ShopKeys, batches: string[][]): Promise<void> {
  for (const texts of batches) {
    const batch = emptySealedBatch();
    batch.bytes.push(Buffer.from(texts.join("\n")));
    for (const text of texts) sealLine(keys, batch, { text, readAt: READ_AT });
    finishBatch(batch);
    const inShop = forShopSql(keys.shopId);
    const read = { batch, readAt: READ_AT };
    await inShop((sql) => writeBatch(sql, keys, read)).catch(async (error: unknown) => {
      if (!isRefused(error)) throw error;
      await inShop((sql) => foldLines(sql, keys, { lines: texts, readAt: READ_AT }));
    });
  }
}

/** All of a shop's mirror but what is sealed anew each time, and when it was written. */
async function mirrored({ shopId }: ShopKeys) {
  const tables = [
    "orders",
    "customers",
    "fulfillments",
    "fulfillment_orders",
    "refunds",
    "returns",
    "disputes",
  ];
  const found: Record<string, unknown[]> = {};
  for (const table of tables) {
    const { rows } = await systemPool.query<{ row: { lines?: { id: string }[] } }>(
      `SELECT to_jsonb(t) - '{shop_id,sealed,mirrored_at,created_at}'::text[] AS row FROM ${table} t WHERE shop_id = $1 ORDER BY id`,
      [shopId],
    );
    found[table] = rows.map(({ row }) => ({
      ...row,
      ...(row.lines ? { lines: row.lines.toSorted((a, b) => (a.id < b.id ? -1 : 1)) } : {}),
    }));
  }
  return found;
}

it("inserts what it would have folded, whatever a result repeats, cuts apart or mixes up", async () => {
  let written = 0;
  await fc.assert(
    fc.asyncProperty(results, async (batches) => {
      const [one, other] = [await makeShop(), await makeShop()];
      // The same keys: what is made of them must be the same.
      const folding: ShopKeys = { ...one.keys, shopId: other.shop.id };
      // A shop that ever redacted somebody has every row looked at.
      await systemPool.query(
        "INSERT INTO redaction_marks (shop_id, entity, entity_key) VALUES ($1, 'order', '999')",
        [other.shop.id],
      );
      await mirror(one.keys, batches);
      await mirror(folding, batches);
      const mirror1 = await mirrored(one.keys);
      expect(mirror1).toEqual(await mirrored(folding));
      written += Math.min(mirror1["orders"]?.length ?? 0, mirror1["customers"]?.length ?? 0);
    }),
    { numRuns: 60 },
  );
  expect(written).toBeGreaterThan(0);
}, 60_000);
