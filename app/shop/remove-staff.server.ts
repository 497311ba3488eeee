import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { hasOtherOwner, lockStaff } from "#app/shop/lock-staff.server.ts";
import { readStaffMember } from "#app/shop/read-staff-member.server.ts";
import { mayDo } from "#app/shop/roles.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type StaffRemoved = { outcome: "removed" | "not_found" | "last_owner" | "forbidden" };

/**
 * Takes somebody out of the team: nothing is theirs any more, and their conversations are given back by `unassignConversations`. Their
 * name stays for what they did. Whoever may still open the app in Shopify comes back as a reviewer when they do.
 */
export async function removeStaff(
  tx: Tx,
  keys: ShopKeys,
  { id, by, at }: { id: string; by: { id: string }; at: Date },
): Promise<StaffRemoved> {
  const { shopId } = keys;
  await lockStaff(tx, shopId);
  const remover = await readStaffMember(tx, keys, by.id);
  const member = await readStaffMember(tx, keys, id);
  if (!member || member.removedAt) return { outcome: "not_found" };
  if (!remover || remover.removedAt || !mayDo(remover.role, "team")) return { outcome: "forbidden" };
  if (member.role === "owner" && !(await hasOtherOwner(tx, { shopId, id }))) return { outcome: "last_owner" };
  await tx.staffMember.update({
    where: { shopId_id: { shopId, id } },
    data: { removedAt: at, role: "reviewer", away: false },
  });
  await emit(tx, "staff-removed", { data: { shopId, staffId: id } });
  return { outcome: "removed" };
}
