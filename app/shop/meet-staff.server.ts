import type { Tx } from "#app/db.server.ts";
import { hasOtherOwner, lockStaff } from "#app/shop/lock-staff.server.ts";
import { readStaffMember } from "#app/shop/read-staff-member.server.ts";
import { roleOfNew, type Role } from "#app/shop/roles.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
import type { StaffIdentity, StaffMember } from "#app/shop/staff-member.ts";

/** `identity`: what Shopify answered; null: it was asked and said nothing; absent: it was not asked. */
type Coming = { id: string; at: Date; identity?: StaffIdentity | null };

/**
 * Somebody opened a screen or called the API: they are in the team from now on, or were seen again. The first one of a shop and the
 * owner of its Shopify account are owners, everybody else reviews until an owner says otherwise. Who was taken out and comes again
 * begins anew: Shopify decides who may open the app.
 */
export async function meetStaff(tx: Tx, keys: ShopKeys, coming: Coming): Promise<StaffMember> {
  const { shopId } = keys;
  const { id, at, identity } = coming;
  await lockStaff(tx, shopId);
  const before = await readStaffMember(tx, keys, id);
  const role = await roleNow(tx, shopId, { before, coming });
  const content = {
    name: identity?.name ?? before?.name ?? null,
    email: identity?.email ?? before?.email ?? null,
  };
  const data = {
    role,
    seenAt: at,
    removedAt: null,
    ...(before?.removedAt ? { away: false } : {}),
    ...(identity === undefined ? {} : { identifiedAt: at }),
    sealed: sealJson(keys, `staff_members.sealed:${id}`, content),
  };
  await tx.staffMember.upsert({
    where: { shopId_id: { shopId, id } },
    create: { ...data, shopId, id, createdAt: at },
    update: data,
  });
  const met = await readStaffMember(tx, keys, id);
  if (!met) throw new Error("Somebody who was just written down is not there");
  return met;
}

async function roleNow(
  tx: Tx,
  shopId: string,
  { before, coming }: { before: StaffMember | null; coming: Coming },
): Promise<Role> {
  const accountOwner = coming.identity?.accountOwner ?? false;
  // Who came by the API first is known to Shopify only later. What an owner decided since stands.
  const isNew = before === null || before.removedAt !== null || before.identifiedAt === null;
  if (before && !before.removedAt && !(isNew && accountOwner)) return before.role;
  return roleOfNew({ accountOwner, hasOwner: await hasOtherOwner(tx, { shopId, id: coming.id }) });
}
