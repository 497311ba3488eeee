import type pg from "pg";
import { days, hours } from "#app/lib/duration.ts";
import { blindIndex, sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { copy, type Field } from "#tests/factories/grown-shop.ts";

type Watched = { keys: ShopKeys; from: number; to: number; now: Date };

/** One order in so many is due. */
export const DUE_ONE_IN = 50;
export const watchedId = (index: number) => String(8_000_000_000_000 + index);

/**
 * Brings a shop from `from` to `to` open orders, by COPY: each with a parcel that is on its way, two events of its carrier and a watch.
 * One in fifty is due: of every other of these the carrier has said nothing for long, and an issue opens; the rest only move on.
 */
export async function watchOrders(pool: pg.Pool, watched: Watched): Promise<void> {
  await copy(pool, { table: "orders", columns: ORDERS, rows: orders(watched) });
  await copy(pool, { table: "fulfillments", columns: PARCELS, rows: parcels(watched) });
  await copy(pool, { table: "fulfillment_events", columns: EVENTS, rows: events(watched) });
  await copy(pool, { table: "order_watches", columns: "shop_id, order_id, look_at", rows: watches(watched) });
}

const ORDERS =
  "shop_id, id, gid, name, name_key, placed_at, updated_at, financial_status, fulfillment_status, currency, total, lines, locale, tags, email_index, sealed";
const LINES = JSON.stringify([
  {
    id: "1",
    title: "Trail bottle",
    variantTitle: "0.7 l",
    sku: "TB-07",
    quantity: 1,
    currentQuantity: 1,
    price: "59.90",
  },
  {
    id: "2",
    title: "Enamel mug",
    variantTitle: "",
    sku: "EM-11",
    quantity: 2,
    currentQuantity: 2,
    price: "18.00",
  },
]);

/** Three orders a shopper. */
function* orders({ keys, from, to, now }: Watched): Generator<Field[]> {
  const placed = new Date(now.getTime() - days(5));
  for (let index = from; index < to; index += 1) {
    const id = watchedId(index);
    const email = `shopper${Math.floor(index / 3)}@example.com`;
    const person = {
      ...{ email, customerName: `Shopper ${index}`, attributes: [] },
      shippingAddress: {
        name: `Shopper ${index}`,
        address1: "Uferweg 12",
        city: "Hamburg",
        zip: "20457",
        countryCode: "DE",
      },
      statusPageUrl: `https://shop.example/orders/${id}/authenticate?key=0123456789abcdef`,
    };
    yield [
      ...[keys.shopId, id, `gid://shopify/Order/${id}`, `#${index}`, String(index), placed, placed],
      ...["paid", "fulfilled", "EUR", "95.90", LINES, "de", "{}", blindIndex(keys, "email", email)],
      Buffer.from(sealJson(keys, `orders.sealed:${id}`, person)),
    ];
  }
}

const PARCELS =
  "shop_id, id, order_id, status, shipment_status, tracking_company, tracking_number, created_at, updated_at";

function* parcels({ keys, from, to, now }: Watched): Generator<Field[]> {
  const left = new Date(now.getTime() - days(4));
  for (let index = from; index < to; index += 1)
    yield [
      ...[keys.shopId, `f${index}`, watchedId(index), "success", "in_transit", "DHL"],
      ...[`JJD0143${String(index).padStart(12, "0")}`, left, left],
    ];
}

const EVENTS = "shop_id, id, fulfillment_id, order_id, status, city, country, happened_at, updated_at";

function* events({ keys, from, to, now }: Watched): Generator<Field[]> {
  for (let index = from; index < to; index += 1) {
    const isSilent = index % (2 * DUE_ONE_IN) === 0;
    const last = new Date(now.getTime() - (isSilent ? days(8) : hours(2)));
    for (const [nth, at] of [new Date(last.getTime() - days(1)), last].entries())
      yield [
        ...[
          keys.shopId,
          `e${index}-${nth}`,
          `f${index}`,
          watchedId(index),
          "in_transit",
          "Hamburg",
          "DE",
          at,
          at,
        ],
      ];
  }
}

function* watches({ keys, from, to, now }: Watched): Generator<Field[]> {
  for (let index = from; index < to; index += 1)
    yield [
      ...[keys.shopId, watchedId(index)],
      new Date(now.getTime() + (index % DUE_ONE_IN === 0 ? -hours(1) : days(1 + (index % 7)))),
    ];
}
