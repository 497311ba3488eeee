import type { Kind, Stamped } from "#app/mirror/fold/rules.ts";
import { orderNameKey } from "#app/mirror/rows.ts";
import { fieldOf, tables } from "#app/mirror/tables.ts";
import { blindIndex, sealJson, type ShopKeys } from "#app/shop/seal.ts";

/** A row as its table keeps it: what is personal sealed, or turned into an index. */
export function rowRecord<K extends Kind>(keys: ShopKeys, kind: K, row: Stamped<K>): Record<string, unknown> {
  const fields = row as unknown as Record<string, unknown>;
  const record: Record<string, unknown> = {};
  for (const [column, field] of fieldsOf[kind]) record[column] = fields[field];
  if (kind === "orders") {
    const order = row as Stamped<"orders">;
    record["name_key"] = orderNameKey(order.name);
    Object.assign(record, sealed(keys, "orders.sealed", order));
  } else if (kind === "customers") {
    Object.assign(record, sealed(keys, "customers.sealed", row as Stamped<"customers">));
  }
  return record;
}

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
