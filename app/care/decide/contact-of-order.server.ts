import type { Tx } from "#app/db.server.ts";
import { customerPersonSchema } from "#app/mirror/order-person.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { blindIndex, openJson, type ShopKeys } from "#app/shop/seal.ts";

/** Whom an order's mail goes to. */
export type OrderContact = { address: string; contactIndex: string };

/** The address that an order was placed with, else its customer's; null when neither is known. */
export async function contactOfOrder(
  tx: Tx,
  keys: ShopKeys,
  { customer }: Pick<MirroredOrder, "customer">,
): Promise<OrderContact | null> {
  const address = customer?.email?.trim() || (customer?.id ? await ofCustomer(tx, keys, customer.id) : null);
  return address ? { address, contactIndex: blindIndex(keys, "email", address) } : null;
}

async function ofCustomer(tx: Tx, keys: ShopKeys, id: string): Promise<string | null> {
  const row = await tx.customer.findFirst({
    where: { shopId: keys.shopId, id, deletedAt: null },
    select: { sealed: true },
  });
  if (!row) return null;
  const person = openJson(
    keys,
    { context: `customers.sealed:${id}`, bytes: row.sealed },
    customerPersonSchema,
  );
  return person.email?.trim() || null;
}
