import type { InShop } from "#app/db.server.ts";
import { meetStaff } from "#app/shop/meet-staff.server.ts";
import { readStaffMember } from "#app/shop/read-staff-member.server.ts";
import type { Role } from "#app/shop/roles.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { isUpToDate } from "#app/shop/staff-member.ts";

type Door = { inShop: InShop; keys: ShopKeys };
type Caller = { id: string; at: Date };

const asked = new Map<string, Promise<Role>>();

/**
 * What somebody who calls the API may do, as it is stored now. Who calls here first is in the team without a name: Shopify is asked for
 * it when they open a screen. Calls of one person that come while it is looked up share the answer.
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
  const member = isUpToDate(known, caller.at) ? known : await inShop((tx) => meetStaff(tx, keys, caller));
  return member.role;
}
