import { z } from "zod";
import type { Tx } from "#app/db.server.ts";
import type { Person } from "#app/privacy/person.ts";
import { blindIndex, openJson, type SealContext, type ShopKeys } from "#app/shop/seal.ts";

export type Named = { customerId: string | null; email: string | null; orderIds: string[] };

/**
 * Everybody and everything that the named person is in this shop: records merged into theirs, orders they placed without an
 * account, other addresses on their orders. Someone who only wrote and never bought is found by the address alone.
 */
export async function findPerson(tx: Tx, keys: ShopKeys, named: Named): Promise<Person> {
  const { shopId } = keys;
  const merged = named.customerId
    ? await tx.customer.findMany({ where: { shopId, mergedIntoId: named.customerId }, select: { id: true } })
    : [];
  const records = [...(named.customerId ? [named.customerId] : []), ...merged.map(({ id }) => id)];
  const given = named.email?.trim().toLowerCase();
  const addressed = given ? [blindIndex(keys, "email", given)] : [];
  const customers = await tx.customer.findMany({
    where: { shopId, OR: [{ id: { in: records } }, { emailIndex: { in: addressed } }] },
    select: { id: true, emailIndex: true, sealed: true },
  });
  const customerIds = [...new Set([...records, ...customers.map(({ id }) => id)])];
  const known = [...addressed, ...customers.flatMap(({ emailIndex }) => emailIndex ?? [])];
  const orders = await tx.order.findMany({
    where: {
      shopId,
      OR: [
        { id: { in: named.orderIds } },
        { customerId: { in: customerIds } },
        { emailIndex: { in: known } },
      ],
    },
    select: { id: true, emailIndex: true, sealed: true },
  });
  const emails = [
    ...orders.map(({ id, sealed }) => emailIn(keys, `orders.sealed:${id}`, sealed)),
    ...customers.map(({ id, sealed }) => emailIn(keys, `customers.sealed:${id}`, sealed)),
  ].flatMap((email) => email ?? []);
  return {
    customerIds,
    orderIds: [...new Set([...named.orderIds, ...orders.map(({ id }) => id)])],
    emails: [...new Set([...(given ? [given] : []), ...emails])],
    contacts: [...new Set([...known, ...orders.flatMap(({ emailIndex }) => emailIndex ?? [])])],
  };
}

const withEmail = z.object({ email: z.string().nullish() });

/** The address that a sealed record names, in lower case. */
function emailIn(keys: ShopKeys, context: SealContext, bytes: Uint8Array): string | null {
  return openJson(keys, { context, bytes }, withEmail).email?.trim().toLowerCase() || null;
}
