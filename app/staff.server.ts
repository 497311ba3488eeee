import { forShop, type InShop } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { authenticateAdmin } from "#app/shopify.server.ts";
import { findShop, type KnownShop } from "#app/shop/find-shop.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { staffName, type Settings } from "#app/shop/settings.ts";

/** A member of staff in the embedded admin, and their shop. */
export type StaffSession = {
  shop: KnownShop;
  settings: Settings;
  keys: ShopKeys;
  inShop: InShop;
  staff: { id: string; name: string };
  /** Where the shop's mail is forwarded to. */
  inboundAddress: string;
};

/** Proves who asks for a screen. Throws the Response that Shopify's library answers otherwise. */
export async function requireStaff(request: Request): Promise<StaffSession> {
  const { session, sessionToken } = await authenticateAdmin(request);
  const shop = await findShop(session.shop);
  if (!shop) throw new Response("The shop is not installed.", { status: 401 });
  const inShop = forShop(shop.id);
  const settings = await inShop((tx) => readSettings(tx, shop.id));
  const id = String(sessionToken?.sub ?? "");
  return {
    shop,
    settings,
    keys: await shopKeys(shop.id),
    inShop,
    staff: { id, name: staffName({ id, settings, shopName: shop.name }) },
    inboundAddress: `${shop.inboundKey}@${env.INBOUND_DOMAIN}`,
  };
}
