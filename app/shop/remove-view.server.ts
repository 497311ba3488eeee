import type { Tx } from "#app/db.server.ts";
import { changeable, type ViewKeeper } from "#app/shop/save-view.server.ts";

/** Forgets a view. What it listed stays where it is. */
export async function removeView(
  tx: Tx,
  shopId: string,
  { id, by }: { id: string; by: ViewKeeper },
): Promise<{ outcome: "removed" | "not_found" | "not_allowed" }> {
  const asked = await changeable(tx, { id, shopId, by });
  if (asked.outcome !== "changeable") return asked;
  await tx.savedView.delete({ where: { id } });
  return { outcome: "removed" };
}
