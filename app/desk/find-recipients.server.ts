import { isAddrSpec } from "#app/conversation/addr-spec.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import { findOrders } from "#app/mirror/find-orders.server.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { findCustomerByEmail, readCustomer } from "#app/mirror/read-customer.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { orderNameKey } from "#app/mirror/rows.ts";
import { contactOfOrder } from "#app/care/decide/contact-of-order.server.ts";
import { blindIndex, queryTokens, type ShopKeys } from "#app/shop/seal.ts";

/** Somebody who can be written to. */
export type Recipient = { name: string; address: string; customerId: string | null };
/** An order that can be written about. */
export type RecipientOrder = {
  id: string;
  name: string;
  placedAt: string;
  /** Whom its mail goes to; null: nobody can be written to about it. */
  contact: Recipient | null;
  locale: string | null;
};
export type FoundRecipients = { people: Recipient[]; orders: RecipientOrder[] };

const MOST = 8;

export type RecipientQuery = { q?: string; orderId?: string; customerId?: string };

/**
 * Who can be written to, and about what: by an order's number, by a whole address, or by a name as it stands in conversations (names of the
 * mirror are sealed); or by the order or customer that a link named.
 */
export async function findRecipients(
  { inShop, keys }: { inShop: InShop; keys: ShopKeys },
  { q = "", orderId, customerId }: RecipientQuery,
): Promise<FoundRecipients> {
  return inShop(async (tx) => {
    if (orderId) return { people: [], orders: await ordersOf(tx, keys, [orderId]) };
    if (customerId) return ofCustomer(tx, keys, customerId);
    const words = q.trim();
    if (words === "") return { people: [], orders: [] };
    return isAddrSpec(words) ? ofAddress(tx, keys, words) : ofWords(tx, keys, words);
  });
}

async function ofCustomer(tx: Tx, keys: ShopKeys, customerId: string): Promise<FoundRecipients> {
  const customer = await readCustomer(tx, keys, customerId);
  const ids = await findOrders(tx, keys, { customerId, limit: MOST });
  const person = customer?.email ? [{ name: customer.name ?? "", address: customer.email, customerId }] : [];
  return { people: person, orders: await ordersOf(tx, keys, ids) };
}

async function ofAddress(tx: Tx, keys: ShopKeys, address: string): Promise<FoundRecipients> {
  const customer = await findCustomerByEmail(tx, keys, address);
  const emailIndex = blindIndex(keys, "email", address);
  const ids = await findOrders(tx, keys, {
    emailIndex,
    ...(customer ? { customerId: customer.id } : {}),
    limit: MOST,
  });
  const orders = await ordersOf(tx, keys, ids);
  const known = orders.find(({ contact }) => contact?.address.toLowerCase() === address.toLowerCase());
  const name = customer?.name ?? known?.contact?.name ?? "";
  // Whoever is not known can be written to as well.
  return { people: [{ name, address, customerId: customer?.id ?? null }], orders };
}

async function ofWords(tx: Tx, keys: ShopKeys, words: string): Promise<FoundRecipients> {
  const byNumber = orderNameKey(words)
    ? await findOrders(tx, keys, { nameKeys: [words], trackingNumbers: [words], limit: MOST })
    : [];
  const rows = await tx.conversation.findMany({
    where: {
      shopId: keys.shopId,
      parentId: null,
      AND: queryTokens(keys, words).map((tokens) => ({ searchTokens: { hasSome: tokens } })),
    },
    select: { id: true, contactIndex: true, customerId: true, orderIds: true },
    orderBy: { updatedAt: "desc" },
    take: MOST,
  });
  const ids = [...new Set([...byNumber, ...rows.flatMap(({ orderIds }) => orderIds)])].slice(0, MOST);
  const orders = await ordersOf(tx, keys, ids);
  const people = orders.flatMap(({ contact }) => contact ?? []);
  const once = new Map(people.map((one) => [one.address.toLowerCase(), one]));
  return { people: [...once.values()], orders };
}

async function ordersOf(tx: Tx, keys: ShopKeys, ids: string[]): Promise<RecipientOrder[]> {
  const orders = await readOrders(tx, keys, ids);
  const found: RecipientOrder[] = [];
  for (const order of orders) found.push(await orderOf(tx, keys, order));
  return found;
}

async function orderOf(tx: Tx, keys: ShopKeys, order: MirroredOrder): Promise<RecipientOrder> {
  const known = await contactOfOrder(tx, keys, order);
  const { id, name, placedAt, customer, locale } = order;
  const contact = known && {
    name: customer?.name ?? "",
    address: known.address,
    customerId: customer?.id ?? null,
  };
  return { id, name, placedAt, contact, locale };
}
