import {
  changeConversations,
  type ChangeConversations,
  type ConversationChanged,
} from "#app/care/triage/change-conversations.server.ts";
import { holdConversations } from "#app/care/triage/triaged-rows.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * Changes conversations once for a `changeId`, however often it is asked for: whoever asks makes it, and asks again when no answer came.
 * What was changed by it before is not touched, whatever was done to it since, and counts as changed; where that was undone, as unchanged.
 */
export async function changeOnce(
  tx: Tx,
  keys: ShopKeys,
  given: ChangeConversations & { changeId: string },
): Promise<ConversationChanged[]> {
  const { ids, changeId } = given;
  await lockAgainstRedaction(sqlOf(tx), keys.shopId);
  // Once they are held: the one that was asked before may still be under way.
  await holdConversations(tx, ids);
  const rows = await tx.conversationEvent.findMany({
    where: { changeId, conversationId: { in: [...ids] } },
    distinct: ["conversationId"],
    select: { conversationId: true },
  });
  const before = new Set(rows.map(({ conversationId }) => conversationId));
  const undone = await undoneSince(tx, { changeId, ids: [...before] });
  const rest = await changeConversations(tx, keys, { ...given, ids: ids.filter((id) => !before.has(id)) });
  const now = new Map(rest.map((one) => [one.id, one]));
  return ids.map((id) => now.get(id) ?? { id, outcome: undone.has(id) ? "unchanged" : "changed" });
}

/** In which of the conversations the change was taken back: undo-change.server.ts. */
async function undoneSince(
  tx: Tx,
  { changeId, ids }: { changeId: string; ids: string[] },
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.conversationEvent.findMany({
    where: { conversationId: { in: ids }, data: { path: ["undoes"], equals: changeId } },
    distinct: ["conversationId"],
    select: { conversationId: true },
  });
  return new Set(rows.map(({ conversationId }) => conversationId));
}
