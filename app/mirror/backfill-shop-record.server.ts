import { sqlOf } from "#app/db.server.ts";
import type { Run } from "#app/job.ts";
import { shopAnswer } from "#app/mirror/admin-answers.ts";
import type { Cursor } from "#app/mirror/backfill-cursor.ts";
import { advance } from "#app/mirror/backfill-state.server.ts";
import { READ_SHOP } from "#app/mirror/operations/read-shop.ts";
import { ask } from "#app/mirror/ask.server.ts";
import { writeShopRecord } from "#app/mirror/write-shop-record.server.ts";
import type { Ports } from "#app/ports.ts";

/** `cursor` of a failure: where the stage had moved to before it failed. `uninstalled`: Shopify refuses the app's token. */
export type StageEnd =
  | { outcome: "next"; cursor: Cursor }
  | { outcome: "uninstalled"; cursor?: Cursor }
  | { outcome: "failed"; error: string; cursor?: Cursor };

/** First stage: the shop itself, its policies, what was granted, and how much there is to fetch. */
export async function backfillShopRecord(
  ports: Ports,
  run: Run,
  { from, to }: { from: Cursor; to: Cursor },
): Promise<StageEnd> {
  const answer = await ask(ports, { shopId: run.shopId, document: READ_SHOP, data: shopAnswer });
  if (answer.outcome === "uninstalled") return answer;
  if (answer.outcome === "refused")
    return { outcome: "failed", error: answer.errors[0]?.message ?? "Shopify refused" };
  const { customersCount, ordersCount } = answer.data;
  const cursor = await run.inShop(async (tx) => {
    await writeShopRecord(tx, run.shopId, answer.data);
    const [customers, orders] = [customersCount?.count, ordersCount?.count];
    const totals = {
      ...(customers === undefined ? {} : { customers }),
      ...(orders === undefined ? {} : { orders }),
    };
    const more = (customers ?? 0) + (orders ?? 0);
    return advance(sqlOf(tx), run.shopId, { from, to: { cursor: { ...to, totals }, more } });
  });
  return { outcome: "next", cursor };
}
