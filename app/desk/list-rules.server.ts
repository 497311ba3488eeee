import { misnamedIn, type Misnamed } from "#app/care/triage/misnamed-in.ts";
import { readNameable } from "#app/care/triage/read-nameable.server.ts";
import { readRules } from "#app/care/triage/read-rules.server.ts";
import type { Rule } from "#app/care/triage/rule.ts";
import type { Tx } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";

export type ListedRule = Rule & {
  /** What it names and is not there any more: that part of it does nothing. */
  misnamed: Misnamed[];
  /** For how many messages it did something in the last seven days. */
  applied: number;
};

/** The shop's rules in their order. */
export async function listRules(tx: Tx, shopId: string, now: Date): Promise<ListedRule[]> {
  const rules = await readRules(tx, shopId);
  const nameable = await readNameable(tx, shopId);
  const counts = await tx.triageApplication.groupBy({
    by: ["ruleId"],
    where: {
      shopId,
      ruleId: { in: rules.map(({ id }) => id) },
      at: { gte: new Date(now.getTime() - days(7)) },
    },
    _count: true,
  });
  const applied = new Map(counts.map(({ ruleId, _count }) => [ruleId, _count]));
  return rules.map((rule) => ({
    ...rule,
    misnamed: misnamedIn(rule, nameable),
    applied: applied.get(rule.id) ?? 0,
  }));
}
