import { readPreviews } from "#app/desk/inbox/read-previews.server.ts";
import type { ListedConversation } from "#app/desk/inbox/listed-conversation.ts";
import { summarise, type ListedRow } from "#app/desk/summarise.server.ts";
import type { Tx } from "#app/db.server.ts";
import { namesOfStaff } from "#app/shop/list-staff.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** Rows as a list shows them, in the order given; each kind of thing beside them in one query for all. */
export async function summariseListed(
  tx: Tx,
  keys: ShopKeys,
  { rows, now }: { rows: ListedRow[]; now: Date },
): Promise<ListedConversation[]> {
  const risky = await riskyAmong(tx, { rows, now });
  const previews = await readPreviews(tx, keys, rows);
  const names = await namesOfStaff(
    tx,
    keys,
    rows.flatMap(({ assigneeId }) => assigneeId ?? []),
  );
  const summaries = await summarise(tx, keys, rows);
  return rows.flatMap((row, at) => {
    const summary = summaries[at];
    if (!summary) return [];
    const { assigneeId, waitingSince, snoozedUntil, channel, tags, orderState, toReview } = row;
    return {
      ...summary,
      ...{ channel, tags, orderState, toReview, atRisk: risky.has(row.id) },
      assignee: assigneeId ? { id: assigneeId, name: names.get(assigneeId) ?? assigneeId } : null,
      waitingSince: waits(row) ? (waitingSince?.toISOString() ?? null) : null,
      snoozedUntil: snoozedUntil?.toISOString() ?? null,
      preview: previews.get(row.id) ?? null,
    };
  });
}

/** Those of the rows in which something is at risk: see at-risk.server.ts. */
async function riskyAmong(tx: Tx, { rows, now }: { rows: ListedRow[]; now: Date }): Promise<Set<string>> {
  const promised = await tx.promise.findMany({
    where: {
      conversationId: { in: rows.map(({ id }) => id) },
      warnAt: { lte: now },
      OR: [{ state: "open" }, { state: "broken", keptAt: null }],
    },
    select: { conversationId: true },
  });
  const missed = rows.filter(({ status, atRiskAt }) => !isOver(status) && atRiskAt !== null && atRiskAt <= now);
  return new Set([...promised.map(({ conversationId }) => conversationId), ...missed.map(({ id }) => id)]);
}

const isOver = (status: string) => status === "closed" || status === "spam";
const waits = ({ status }: ListedRow) => status === "open" || status === "snoozed";
