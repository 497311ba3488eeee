import type { Tx } from "#app/db.server.ts";
import { didSchema } from "./done.ts";
import type { Priority } from "./priority.ts";

export type DecidedByRules = {
  /** What the first rule said that spoke for the newest of the messages. */
  priority: { ruleId: string; priority: Priority } | null;
  /** The rule that brought the conversation before somebody. */
  escalatedBy: string | null;
};

/** What rules decided for messages that wait, oldest first: of two messages the newer speaks, of two rules the one that came first. */
export async function readDecidedByRules(
  tx: Tx,
  shopId: string,
  waiting: readonly { id: string }[],
): Promise<DecidedByRules> {
  const decided: DecidedByRules = { priority: null, escalatedBy: null };
  if (waiting.length === 0) return decided;
  const rows = await tx.triageApplication.findMany({
    where: { shopId, messageId: { in: waiting.map(({ id }) => id) } },
    orderBy: [{ at: "desc" }, { place: "asc" }],
    select: { messageId: true, ruleId: true, did: true },
  });
  for (const { id } of waiting.toReversed())
    for (const { ruleId, did } of rows.filter(({ messageId }) => messageId === id))
      for (const one of didSchema.catch([]).parse(did)) {
        if (one.do === "set_priority" && one.outcome === "set")
          decided.priority ??= { ruleId, priority: one.priority };
        if (one.do === "escalate" && one.outcome === "escalated") decided.escalatedBy ??= ruleId;
      }
  return decided;
}
