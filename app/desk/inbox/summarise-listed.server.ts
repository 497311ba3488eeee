import { incidentsOfRows } from "#app/desk/inbox/incidents-of-rows.server.ts";
import { readPreviews } from "#app/desk/inbox/read-previews.server.ts";
import { risks, type ListedConversation, type Risk } from "#app/desk/inbox/listed-conversation.ts";
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
  const atRisk = await risksOf(tx, { rows, now });
  const incidents = await incidentsOfRows(tx, keys.shopId, [
    ...new Set(rows.flatMap(({ orderIds: [first] }) => first ?? [])),
  ]);
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
      ...{ channel, tags, orderState, toReview, risk: atRisk.get(row.id) ?? null },
      incident: incidents.get(row.orderIds[0] ?? "") ?? null,
      assignee: assigneeId ? { id: assigneeId, name: names.get(assigneeId) ?? "" } : null,
      waitingSince: waits(row) ? (waitingSince?.toISOString() ?? null) : null,
      snoozedUntil: snoozedUntil?.toISOString() ?? null,
      preview: previews.get(row.id) ?? null,
    };
  });
}

/** What is at risk in which of the rows: see at-risk.server.ts. */
async function risksOf(tx: Tx, { rows, now }: { rows: ListedRow[]; now: Date }): Promise<Map<string, Risk>> {
  const promised = await tx.promise.findMany({
    where: {
      conversationId: { in: rows.map(({ id }) => id) },
      warnAt: { lte: now },
      OR: [{ state: "open" }, { state: "broken", keptAt: null }],
    },
    select: { conversationId: true, state: true },
  });
  const found = new Map<string, Risk>();
  const add = (id: string, risk: Risk) => {
    const known = found.get(id);
    if (!known || risks.indexOf(risk) < risks.indexOf(known)) found.set(id, risk);
  };
  for (const { conversationId, state } of promised)
    add(conversationId, state === "broken" ? "broken" : "promise");
  for (const { id, status, atRiskAt, dueAt } of rows)
    if (!isOver(status) && atRiskAt !== null && atRiskAt <= now)
      add(id, dueAt !== null && dueAt <= now ? "overdue" : "due");
  return found;
}

const isOver = (status: string) => status === "closed" || status === "spam";
const waits = ({ status }: ListedRow) => status === "open" || status === "snoozed";
