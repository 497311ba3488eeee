import { forShop, type InShop } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { findShop } from "#app/shop/find-shop.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { checkSessionToken } from "#app/shop/session-token.ts";
import { settingsSchema, staffName } from "#app/shop/settings.ts";

/** A member of staff who calls the JSON API, and their shop. What they may do is asked once their calls are within the limits. */
export type ApiStaff = {
  shop: { id: string; domain: string; name: string; inboundKey: string };
  keys: ShopKeys;
  inShop: InShop;
  /** `name`: how they sign. */
  staff: { id: string; name: string };
};

/** `why` says what is wrong with the proof and never quotes it. */
export type StaffAuthentication =
  { outcome: "staff"; session: ApiStaff } | { outcome: "refused"; why: string };

/** Proves who calls: `Authorization: Bearer <Shopify session token>` of a member of staff of a shop that has the app. */
export async function authenticateStaff(
  authorization: string | null,
  now: Date,
): Promise<StaffAuthentication> {
  const token = /^Bearer +(\S+)$/iu.exec(authorization ?? "")?.[1];
  if (!token) return { outcome: "refused", why: "Send a Shopify session token as Authorization: Bearer." };
  const checked = await checkSessionToken(token, {
    apiKey: env.SHOPIFY_API_KEY,
    secrets: env.SHOPIFY_API_SECRET,
    now,
  });
  if (checked.outcome === "refused")
    return { outcome: "refused", why: `The session token is not valid (${checked.why}).` };
  const shop = await findShop(checked.shopDomain);
  if (!shop || shop.uninstalledAt)
    return { outcome: "refused", why: "The app is not installed in this shop." };
  const settings = settingsSchema.parse(shop.settings);
  const { id, domain, name, inboundKey } = shop;
  const { staffId } = checked;
  return {
    outcome: "staff",
    session: {
      shop: { id, domain, name, inboundKey },
      keys: await shopKeys(id),
      inShop: forShop(id),
      staff: { id: staffId, name: staffName({ id: staffId, settings, shopName: name }) },
    },
  };
}
