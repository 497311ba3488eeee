import { forShop, type InShop } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { findShop } from "#app/shop/find-shop.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { meetStaff } from "#app/shop/meet-staff.server.ts";
import { readStaffMember } from "#app/shop/read-staff-member.server.ts";
import type { Role } from "#app/shop/roles.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { checkSessionToken } from "#app/shop/session-token.ts";
import { settingsSchema, staffName } from "#app/shop/settings.ts";
import { isUpToDate } from "#app/shop/staff-member.ts";

/** A member of staff who calls the JSON API, and their shop. */
export type ApiStaff = {
  shop: { id: string; domain: string; name: string; inboundKey: string };
  keys: ShopKeys;
  inShop: InShop;
  /** `name`: how they sign. */
  staff: { id: string; name: string; role: Role };
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
  const keys = await shopKeys(id);
  const inShop = forShop(id);
  return {
    outcome: "staff",
    session: {
      shop: { id, domain, name, inboundKey },
      keys,
      inShop,
      staff: {
        id: staffId,
        name: staffName({ id: staffId, settings, shopName: name }),
        role: await roleOfCaller({ inShop, keys }, { id: staffId, at: now }),
      },
    },
  };
}

/** Who calls here first is in the team without a name: Shopify is asked for it when they open a screen. */
async function roleOfCaller(
  { inShop, keys }: Pick<ApiStaff, "inShop" | "keys">,
  caller: { id: string; at: Date },
): Promise<Role> {
  const known = await inShop((tx) => readStaffMember(tx, keys, caller.id));
  if (isUpToDate(known, caller.at)) return known.role;
  return (await inShop((tx) => meetStaff(tx, keys, caller))).role;
}
