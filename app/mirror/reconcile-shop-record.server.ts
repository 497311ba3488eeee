import { shopAnswer } from "#app/mirror/admin-answers.ts";
import { READ_SHOP } from "#app/mirror/operations/read-shop.ts";
import { ask } from "#app/mirror/ask.server.ts";
import type { ReconcileCursor } from "#app/mirror/reconcile-cursor.ts";
import { advanceReconcile } from "#app/mirror/reconcile-state.server.ts";
import { refusal, type ReconcileEnd, type Reconciling } from "#app/mirror/reconciling.server.ts";
import { writeShopRecord } from "#app/mirror/write-shop-record.server.ts";

/** The shop itself, what the app may see, and its policies: one question, so it is asked each time. */
export async function reconcileShopRecord(
  { ports, run }: Reconciling,
  cursor: ReconcileCursor,
): Promise<ReconcileEnd> {
  const answer = await ask(ports, {
    shopId: run.shopId,
    document: READ_SHOP,
    data: shopAnswer,
    purpose: "background",
  });
  if (answer.outcome === "uninstalled") return answer;
  if (answer.outcome === "refused") return { outcome: "refused", error: refusal(answer.errors), cursor };
  const moved = await run.inShop(async (tx) => {
    await writeShopRecord(tx, run.shopId, answer.data);
    return advanceReconcile(tx, run.shopId, { from: cursor, to: cursor });
  });
  return { outcome: "next", cursor: moved };
}
