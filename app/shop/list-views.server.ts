import type { Tx } from "#app/db.server.ts";
import { savedViewSchema, type SavedView } from "#app/shop/saved-view.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** The views that a member of staff sees: their own, then the team's, each in its order. */
export async function listViews(tx: Tx, keys: ShopKeys, staffId: string): Promise<SavedView[]> {
  const rows = await tx.savedView.findMany({
    where: { shopId: keys.shopId, OR: [{ ownerId: staffId }, { shared: true }] },
    orderBy: [{ shared: "asc" }, { position: "asc" }, { createdAt: "asc" }],
  });
  return rows.map(({ id, ownerId, shared, sealed }) => ({
    ...openJson(keys, { context: `saved_views.sealed:${id}`, bytes: sealed }, savedViewSchema),
    ...{ id, ownerId, shared },
  }));
}
