import type { InShop } from "#app/db.server.ts";
import { hours, seconds } from "#app/lib/duration.ts";
import { meetStaff } from "#app/shop/meet-staff.server.ts";
import { readStaffMember } from "#app/shop/read-staff-member.server.ts";
import type { Role } from "#app/shop/roles.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { isToIdentify, isUpToDate, type StaffIdentity } from "#app/shop/staff-member.ts";
import { tokenBuckets } from "#app/shop/token-bucket.ts";

type Door = { inShop: InShop; keys: ShopKeys };
type Caller = {
  id: string;
  at: Date;
  /** Asks Shopify who they are; null where it does not say. */
  identify: () => Promise<StaffIdentity | null>;
};

/** A call waits for the answer: of somebody whom Shopify does not name it is asked once an hour by each process. */
const mayAsk = tokenBuckets({ burst: 1, perSecond: seconds(1) / hours(1) });

const asked = new Map<string, Promise<Role>>();

/**
 * What somebody who calls the API may do, as it is stored now. Who calls here first is in the team, with the name that Shopify says; where
 * it says none it is asked again when they open a screen. Calls of one person that come while it is looked up share the answer.
 */
export function roleOfCaller(door: Door, caller: Caller): Promise<Role> {
  const key = `${door.keys.shopId}|${caller.id}`;
  const pending = asked.get(key);
  if (pending) return pending;
  const answer = look(door, caller).finally(() => asked.delete(key));
  asked.set(key, answer);
  return answer;
}

async function look({ inShop, keys }: Door, caller: Caller): Promise<Role> {
  const known = await inShop((tx) => readStaffMember(tx, keys, caller.id));
  if (isUpToDate(known, caller.at)) return known.role;
  const { id, at, identify } = caller;
  const isToAsk = isToIdentify(known, at) && mayAsk(`${keys.shopId}|${id}`, at).outcome === "allowed";
  const identity = isToAsk ? await identify() : null;
  const { role } = await inShop((tx) => meetStaff(tx, keys, { id, at, ...(identity ? { identity } : {}) }));
  return role;
}
