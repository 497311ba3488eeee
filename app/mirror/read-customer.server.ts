import type { Tx } from "#app/db.server.ts";
import { moneyOf } from "#app/mirror/money.ts";
import type { Money } from "#app/mirror/order.ts";
import { customerPersonSchema, fullName, type Address } from "#app/mirror/order-person.ts";
import { blindIndex, openJson, type ShopKeys } from "#app/shop/seal.ts";

export type MirroredCustomer = {
  id: string;
  gid: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  note: string | null;
  address: Address | null;
  locale: string | null;
  state: string | null;
  tags: string[];
  ordersCount: number | null;
  amountSpent: Money | null;
  lastOrderId: string | null;
  /** Whether they take the shop's marketing by e-mail, in Shopify's words, and when that last changed. */
  emailConsent: string | null;
  emailConsentAt: string | null;
  createdAt: string | null;
};

/** A customer; who was merged into another is the other. Null when unknown or deleted. */
export async function readCustomer(tx: Tx, keys: ShopKeys, id: string): Promise<MirroredCustomer | null> {
  let current = id;
  // Merges chain; a handful of steps is more than a person has accounts, and ends a ring.
  for (let step = 0; step < 5; step += 1) {
    const row = await tx.customer.findUnique({ where: { shopId_id: { shopId: keys.shopId, id: current } } });
    if (!row) return null;
    if (!row.mergedIntoId) return row.deletedAt ? null : customerOf(keys, row);
    current = row.mergedIntoId;
  }
  return null;
}

/** The customer with this address: of several the one who changed last. */
export async function findCustomerByEmail(
  tx: Tx,
  keys: ShopKeys,
  email: string,
): Promise<MirroredCustomer | null> {
  const row = await tx.customer.findFirst({
    where: { shopId: keys.shopId, emailIndex: blindIndex(keys, "email", email), deletedAt: null },
    orderBy: { updatedAt: "desc" },
  });
  return row ? customerOf(keys, row) : null;
}

type Row = Awaited<ReturnType<Tx["customer"]["findMany"]>>[number];

function customerOf(keys: ShopKeys, row: Row): MirroredCustomer {
  const person = openJson(
    keys,
    { context: `customers.sealed:${row.id}`, bytes: row.sealed },
    customerPersonSchema,
  );
  return {
    id: row.id,
    gid: row.gid ?? `gid://shopify/Customer/${row.id}`,
    name: fullName(person),
    email: person.email ?? null,
    phone: person.phone ?? null,
    note: person.note ?? null,
    address: person.address ?? null,
    locale: row.locale,
    state: row.state,
    tags: row.tags,
    ordersCount: row.ordersCount,
    amountSpent: row.amountSpent && row.currency ? moneyOf(row.amountSpent.toFixed(), row.currency) : null,
    lastOrderId: row.lastOrderId,
    emailConsent: row.emailConsent,
    emailConsentAt: row.emailConsentAt?.toISOString() ?? null,
    createdAt: row.createdAt?.toISOString() ?? null,
  };
}
