import { sqlOf, type Tx } from "#app/db.server.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { sealedOrders } from "#app/mirror/read-orders.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** Orders with everything known of them; one whose record cannot be opened says nothing, and holds up nobody. */
export async function openOrders(tx: Tx, keys: ShopKeys, ids: readonly string[]): Promise<MirroredOrder[]> {
  const sealed = await sealedOrders(sqlOf(tx), keys, ids);
  return sealed.flatMap(({ open }) => {
    try {
      return [open()];
    } catch {
      return [];
    }
  });
}
