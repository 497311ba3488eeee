import type { Tx } from "#app/db.server.ts";
import { didSchema } from "./done.ts";
import { heldByHand, type HeldByHand } from "./held-by-hand.ts";
import { messagesWaiting } from "./messages-waiting.server.ts";
import type { Priority } from "./priority.ts";

export type Deciders = {
  byHand: HeldByHand | null;
  byRule: { ruleId: string; priority: Priority } | null;
};

/** Who decided over a conversation's priority: a person, and the rule that spoke for the newest of the messages that wait. */
export async function readDeciders(tx: Tx, conversationId: string): Promise<Deciders> {
  const events = await tx.conversationEvent.findMany({
    where: { conversationId, kind: "priority" },
    select: { by: true, changeId: true, data: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return { byHand: heldByHand(events), byRule: await byRule(tx, conversationId) };
}

async function byRule(tx: Tx, conversationId: string): Promise<Deciders["byRule"]> {
  const waiting = await messagesWaiting(tx, conversationId);
  if (waiting.length === 0) return null;
  const rows = await tx.triageApplication.findMany({
    where: { messageId: { in: waiting.map(({ id }) => id) } },
    orderBy: [{ at: "desc" }, { place: "asc" }],
    select: { messageId: true, ruleId: true, did: true },
  });
  for (const { id } of waiting.toReversed())
    for (const { ruleId, did } of rows.filter(({ messageId }) => messageId === id)) {
      const set = didSchema
        .catch([])
        .parse(did)
        .find((one) => one.do === "set_priority" && one.outcome === "set");
      if (set?.do === "set_priority") return { ruleId, priority: set.priority };
    }
  return null;
}
