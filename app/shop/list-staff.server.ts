import type { Tx } from "#app/db.server.ts";
import { openStaffMember } from "#app/shop/read-staff-member.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import type { Role } from "#app/shop/roles.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import type { Settings } from "#app/shop/settings.ts";
import type { StaffMember } from "#app/shop/staff-member.ts";

/** `name`: as Shopify says it, else as they sign, else their address; empty where nobody said one: a screen words that. */
export type ListedStaff = {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  away: boolean;
  seenAt: Date;
};

/** The team as it is, in the order of their names; those without one come last. */
export async function listStaff(tx: Tx, keys: ShopKeys): Promise<ListedStaff[]> {
  const { shopId } = keys;
  const settings = await readSettings(tx, shopId);
  const rows = await tx.staffMember.findMany({ where: { shopId, removedAt: null } });
  return rows
    .map((row) => {
      const member = openStaffMember(keys, row);
      const { id, email, role, away, seenAt } = member;
      return { id, name: nameOf(member, settings), email, role, away, seenAt };
    })
    .toSorted(
      (one, other) =>
        Number(one.name === "") - Number(other.name === "") ||
        one.name.localeCompare(other.name) ||
        (one.id < other.id ? -1 : 1),
    );
}

/** How these people are called, also those who are in the team no more; ids of nobody are left out. */
export async function namesOfStaff(
  tx: Tx,
  keys: ShopKeys,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { shopId } = keys;
  const settings = await readSettings(tx, shopId);
  const rows = await tx.staffMember.findMany({ where: { shopId, id: { in: [...new Set(ids)] } } });
  return new Map(rows.map((row) => [row.id, nameOf(openStaffMember(keys, row), settings)]));
}

const nameOf = ({ id, name, email }: StaffMember, { staffNames }: Settings): string =>
  name || staffNames[id] || email || "";
