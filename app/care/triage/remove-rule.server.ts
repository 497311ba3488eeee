import { lockRules } from "#app/care/triage/lock-rules.server.ts";
import type { Tx } from "#app/db.server.ts";

type RemoveRule = { shopId: string; id: string; by: string; at: Date };

/** Takes a rule out: it does nothing any more. What it did stays, and its name, which the history of conversations says. */
export async function removeRule(
  tx: Tx,
  { shopId, id, by, at }: RemoveRule,
): Promise<{ outcome: "removed" | "not_found" }> {
  await lockRules(tx, shopId);
  const { count } = await tx.triageRule.updateMany({
    where: { shopId, id, removedAt: null },
    data: { enabled: false, removedAt: at, changedBy: by, changedAt: at },
  });
  if (count === 0) return { outcome: "not_found" };
  await tx.triageTurn.deleteMany({ where: { shopId, ruleId: id } });
  return { outcome: "removed" };
}
