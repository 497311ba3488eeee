import type { StaffMember as StaffRow } from "@prisma/client";
import type { Tx } from "#app/db.server.ts";
import { roleOf } from "#app/shop/roles.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { staffContentSchema, type StaffMember } from "#app/shop/staff-member.ts";

/** What is stored of one person, also of one who was taken out of the team; null of somebody who was never here. */
export async function readStaffMember(tx: Tx, keys: ShopKeys, id: string): Promise<StaffMember | null> {
  const row = await tx.staffMember.findUnique({ where: { shopId_id: { shopId: keys.shopId, id } } });
  return row && openStaffMember(keys, row);
}

export function openStaffMember(keys: ShopKeys, row: StaffRow): StaffMember {
  const { id, role, away, seenAt, removedAt, identifiedAt, sealed } = row;
  const content = openJson(
    keys,
    { context: `staff_members.sealed:${id}`, bytes: sealed },
    staffContentSchema,
  );
  return { ...content, id, role: roleOf(role), away, seenAt, removedAt, identifiedAt };
}
