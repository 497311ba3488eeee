// What the mirror says, read from its tables and opened with the shop's key: the rows themselves, not the app's view of them.
import { z } from "zod";
import {
  addressSchema,
  customerPersonSchema,
  orderPersonSchema,
  type Address,
} from "#app/mirror/order-person.ts";
import {
  blindIndex,
  deriveShopKeys,
  openJson,
  openWithDeploymentKey,
  type ShopKeys,
} from "#app/shop/seal.ts";
import { plain, type Mirror, type Row } from "./expected-mirror.ts";
import type { Postgres } from "./postgres-server.ts";

type Place = { postgres: Postgres; shopId: string; encryptionKey: string };

/** Everything that is not marked deleted. */
export async function actualMirror({ postgres, shopId, encryptionKey }: Place): Promise<Mirror> {
  const keys = await keysOf({ postgres, shopId, encryptionKey });
  const select = (table: string) =>
    postgres.query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE shop_id = $1`, [shopId]);
  const live = async (table: string) => (await select(table)).filter((row) => !row["deleted_at"]);
  const events = await live("fulfillment_events");
  return {
    shops: byId(await postgres.query("SELECT *, domain AS id FROM shops WHERE id = $1", [shopId]), (row) =>
      pick(row, ["name", "currency", "timezone"]),
    ),
    orders: byId(await live("orders"), (row) => orderRow(keys, row)),
    customers: byId(await live("customers"), (row) => customerRow(keys, row)),
    fulfillments: byId(await select("fulfillments"), (row) => parcelRow(row, events)),
    fulfillment_events: byId(events, (row) =>
      pick(row, [
        "order_id",
        "fulfillment_id",
        "status",
        "message",
        "city",
        "country",
        "happened_at",
        "estimated_delivery_at",
      ]),
    ),
    fulfillment_orders: byId(await select("fulfillment_orders"), (row) => ({
      ...pick(row, ["order_id", "status", "request_status", "fulfill_at"]),
      holds: holds.parse(row["holds"]).map(({ reason, notes }) => `${reason}: ${notes ?? ""}`),
    })),
    refunds: byId(await select("refunds"), (row) =>
      pick(row, ["order_id", "at", "amount", "currency", "settled"]),
    ),
    returns: byId(await select("returns"), (row) => pick(row, ["order_id", "name", "status", "closed_at"])),
    disputes: byId(await select("disputes"), (row) =>
      pick(row, ["order_id", "type", "status", "reason", "amount", "currency", "evidence_due_by"]),
    ),
    policies: byId(
      (await select("policies")).map((row) => ({ ...row, id: row["type"] })),
      (row) => pick(row, ["title", "updated_at"]),
    ),
  };
}

async function keysOf({ postgres, shopId, encryptionKey }: Place): Promise<ShopKeys> {
  const [shop] = await postgres.query<{ wrapped: Buffer }>(
    "SELECT wrapped_key AS wrapped FROM shops WHERE id = $1",
    [shopId],
  );
  if (!shop) throw new Error("There is no such shop");
  const deployment = [Buffer.from(encryptionKey, "base64")];
  return deriveShopKeys(
    shopId,
    openWithDeploymentKey(deployment, `shops.wrapped_key:${shopId}`, shop.wrapped),
  );
}

const holds = z.array(z.object({ reason: z.string(), notes: z.string().nullable() }));
const lines = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    variantTitle: z.string().nullish(),
    sku: z.string().nullish(),
    quantity: z.number(),
    currentQuantity: z.number().nullish(),
    price: z.string().nullish(),
  }),
);

function orderRow(keys: ShopKeys, row: Record<string, unknown>): Row {
  const person = openJson(
    keys,
    { context: `orders.sealed:${String(row["id"])}`, bytes: row["sealed"] as Buffer },
    orderPersonSchema,
  );
  return {
    ...pick(row, ["gid", "name", "placed_at", "updated_at", "cancelled_at", "cancel_reason", "closed_at"]),
    ...pick(row, [
      "financial_status",
      "fulfillment_status",
      "currency",
      "total",
      "customer_id",
      "locale",
      "tags",
      "edited_at",
    ]),
    lines: lines
      .parse(row["lines"])
      .map((line) =>
        [line.id, line.title, line.variantTitle ?? "", line.sku, line.quantity, line.currentQuantity]
          .concat(plain(line.price ?? ""))
          .join(" | "),
      ),
    email: person.email ?? null,
    emailFound: found(keys, row, person.email),
    phone: person.phone ?? null,
    customerName: person.customerName ?? null,
    note: person.note ?? null,
    attributes: person.attributes.map(({ name, value }) => `${name}: ${value}`),
    shippingAddress: addressText(person.shippingAddress),
    statusPageUrl: person.statusPageUrl ?? null,
  };
}

function customerRow(keys: ShopKeys, row: Record<string, unknown>): Row {
  const person = openJson(
    keys,
    { context: `customers.sealed:${String(row["id"])}`, bytes: row["sealed"] as Buffer },
    customerPersonSchema,
  );
  return {
    ...pick(row, ["gid", "updated_at", "created_at", "locale", "state", "tags"]),
    ...pick(row, ["orders_count", "amount_spent", "currency", "last_order_id"]),
    ...pick(row, ["email_consent", "email_consent_at"]),
    firstName: person.firstName ?? null,
    lastName: person.lastName ?? null,
    email: person.email ?? null,
    emailFound: found(keys, row, person.email),
    phone: person.phone ?? null,
    note: person.note ?? null,
    address: addressText(person.address),
  };
}

/** The address by which the row is found, when its index is that of the address in it. */
function found(
  keys: ShopKeys,
  row: Record<string, unknown>,
  email: string | null | undefined,
): string | null {
  const index = row["email_index"];
  if (!index) return null;
  return email && index === blindIndex(keys, "email", email) ? email : "the index of another address";
}

const carrierWord = z.object({
  status: z.string(),
  happened_at: z.date(),
  estimated_delivery_at: z.date().nullable(),
});

/** When a parcel arrived or will arrive is said by its columns or by the carrier's last word, as the app reads it. */
function parcelRow(row: Record<string, unknown>, allEvents: Record<string, unknown>[]): Row {
  const events = allEvents
    .filter((one) => one["fulfillment_id"] === row["id"])
    .map((one) => carrierWord.parse(one))
    .toSorted((one, other) => one.happened_at.getTime() - other.happened_at.getTime());
  const delivered = events.findLast(({ status }) => status === "delivered")?.happened_at;
  const expected = events.findLast((one) => one.estimated_delivery_at)?.estimated_delivery_at;
  return {
    ...pick(row, [
      "order_id",
      "status",
      "shipment_status",
      "tracking_company",
      "tracking_number",
      "tracking_url",
    ]),
    ...pick(row, ["created_at", "updated_at"]),
    estimatedDeliveryAt: text(expected ?? row["estimated_delivery_at"]),
    deliveredAt: text(row["delivered_at"] ?? delivered),
  };
}

function addressText(address: Address | null | undefined): string | null {
  if (!address) return null;
  const { name, company, address1, address2, city, province, zip, country, countryCode, phone } =
    addressSchema.parse(address);
  return [name, company, address1, address2, city, province, zip, country, countryCode, phone]
    .map((part) => part ?? "")
    .join(" | ");
}

/** Columns under the names of the expected rows. */
function pick(row: Record<string, unknown>, columns: string[]): Row {
  return Object.fromEntries(
    columns.map((column) => [
      column.replaceAll(/_(\w)/gu, (_match, letter: string) => letter.toUpperCase()),
      AMOUNTS.has(column) && typeof row[column] === "string" ? plain(row[column]) : text(row[column]),
    ]),
  );
}

const AMOUNTS = new Set(["total", "amount", "amount_spent"]);
const text = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null));

function byId(
  rows: Record<string, unknown>[],
  rowOf: (row: Record<string, unknown>) => Row,
): Map<string, Row> {
  return new Map(rows.map((row) => [String(row["id"]), rowOf(row)]));
}
