import { forShop } from "#app/db.server.ts";
import type { Role } from "#app/shop/roles.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

type Given = { id: string; role?: Role; name?: string | null; email?: string | null; away?: boolean };

/** Somebody who has opened the app just now, whom Shopify need not be asked about. */
export async function makeStaff(keys: ShopKeys, given: Given): Promise<string> {
  const { id, role = "reviewer", away = false } = given;
  const { name = `Person ${id}`, email = `person-${id}@fernweh.example` } = given;
  const at = new Date();
  await forShop(keys.shopId)((tx) =>
    tx.staffMember.create({
      data: {
        ...{ shopId: keys.shopId, id, role, away, createdAt: at, seenAt: at, identifiedAt: at },
        sealed: sealJson(keys, `staff_members.sealed:${id}`, { name, email }),
      },
    }),
  );
  return id;
}
