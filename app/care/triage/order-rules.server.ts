import { lockRules } from "#app/care/triage/lock-rules.server.ts";
import type { Tx } from "#app/db.server.ts";

type OrderRules = {
  shopId: string;
  /** Every rule of the shop, once, the first one first. */
  ids: readonly string[];
};

/** In which order rules are looked at. `changed_since`: these are not the rules that there are, so that none is left out unseen. */
export async function orderRules(
  tx: Tx,
  { shopId, ids }: OrderRules,
): Promise<{ outcome: "ordered" | "changed_since" }> {
  await lockRules(tx, shopId);
  const rows = await tx.triageRule.findMany({ where: { shopId, removedAt: null }, select: { id: true } });
  const known = new Set(rows.map(({ id }) => id));
  const isWhole =
    ids.length === known.size && new Set(ids).size === known.size && ids.every((id) => known.has(id));
  if (!isWhole) return { outcome: "changed_since" };
  await tx.$executeRaw`
    UPDATE triage_rules SET position = place - 1
    FROM unnest(${[...ids]}::text[]) WITH ORDINALITY AS given(id, place)
    WHERE triage_rules.id = given.id AND triage_rules.shop_id = ${shopId}`;
  return { outcome: "ordered" };
}
