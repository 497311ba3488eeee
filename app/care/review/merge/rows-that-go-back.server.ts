import type { MovedRows } from "#app/care/review/merge/moved-rows.ts";
import { rowsOfMessages } from "#app/care/review/merge/rows-of-messages.server.ts";
import type { Tx } from "#app/db.server.ts";

export type Back = {
  rows: MovedRows;
  /** What became of the answer that the newest of its messages got there; `uncertain`: a person must see whether it left. */
  answer: "sent" | "uncertain" | null;
};

/** Of a mail that has left, or may. */
const ALIVE = ["queued", "sending", "sent", "uncertain"];

/**
 * What goes back when a merge is undone: what came from there, and what was made of its messages since. A reply goes with the message that
 * it answers, so that nobody answers that a second time where it is by then. Hold the conversation.
 */
export async function rowsThatGoBack(
  tx: Tx,
  { intoId, moved }: { intoId: string; moved: MovedRows },
): Promise<Back> {
  const came = await tx.message.findMany({
    where: { conversationId: intoId, id: { in: moved["messages"] ?? [] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, deliveryId: true, direction: true, automatic: true },
  });
  const drafts = await tx.draft.findMany({
    where: { conversationId: intoId, messageId: { in: came.map(({ id }) => id) } },
    select: { id: true, messageId: true },
  });
  const before = moved["deliveries"] ?? [];
  const replies = await tx.delivery.findMany({
    where: {
      ...{ conversationId: intoId, id: { notIn: before }, status: { in: ALIVE } },
      draftId: { in: drafts.map(({ id }) => id) },
    },
    select: { id: true, draftId: true, status: true },
  });
  const said = await tx.message.findMany({
    where: { conversationId: intoId, id: { in: replies.map(({ id }) => id) } },
    select: { id: true, deliveryId: true },
  });
  const made = await rowsOfMessages(tx, { conversationId: intoId, messages: [...came, ...said] });
  const newest = came.find(({ direction, automatic }) => direction === "in" && !automatic)?.id;
  const answers = new Set(drafts.filter(({ messageId }) => messageId === newest).map(({ id }) => id));
  const mails = replies.filter(({ draftId }) => draftId !== null && answers.has(draftId));
  const known = mails.some(({ status }) => status !== "uncertain");
  return {
    rows: joined(moved, made),
    answer: known ? "sent" : mails.length > 0 ? "uncertain" : null,
  };
}

function joined(one: MovedRows, other: MovedRows): MovedRows {
  const tables = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...tables].map((table) => [table, [...new Set([...(one[table] ?? []), ...(other[table] ?? [])])]]),
  );
}
