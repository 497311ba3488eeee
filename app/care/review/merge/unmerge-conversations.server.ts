import { answersBoth } from "#app/care/review/merge/answers-both.server.ts";
import { announceRegrouped } from "#app/care/review/merge/announce-regrouped.server.ts";
import { cameSince } from "#app/care/review/merge/came-since.server.ts";
import { mergeTraceSchema, type MergeTrace } from "#app/care/review/merge/merge-trace.ts";
import { unmergedHead } from "#app/care/review/merge/merged-head.ts";
import { movedRowsSchema } from "#app/care/review/merge/moved-rows.ts";
import { moveRows } from "#app/care/review/merge/move-rows.server.ts";
import { readFeeling } from "#app/care/review/merge/read-head.server.ts";
import { recountToReview } from "#app/care/review/merge/recount-to-review.server.ts";
import { rowsThatGoBack, type Back } from "#app/care/review/merge/rows-that-go-back.server.ts";
import { supersedeMixed } from "#app/care/review/merge/supersede-mixed.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { recountWaiting } from "#app/conversation/recount-waiting.server.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson } from "#app/shop/seal.ts";

export type UnmergeInput = { shopId: string; mergeId: string; staff: { id: string } };
export type Unmerged =
  | { outcome: "unmerged"; conversationId: string; intoId: string }
  /** Undone before, or the conversation went into yet another one since: that is undone first. Or somebody in it was erased. */
  | { outcome: "too_late" }
  /** One reply answers messages of both, and has left or may: they stay together. */
  | { outcome: "answered_together" }
  | { outcome: "not_found" };

/**
 * Puts a conversation back that was merged into another one: everything that came from there, under its old id and address, with what
 * answers it. What else came into the other one since stays there, and so does whatever a person changed. Where one reply answered messages
 * of both, they are one exchange by then, and stay together.
 */
export async function unmergeConversations(
  { inShop, now }: { inShop: InShop; now: Now },
  { shopId, mergeId, staff }: UnmergeInput,
): Promise<Unmerged> {
  const keys = await shopKeys(shopId);
  return inShop(async (tx): Promise<Unmerged> => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const known = await tx.conversationMerge.findUnique({ where: { id: mergeId }, select: { intoId: true } });
    if (!known) return { outcome: "not_found" };
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${known.intoId} FOR UPDATE`;
    const merge = await tx.conversationMerge.findUnique({ where: { id: mergeId } });
    if (!merge) return { outcome: "not_found" };
    const into = await tx.conversation.findUnique({ where: { id: merge.intoId } });
    if (!into || merge.undoneAt || !merge.sealed) return { outcome: "too_late" };
    const { fromId, intoId } = merge;
    const moved = movedRowsSchema.parse(merge.moved);
    if (await answersBoth(tx, keys, { intoId, came: moved["messages"] ?? [] }))
      return { outcome: "answered_together" };
    const at = now();
    const sealed = { context: `conversation_merges.sealed:${mergeId}` as const, bytes: merge.sealed };
    const trace = openJson(keys, sealed, mergeTraceSchema);
    await putBack(tx, trace);
    await tx.conversationJoin.deleteMany({ where: { shopId, fromId } });
    const { rows: only, answer } = await rowsThatGoBack(tx, { intoId, moved });
    await moveRows(tx, { from: intoId, into: fromId, only, versions: -trace.versions });
    await standAsAnswered(tx, { id: fromId, answer });
    const since = await cameSince(tx, { conversationId: intoId, since: merge.at });
    const data = unmergedHead({ ...trace, now: into, since });
    await tx.conversation.update({ where: { id: intoId }, data });
    await tx.conversationMerge.update({
      where: { id: mergeId },
      data: { undoneAt: at, undoneBy: staff.id },
    });
    for (const conversationId of [intoId, fromId]) {
      const place = { shopId, conversationId };
      await supersedeMixed(tx, keys, { conversationId, now: at });
      await readFeeling(tx, keys, { conversationId, now: at });
      await logEvent(tx, { ...place, kind: "split", by: staff.id, at, data: { mergeId } });
      await announceRegrouped(tx, place);
    }
    await recountWaiting(tx, { shopId, ids: [intoId, fromId] });
    await recountToReview(tx, [intoId, fromId]);
    return { outcome: "unmerged", conversationId: fromId, intoId };
  });
}

/** The row as it was; a column that did not exist then has its default. */
async function putBack(tx: Tx, { from }: MergeTrace): Promise<void> {
  const sql = sqlOf(tx);
  const names = Object.keys(from).filter((name) => /^[a-z_]+$/u.test(name));
  const columns = names.map((name) => `"${name}"`).join(", ");
  await sql(
    `INSERT INTO conversations (${columns})
     SELECT ${columns} FROM jsonb_populate_record(NULL::conversations, $1::jsonb)`,
    [JSON.stringify(from)],
  );
}

/** The answer that it got elsewhere was given since its row was kept. */
async function standAsAnswered(
  tx: Tx,
  { id, answer }: { id: string; answer: Back["answer"] },
): Promise<void> {
  if (answer === "sent")
    await tx.conversation.updateMany({ where: { id, status: "open" }, data: { status: "waiting" } });
  if (answer === "uncertain")
    await tx.conversation.updateMany({
      where: { id, status: { not: "spam" } },
      data: { status: "open", snoozedUntil: null },
    });
}
