import { changeOf, type Change, type Changed, type Refusal } from "#app/care/triage/change-of.ts";
import { holdConversations, writeTriaged } from "#app/care/triage/triaged-rows.server.ts";
import { logEvents } from "#app/conversation/log-event.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** As many as one change takes. */
export const MOST_AT_ONCE = 500;

export type ChangeConversations = {
  ids: readonly string[];
  change: Change;
  /** The id of a member of staff, `rule:<id>` or `attune`. */
  by: string;
  at: Date;
  /** What the change is undone by, where it can be: undo-change.server.ts. */
  changeId?: string | undefined;
};

export type ConversationChanged = { id: string } & (
  { outcome: "changed" | "unchanged" | "not_found" } | { outcome: "refused"; why: Refusal }
);

/**
 * Assigns, tags, snoozes, wakes, closes, opens, marks as spam and sets the priority of conversations, and writes down what was done to
 * each. What cannot be done to one is done to the others all the same. Answers in the order of `ids`. A conversation that the caller
 * holds already may be among them, alone or with others that come after it.
 */
export async function changeConversations(
  tx: Tx,
  keys: ShopKeys,
  given: ChangeConversations,
): Promise<ConversationChanged[]> {
  const { ids, change, by, at, changeId } = given;
  const { shopId } = keys;
  if (ids.length > MOST_AT_ONCE) throw new Error(`At most ${MOST_AT_ONCE} conversations are changed at once`);
  await lockAgainstRedaction(sqlOf(tx), shopId);
  if (!(await isAssignable(tx, shopId, change.assigneeId)))
    return ids.map((id) => ({ id, outcome: "refused", why: "no_such_member" }));
  const held = await holdConversations(tx, ids);
  const changes = new Map(held.map(({ id, state }) => [id, changeOf(state, change, at)]));
  const changed = held.flatMap(({ id }) => {
    const made = changes.get(id);
    return made?.outcome === "changed" ? [{ id, ...made }] : [];
  });
  await writeTriaged(
    tx,
    changed.map(({ id, after }) => ({ id, state: after })),
  );
  await logEvents(
    tx,
    changed.flatMap(({ id: conversationId, done }) =>
      done.map((one) => ({ shopId, conversationId, ...one, by, at, changeId })),
    ),
  );
  return ids.map((id) => outcomeOf(id, changes.get(id)));
}

function outcomeOf(id: string, made: Changed | undefined): ConversationChanged {
  if (!made) return { id, outcome: "not_found" };
  return made.outcome === "refused"
    ? { id, outcome: "refused", why: made.why }
    : { id, outcome: made.outcome };
}

/** Whether somebody is in the team, and stays in it until this transaction ends: who is taken out then gives back what is theirs. */
async function isAssignable(tx: Tx, shopId: string, id: string | null | undefined): Promise<boolean> {
  if (id === null || id === undefined) return true;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM staff_members WHERE shop_id = ${shopId} AND id = ${id} AND removed_at IS NULL FOR SHARE`;
  return rows.length > 0;
}
