import type { Tx } from "#app/db.server.ts";
import { hasOtherOwner, lockStaff } from "#app/shop/lock-staff.server.ts";
import { readStaffMember } from "#app/shop/read-staff-member.server.ts";
import { mayDo, type Role } from "#app/shop/roles.ts";
import { saveStaffName } from "#app/shop/save-staff-name.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** `signsAs`: how they sign replies; empty: as the team does. */
export type StaffChange = { role?: Role; away?: boolean; signsAs?: string };

export type StaffChanged =
  | { outcome: "changed" }
  | { outcome: "not_found" }
  /** Somebody else has to be owner first. */
  | { outcome: "last_owner" }
  | { outcome: "forbidden" };

/**
 * Changes somebody of the team. Roles are an owner's to give; everybody says of themselves that they are away and how they sign, and
 * a lead says of anybody that they are away.
 */
export async function changeStaff(
  tx: Tx,
  keys: ShopKeys,
  { id, change, by }: { id: string; change: StaffChange; by: { id: string } },
): Promise<StaffChanged> {
  const { shopId } = keys;
  const { role, away, signsAs } = change;
  await lockStaff(tx, shopId);
  // As they are now: what the session said may have changed while it waited for the lock.
  const changer = await readStaffMember(tx, keys, by.id);
  const member = await readStaffMember(tx, keys, id);
  if (!member || member.removedAt) return { outcome: "not_found" };
  if (!changer || changer.removedAt || !mayChange(changer.role, { change, own: id === by.id }))
    return { outcome: "forbidden" };
  const isStepDown = member.role === "owner" && role !== undefined && role !== "owner";
  if (isStepDown && !(await hasOtherOwner(tx, { shopId, id }))) return { outcome: "last_owner" };
  if (role !== undefined || away !== undefined) {
    const data = { ...(role === undefined ? {} : { role }), ...(away === undefined ? {} : { away }) };
    await tx.staffMember.update({ where: { shopId_id: { shopId, id } }, data });
  }
  if (signsAs !== undefined) await saveStaffName(tx, shopId, { id, name: signsAs.trim() });
  return { outcome: "changed" };
}

function mayChange(role: Role, { change, own }: { change: StaffChange; own: boolean }): boolean {
  if (change.role !== undefined && !mayDo(role, "team")) return false;
  if (change.signsAs !== undefined && !own) return false;
  return change.away === undefined || own || mayDo(role, "triage");
}
