import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { decidePriority } from "./decide-priority.ts";
import { gatherAtStake } from "./gather-at-stake.server.ts";
import { messagesWaiting } from "./messages-waiting.server.ts";
import type { KeptPriority } from "./priority-reason.ts";
import { priorityOf } from "./priority-of.ts";
import { isCalmer, type Priority } from "./priority.ts";
import { readDecidedByRules } from "./read-decided-by-rules.server.ts";
import { readHeldByHand } from "./read-held-by-hand.server.ts";

export type JudgePriority = {
  conversationId: string;
  now: Date;
  /** Set where something fell away: it never becomes more urgent by that. */
  neverRaise?: boolean;
  /** Set where what a person set by hand stands no longer. */
  letGo?: boolean;
};

/** Only of these time changes anything. */
const WATCHED = new Set(["open", "snoozed"]);

/**
 * Says how urgent a conversation is now and why, and has it looked at again when time will change that. What a person set by hand stays.
 * Made twice from the same it changes nothing. Hold the conversation. Null when there is none, or it is spam.
 */
export async function judgePriority(tx: Tx, keys: ShopKeys, given: JudgePriority): Promise<Priority | null> {
  const { conversationId, now, neverRaise = false, letGo = false } = given;
  const conversation = await tx.conversation.findUnique({
    where: { id: conversationId },
    select: { id: true, status: true, priority: true, actBy: true, orderIds: true, contactIndex: true },
  });
  if (!conversation || conversation.status === "spam") return null;
  const waiting = await messagesWaiting(tx, conversationId);
  const byRules = await readDecidedByRules(tx, keys.shopId, waiting);
  const { escalatedBy } = byRules;
  const judged = priorityOf(await gatherAtStake(tx, keys, { conversation, waiting, escalatedBy, now }));
  const { priority, decided } = decidePriority({
    ...{ computed: judged.priority, reasons: judged.reasons },
    ...{ byHand: letGo ? null : await readHeldByHand(tx, conversationId), byRule: byRules.priority },
  });
  const actBy = judged.actBy === null ? null : new Date(judged.actBy);
  const next = neverRaise && !isCalmer(priority, conversation.priority) ? conversation.priority : priority;
  if (next !== conversation.priority || actBy?.getTime() !== conversation.actBy?.getTime())
    await tx.conversation.update({ where: { id: conversationId }, data: { priority: next, actBy } });
  const lookAt = WATCHED.has(conversation.status) && judged.lookAt !== null ? new Date(judged.lookAt) : null;
  await keep(tx, keys, {
    conversationId,
    lookAt,
    kept: { computed: judged.priority, reasons: judged.reasons, decided, at: now.toISOString() },
  });
  return priority;
}

async function keep(
  tx: Tx,
  keys: ShopKeys,
  { conversationId: id, lookAt, kept }: { conversationId: string; lookAt: Date | null; kept: KeptPriority },
): Promise<void> {
  const { shopId } = keys;
  const before = await tx.conversationPriority.findUnique({ where: { id }, select: { lookAt: true } });
  const data = { lookAt, sealed: sealJson(keys, `conversation_priorities.sealed:${id}`, kept) };
  await tx.conversationPriority.upsert({ where: { id }, create: { id, shopId, ...data }, update: data });
  if (lookAt !== null && before?.lookAt?.getTime() !== lookAt.getTime())
    await emit(tx, "stakes-changed", {
      data: { shopId, conversationId: id, at: lookAt.toISOString() },
      runAt: lookAt,
    });
}
