import type { Tx } from "#app/db.server.ts";
import {
  showActivity,
  type Actor,
  type AskActivity,
  type ShownNote,
} from "#app/desk/show-activity.server.ts";
import { namesOfStaff } from "#app/shop/list-staff.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** How a conversation stands with the team: whose it is, under what it is filed, and what they wrote to each other about it. */
export type ShownTeam = {
  /** Who looks. */
  me: string;
  assignee: Actor | null;
  tags: string[];
  /** ISO 8601; null while it is not snoozed. */
  snoozedUntil: string | null;
  /** The newest, oldest first. */
  notes: ShownNote[];
};

const MOST_NOTES = 100;

/** Null where there is no such conversation, or none any more. */
export async function showTeam(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, staff }: Pick<AskActivity, "conversationId" | "staff">,
): Promise<ShownTeam | null> {
  const found = await tx.conversation.findFirst({
    where: { id: conversationId, shopId: keys.shopId },
    select: { assigneeId: true, tags: true, snoozedUntil: true },
  });
  if (!found) return null;
  const { assigneeId, tags, snoozedUntil } = found;
  const shown = await showActivity(tx, keys, { conversationId, staff, only: "notes", limit: MOST_NOTES });
  const items = shown.outcome === "shown" ? shown.items : [];
  const names = await namesOfStaff(tx, keys, assigneeId === null ? [] : [assigneeId]);
  return {
    ...{ me: staff.id, tags },
    assignee: assigneeId === null ? null : { id: assigneeId, name: names.get(assigneeId) ?? null },
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
    notes: items.flatMap((item) => (item.type === "note" ? item : [])).toReversed(),
  };
}
