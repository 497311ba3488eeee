import type { Tx } from "#app/db.server.ts";
import type { ViewKeeper } from "#app/shop/save-view.server.ts";

/** Puts views into the order given. Ids of views that who asks may not change, or that are gone, are passed over. */
export async function arrangeViews(
  tx: Tx,
  shopId: string,
  { ids, by }: { ids: readonly string[]; by: ViewKeeper },
): Promise<void> {
  const mine = {
    shopId,
    OR: [{ shared: false, ownerId: by.staffId }, ...(by.mayShare ? [{ shared: true }] : [])],
  };
  for (const [position, id] of ids.entries())
    await tx.savedView.updateMany({ where: { ...mine, id }, data: { position } });
}
