import { sqlOf } from "#app/db.server.ts";
import type { Run } from "#app/job.ts";
import { shopAnswer } from "#app/mirror/admin-answers.ts";
import type { Cursor } from "#app/mirror/backfill-cursor.ts";
import { advance } from "#app/mirror/backfill-state.server.ts";
import { READ_SHOP } from "#app/mirror/operations/read-shop.ts";
import { policyText } from "#app/mirror/policy-text.ts";
import { ask } from "#app/mirror/read-order-again.server.ts";
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
  const { shop, currentAppInstallation, customersCount, ordersCount } = answer.data;
  const scopes = currentAppInstallation.accessScopes.map(({ handle }) => handle).toSorted();
  const policies = (shop.shopPolicies ?? []).map((policy) => ({
    shopId: run.shopId,
    type: policy.type,
    title: policy.title,
    body: policyText(policy.body),
    url: policy.url ?? null,
    updatedAt: policy.updatedAt,
  }));
  const cursor = await run.inShop(async (tx) => {
    await tx.$executeRaw`
      UPDATE shops SET name = ${shop.name}, currency = ${shop.currencyCode}, timezone = ${shop.ianaTimezone},
        shop_updated_at = ${shop.updatedAt}::timestamptz
      WHERE id = ${run.shopId} AND (shop_updated_at IS NULL OR shop_updated_at <= ${shop.updatedAt}::timestamptz)`;
    await tx.shop.update({ where: { id: run.shopId }, data: { scopes } });
    if (shop.shopPolicies) {
      await tx.policy.deleteMany({ where: { shopId: run.shopId } });
      await tx.policy.createMany({ data: policies });
    }
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
