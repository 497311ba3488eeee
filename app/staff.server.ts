import { forShop, type InShop } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { askWhoAsks, authenticateAdmin } from "#app/shopify.server.ts";
import { findShop, type KnownShop } from "#app/shop/find-shop.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { meetStaff } from "#app/shop/meet-staff.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import { readStaffMember } from "#app/shop/read-staff-member.server.ts";
import { mayDo, roleFor, type Area, type Role } from "#app/shop/roles.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { staffName, type Settings } from "#app/shop/settings.ts";
import { isToIdentify, isUpToDate, type StaffMember } from "#app/shop/staff-member.ts";

/** A member of staff in the embedded admin, and their shop. */
export type StaffSession = {
  shop: KnownShop;
  settings: Settings;
  keys: ShopKeys;
  inShop: InShop;
  /** `name`: how they sign. */
  staff: { id: string; name: string; role: Role };
  /** Where the shop's mail is forwarded to. */
  inboundAddress: string;
};

/** Proves who asks for a screen. Throws the Response that Shopify's library answers otherwise. */
export async function requireStaff(request: Request): Promise<StaffSession> {
  const { session, sessionToken } = await authenticateAdmin(request);
  const shop = await findShop(session.shop);
  if (!shop) throw new Response("The shop is not installed.", { status: 401 });
  const id = String(sessionToken?.sub ?? "");
  if (!/^\d{1,20}$/u.test(id)) throw new Response("This is no member of staff.", { status: 401 });
  const keys = await shopKeys(shop.id);
  const inShop = forShop(shop.id);
  const { settings, known } = await inShop(async (tx) => ({
    settings: await readSettings(tx, shop.id),
    known: await readStaffMember(tx, keys, id),
  }));
  const { role } = isUpToDate(known, new Date()) ? known : await meetOnce({ request, shop, keys, id });
  return {
    shop,
    settings,
    keys,
    inShop,
    staff: { id, name: staffName({ id, settings, shopName: shop.name }), role },
    inboundAddress: `${shop.inboundKey}@${env.INBOUND_DOMAIN}`,
  };
}

/**
 * Goes on for who may do what belongs to the area. Everybody else gets 403 with `{ code: "forbidden", area, role }`: the area, and the
 * least role that is enough for it.
 */
export function requireRole({ staff }: Pick<StaffSession, "staff">, area: Area): void {
  if (mayDo(staff.role, area)) return;
  const body = { code: "forbidden", area, role: roleFor(area) };
  throw Response.json(body, { status: 403, headers: { "Cache-Control": "no-store" } });
}

type Asked = { request: Request; shop: KnownShop; keys: ShopKeys; id: string };
const meetings = new Map<string, Promise<StaffMember>>();

/** The loaders of one navigation come at once: Shopify is asked, and the row written, for the first of them. */
async function meetOnce(asked: Asked): Promise<StaffMember> {
  const key = `${asked.shop.id}|${asked.id}`;
  const pending = meetings.get(key);
  if (pending) return pending;
  const meeting = meet(asked).finally(() => meetings.delete(key));
  meetings.set(key, meeting);
  return meeting;
}

async function meet({ request, shop, keys, id }: Asked): Promise<StaffMember> {
  const at = new Date();
  const inShop = forShop(shop.id);
  // Whoever asks may have read the row before the meeting that has just ended: it is read again.
  const known = await inShop((tx) => readStaffMember(tx, keys, id));
  if (isUpToDate(known, at)) return known;
  const identity = isToIdentify(known, at)
    ? { identity: await askWhoAsks(request, { shop: shop.domain, staffId: id }) }
    : {};
  return inShop((tx) => meetStaff(tx, keys, { id, at, ...identity }));
}
