import type { Check } from "#app/care/draft/draft.ts";
import { sealed } from "#app/care/draft/guard.ts";
import { findOrderReferences } from "#app/care/understand/find-order-references.ts";
import { belongsTo, type Writer } from "#app/care/understand/prove-orders.ts";
import type { OrderRef } from "#app/care/understand/reading.ts";
import type { Tx } from "#app/db.server.ts";
import { findOrders } from "#app/mirror/find-orders.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { orderNameKey } from "#app/mirror/rows.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";

/** So many references of a text are looked up; a reply with more is no reply. */
const LOOKED_UP = 30;
/** A number long enough to be a parcel's, whatever stands around it. */
const CODE = /(?<![\p{L}\p{N}])(?=(?:[A-Z]*\d){6})[A-Z0-9]{8,34}(?![\p{L}\p{N}])/giu;

/**
 * Order names, parcels' numbers and mail addresses in a text that the mirror knows to be another person's than the writer's. What
 * they belong to is looked up, since no fact sheet holds other people's data to compare with; no reason lifts such a block.
 */
export async function findForeignData(
  tx: Tx,
  keys: ShopKeys,
  { text, writer, shopDomains }: { text: string; writer: Writer; shopDomains: readonly string[] },
): Promise<Check[]> {
  const refs = findOrderReferences(text).slice(0, LOOKED_UP);
  const named = [...new Set(valuesOf(refs, "order_name"))];
  const codes = Array.from(text.matchAll(CODE), ([code]) => code).slice(0, LOOKED_UP);
  const parcels = [...new Set([...valuesOf(refs, "tracking_number"), ...codes])];
  const addresses = [...new Set(valuesOf(refs, "email"))].filter(
    (one) => one !== writer.email.toLowerCase() && !isOurs(one, shopDomains),
  );
  const orders = await foreignOrders(tx, keys, { named, parcels, writer });
  const people = await foreignAddresses(tx, keys, addresses);
  return [...orders, ...people].map((quote) =>
    sealed({ rule: "others", outcome: "block", quote, why: "This belongs to somebody else than the writer" }),
  );
}

const valuesOf = (refs: readonly OrderRef[], kind: OrderRef["kind"]) =>
  refs.filter((ref) => ref.kind === kind).map(({ value }) => value);

const isOurs = (address: string, domains: readonly string[]) =>
  domains.some((domain) => address.endsWith(`@${domain}`) || address.endsWith(`.${domain}`));

async function foreignOrders(
  tx: Tx,
  keys: ShopKeys,
  { named, parcels, writer }: { named: string[]; parcels: string[]; writer: Writer },
): Promise<string[]> {
  if (named.length === 0 && parcels.length === 0) return [];
  const ids = await findOrders(tx, keys, { nameKeys: named, trackingNumbers: parcels, limit: 100 });
  const orders = await readOrders(tx, keys, ids);
  const meant = (quote: string) => {
    const key = orderNameKey(quote);
    return orders.filter(
      ({ name, fulfillments }) =>
        orderNameKey(name) === key ||
        fulfillments.some(({ trackingNumber }) => trackingNumber && orderNameKey(trackingNumber) === key),
    );
  };
  // Two orders may share a parcel: one of the writer's own is enough for it to be theirs.
  return [...named, ...parcels].filter((quote) => {
    const found = meant(quote);
    return found.length > 0 && !found.some((order) => belongsTo(order, writer));
  });
}

/** Addresses that customers or other conversations of this shop have. */
async function foreignAddresses(tx: Tx, keys: ShopKeys, addresses: string[]): Promise<string[]> {
  const looked = addresses.slice(0, LOOKED_UP).map((address) => ({
    address,
    index: blindIndex(keys, "email", address),
  }));
  const known: string[] = [];
  for (const { address, index } of looked) {
    const customer = await tx.customer.findFirst({
      where: { shopId: keys.shopId, emailIndex: index },
      select: { id: true },
    });
    const contact =
      customer ??
      (await tx.conversation.findFirst({
        where: { shopId: keys.shopId, contactIndex: index },
        select: { id: true },
      }));
    if (contact) known.push(address);
  }
  return known;
}
