import fc from "fast-check";
import { expect, it } from "vitest";
import { forShop, forShopSql, type Sql } from "#app/db.server.ts";
import { mirrorCustomerDeletion, mirrorCustomerMerge } from "#app/mirror/mirror-customer.server.ts";
import type { Effect, Occasion } from "#app/mirror/effect.ts";
import { foldHistory, visibleRows } from "#app/mirror/fold/fold-history.ts";
import type { Kind } from "#app/mirror/fold/rules.ts";
import { mirrorOrderDeletion } from "#app/mirror/mirror-order.server.ts";
import { fieldOf, tables } from "#app/mirror/tables.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import { openBytes, type ShopKeys } from "#app/shop/seal.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { changeOf, histories, isSaid, type Happening } from "#tests/factories/history.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { portsWith } from "#tests/fakes/shop-admin.ts";

const KINDS = Object.keys(tables) as Kind[];

/** What rows say, in the words of the fold: as text and sorted, so that two of them can be told apart at a glance. */
function plain(kind: Kind, rows: readonly object[]): string[] {
  const fields = Object.keys(tables[kind].columns)
    .filter((column) => !["gid", "name_key", "email_index", "sealed"].includes(column))
    .map((column) => fieldOf(column));
  const shown = [...fields, "person", "editedAt"];
  const numbers = new Set(["total", "amount", "amountSpent"]);
  return rows
    .map((row) => {
      const values = row as Record<string, unknown>;
      return JSON.stringify(
        shown.map((field) => {
          const value = values[field] ?? (field === "tags" ? [] : null);
          if (value instanceof Date) return value.toISOString();
          return numbers.has(field) && value !== null ? Number(value) : value;
        }),
        inOrder,
      );
    })
    .toSorted();
}

/** jsonb has an order of keys of its own. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function readAll(sql: Sql, keys: ShopKeys): Promise<Record<string, string[]>> {
  const visible = `NOT EXISTS (SELECT FROM orders o WHERE o.shop_id = t.shop_id AND o.id = t.order_id AND o.deleted_at IS NOT NULL)`;
  const where: Partial<Record<Kind, string>> = {
    orders: "t.deleted_at IS NULL",
    customers: "t.deleted_at IS NULL",
    events: `EXISTS (SELECT FROM fulfillments f WHERE f.shop_id = t.shop_id AND f.id = t.fulfillment_id) AND ${visible}`,
  };
  const read: Record<string, string[]> = {};
  for (const kind of KINDS) {
    const rows = await sql<Record<string, unknown>>(
      `SELECT * FROM ${tables[kind].name} t WHERE t.shop_id = $1 AND ${where[kind] ?? visible}`,
      [keys.shopId],
    );
    read[kind] = plain(
      kind,
      rows.map((row) => {
        const fields = Object.fromEntries(
          Object.entries(row).map(([column, value]) => [fieldOf(column), value]),
        );
        return row["sealed"] ? { ...fields, person: opened(keys, tables[kind].name, row) } : fields;
      }),
    );
  }
  return read;
}

const opened = (keys: ShopKeys, table: string, row: Record<string, unknown>): unknown =>
  JSON.parse(
    openBytes(keys, `${table}.sealed:${String(row["id"])}`, row["sealed"] as Buffer).toString("utf8"),
  );

type Other = Exclude<Happening, { kind: Kind }>;
type Paid = Other & { change: "order-paid" };
const isPaid = (one: Happening): one is Paid => !isSaid(one) && one.change === "order-paid";

/** Writes a batch the way the handlers do: all rows at once, then what goes alone. Answers payments whose orders are not known yet. */
async function arrive(keys: ShopKeys, occasion: Occasion, batch: readonly Happening[]): Promise<Paid[]> {
  const rows = Object.fromEntries(
    KINDS.map((kind) => [kind, batch.flatMap((one) => (isSaid(one) && one.kind === kind ? [one.row] : []))]),
  );
  const payments = batch.filter(isPaid);
  const { unplaced } = await forShopSql(keys.shopId)((sql) =>
    writeRows(sql, keys, {
      ...rows,
      payments: payments.map(({ id, at }) => ({ orderId: id, paidAt: at })),
    }),
  );
  for (const one of batch) {
    if (isSaid(one) || isPaid(one)) continue;
    if (one.change === "order-edited") {
      await forShopSql(keys.shopId)((sql) =>
        sql(
          "UPDATE orders SET edited_at = GREATEST(edited_at, $3::timestamptz) WHERE shop_id = $1 AND id = $2",
          [keys.shopId, one.id, one.at],
        ),
      );
      continue;
    }
    const told = { ...occasion, delivery: { ...occasion.delivery, triggeredAt: new Date(one.at) } };
    const effect = effectOf(told, one);
    if (effect.state === "mirrored") await forShop(keys.shopId)((tx) => effect.write(tx));
  }
  return payments.filter(({ id }) => unplaced.includes(id));
}

function effectOf(occasion: Occasion, one: Other): Effect {
  switch (one.change) {
    case "order-deleted":
    case "order-edited":
    case "order-paid":
      return mirrorOrderDeletion(occasion, { id: one.id });
    case "customer-deleted":
      return mirrorCustomerDeletion(occasion, { id: one.id, admin_graphql_api_id: one.id });
    case "customers-merged":
      return mirrorCustomerMerge(occasion, {
        admin_graphql_api_customer_kept_id: one.kept,
        admin_graphql_api_customer_deleted_id: one.gone,
        status: "completed",
      });
  }
}

const batches = histories.chain((history) =>
  fc.tuple(
    fc.shuffledSubarray([...history, ...history.slice(0, 5)], {
      minLength: history.length + Math.min(5, history.length),
    }),
    fc.array(fc.nat(history.length), { maxLength: 4 }),
  ),
);

function split<T>(all: readonly T[], at: readonly number[]): T[][] {
  const cuts = [0, ...at.toSorted((a, b) => a - b), all.length];
  return cuts.slice(1).map((end, index) => all.slice(cuts[index], end));
}

it("keeps in PostgreSQL, row by row, what the fold says, in any order and in any batches", async () => {
  await fc.assert(
    fc.asyncProperty(batches, async ([arrival, cuts]) => {
      const { shop, keys } = await makeShop();
      const occasion: Occasion = {
        ports: portsWith({}),
        run: makeRun(shop.id),
        keys,
        shop: { id: shop.id, domain: shop.domain, currency: "EUR", installedAt: new Date() },
        delivery: {
          id: "0",
          topic: "",
          shopDomain: shop.domain,
          receivedAt: new Date(),
          triggeredAt: null,
          state: "recorded",
          body: Buffer.from(""),
        },
      };
      // An edit is told with the order, which is read first: before there is an order nothing is kept of it.
      const told = arrival.filter((one) => isSaid(one) || one.change !== "order-edited");
      // A payment of an order that is not known is looked at alone, and tells of it when the order has been read.
      const early: Paid[] = [];
      for (const batch of split(told, cuts)) early.push(...(await arrive(keys, occasion, batch)));
      await arrive(keys, occasion, early);
      const edits = arrival.filter((one) => !isSaid(one) && one.change === "order-edited");
      await arrive(keys, occasion, edits);

      const folded = visibleRows(foldHistory(arrival.map((one) => changeOf(keys, one))));
      const kept = await forShopSql(shop.id)((sql) => readAll(sql, keys));
      for (const kind of KINDS)
        expect({ kind, rows: kept[kind] }).toEqual({ kind, rows: plain(kind, folded[kind]) });
    }),
    { numRuns: 80, endOnFailure: true, timeout: 20_000 },
  );
}, 60_000);
