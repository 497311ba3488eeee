import { env } from "#app/env.server.ts";
import { parseInboundAddress } from "#app/ingest/inbound-address.ts";
import { findShopByInboundKey } from "#app/shop/find-shop.server.ts";

export type Recipient = { shopId: string; address: string };

/** More addresses than this at our domain in one mail are not a shopper's doing. */
const LOOKED_UP = 10;

/**
 * The shop a mail is for: the first address that is an inbound address of an installed shop. Of two at the same shop the one
 * that names a conversation wins. Throws when the database cannot be asked.
 */
export async function findRecipient(addresses: readonly string[]): Promise<Recipient | null> {
  const ours = addresses.flatMap((address) => {
    const parsed = parseInboundAddress(address, env.INBOUND_DOMAIN);
    return parsed ? [{ address: address.trim().toLowerCase(), ...parsed }] : [];
  });
  const keys = [...new Set(ours.map((one) => one.inboundKey))].slice(0, LOOKED_UP);
  for (const key of keys) {
    const shop = await findShopByInboundKey(key);
    if (!shop || shop.uninstalledAt) continue;
    const toShop = ours.filter((one) => one.inboundKey === key);
    const best = toShop.find((one) => one.replyToken) ?? toShop[0];
    if (best) return { shopId: shop.id, address: best.address };
  }
  return null;
}
