import type { InShop } from "#app/db.server.ts";
import { shopAnswer } from "#app/mirror/admin-answers.ts";
import { READ_SHOP } from "#app/mirror/operations/read-shop.ts";
import { writeShopRecord } from "#app/mirror/write-shop-record.server.ts";
import type { Ports } from "#app/ports.ts";

/**
 * `busy`: Shopify asks to wait; `silent`: it does not answer; `refused`: it does not accept the app's question; `hidden`: the app may not
 * see the policies.
 */
export type PoliciesRefreshed = { outcome: "refreshed" | "busy" | "silent" | "refused" | "hidden" };

type Deps = { inShop: InShop; shopAdmin: Ports["shopAdmin"] };

const NOT_ANSWERED = {
  throttled: "busy",
  unavailable: "silent",
  refused: "refused",
  uninstalled: "refused",
} as const;

/**
 * Takes the shop's policies as Shopify has them now, with the shop's own record, as reconcile does each quarter of an hour: no webhook
 * tells of them. One question, so a person may wait for it; asked twice it changes nothing more.
 */
export async function refreshPolicies(
  { inShop, shopAdmin }: Deps,
  shopId: string,
): Promise<PoliciesRefreshed> {
  const answer = await shopAdmin({ shopId, document: READ_SHOP, data: shopAnswer });
  if (answer.outcome !== "answered") return { outcome: NOT_ANSWERED[answer.outcome] };
  await inShop((tx) => writeShopRecord(tx, shopId, answer.data));
  return { outcome: answer.data.shop.shopPolicies ? "refreshed" : "hidden" };
}
