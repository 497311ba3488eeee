import type { Kind, RowOf, Stamped } from "#app/mirror/fold/rules.ts";
import { orderNameKey } from "#app/mirror/rows.ts";
import { fieldOf, tables } from "#app/mirror/tables.ts";
import { blindIndex, sealJson, type ShopKeys } from "#app/shop/seal.ts";

/** A row as its table keeps it: what is personal sealed, or turned into an index. */
export function rowRecord<K extends Kind>(keys: ShopKeys, kind: K, row: Stamped<K>): Record<string, unknown> {
  const fields = row as unknown as Record<string, unknown>;
  const record: Record<string, unknown> = {};
  for (const [column, field] of fieldsOf[kind]) record[column] = fields[field];
  return Object.assign(record, madeColumns(keys, kind, row));
}

/** The columns of a row that are no field of it. */
export function madeColumns<K extends Kind>(keys: ShopKeys, kind: K, row: RowOf[K]): Record<string, unknown> {
  if (kind === "orders") {
    const order = row as RowOf["orders"];
    return { name_key: orderNameKey(order.name), ...sealed(keys, "orders.sealed", order) };
  }
  return kind === "customers" ? sealed(keys, "customers.sealed", row as RowOf["customers"]) : NONE;
}
const NONE = {};

function sealed(
  keys: ShopKeys,
  where: "orders.sealed" | "customers.sealed",
  { id, person }: { id: string; person: { email?: string | null | undefined } },
) {
  return {
    email_index: person.email ? blindIndex(keys, "email", person.email) : null,
    sealed: sealJson(keys, `${where}:${id}`, person),
  };
}

const pairs = (kind: Kind) =>
  Object.keys(tables[kind].columns).map((column): [column: string, field: string] => [
    column,
    fieldOf(column),
  ]);
const fieldsOf: { [K in Kind]: [column: string, field: string][] } = {
  orders: pairs("orders"),
  customers: pairs("customers"),
  fulfillments: pairs("fulfillments"),
  events: pairs("events"),
  fulfillmentOrders: pairs("fulfillmentOrders"),
  refunds: pairs("refunds"),
  returns: pairs("returns"),
  disputes: pairs("disputes"),
};
