import { randomUUID } from "node:crypto";
import type { Conversation } from "@prisma/client";
import { z } from "zod";
import { announceRegrouped } from "#app/care/review/merge/announce-regrouped.server.ts";
import type { MergeTrace } from "#app/care/review/merge/merge-trace.ts";
import { mergedHead, type Decided, type Head } from "#app/care/review/merge/merged-head.ts";
import { moveRows } from "#app/care/review/merge/move-rows.server.ts";
import { recountToReview } from "#app/care/review/merge/recount-to-review.server.ts";
import { lockContact } from "#app/conversation/lock-contact.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { recountWaiting } from "#app/conversation/recount-waiting.server.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

export type MergeInput = {
  shopId: string;
  /** The conversation that takes the other one in. */
  intoId: string;
  fromId: string;
  /** Whether the two may be with different addresses: a lead has seen that they are one person. */
  otherContact?: boolean | undefined;
  staff: { id: string };
};

export type Merged =
  | { outcome: "merged"; mergeId: string }
  /** They are with different addresses, and nobody said that this is meant. */
  | { outcome: "contacts_differ" }
  /** It is the same one, or one of them is a side conversation or was not begun. */
  | { outcome: "refused"; why: "same" | "side" | "unsent" }
  | { outcome: "not_found" };

/**
 * Puts a conversation into another one, with everything that belongs to it: messages with their readings, drafts, mail on its way,
 * promises, notes. Each message keeps its own proof, so that nothing is told to anybody that was not told before. Its address leads to
 * where it is, mail that answers it comes there, and it can be put back (unmerge-conversations.server.ts).
 */
export async function mergeConversations(
  { inShop, now }: { inShop: InShop; now: Now },
  input: MergeInput,
): Promise<Merged> {
  const keys = await shopKeys(input.shopId);
  const { fromId, intoId } = input;
  if (fromId === intoId) return { outcome: "refused", why: "same" };
  return inShop(async (tx): Promise<Merged> => {
    await lockAgainstRedaction(sqlOf(tx), input.shopId);
    const pair = await lockBoth(tx, input);
    if (!pair) return { outcome: "not_found" };
    const { from, into } = pair;
    if (from.parentId !== null || into.parentId !== null) return { outcome: "refused", why: "side" };
    if (from.unsent || into.unsent) return { outcome: "refused", why: "unsent" };
    const sameContact = from.contactIndex === into.contactIndex;
    if (!sameContact && !input.otherContact) return { outcome: "contacts_differ" };
    const mergeId = await merge(tx, keys, { ...pair, sameContact, by: input.staff.id, at: now() });
    return { outcome: "merged", mergeId };
  });
}

type Pair = { from: Conversation; into: Conversation };

/** Contacts before conversations, and each in one order, as everywhere. */
async function lockBoth(tx: Tx, { shopId, fromId, intoId }: MergeInput): Promise<Pair | null> {
  const ids = [fromId, intoId];
  const contacts = await tx.conversation.findMany({
    where: { id: { in: ids } },
    select: { contactIndex: true },
  });
  const indexes = new Set(contacts.flatMap(({ contactIndex }) => contactIndex ?? []));
  for (const contactIndex of [...indexes].toSorted()) await lockContact(tx, shopId, contactIndex);
  await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ANY(${ids}) ORDER BY id FOR UPDATE`;
  const rows = await tx.conversation.findMany({ where: { id: { in: ids } } });
  const from = rows.find(({ id }) => id === fromId);
  const into = rows.find(({ id }) => id === intoId);
  return from && into ? { from, into } : null;
}

type Merging = Pair & { sameContact: boolean; by: string; at: Date };

async function merge(tx: Tx, keys: ShopKeys, given: Merging): Promise<string> {
  const { from, into, sameContact, by, at } = given;
  const { shopId } = keys;
  const mergeId = randomUUID();
  const newest = await newestOf(tx, given);
  const firstMessage = await tx.message.findFirst({
    where: { conversationId: from.id },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const versions = await newestVersion(tx, into.id);
  const row = await rowOf(tx, from.id);
  const moved = await moveRows(tx, { from: from.id, into: into.id, versions });
  await tx.csatRequest.deleteMany({ where: { shopId, conversationId: from.id, state: "planned" } });
  await tx.conversation.delete({ where: { id: from.id } });
  const merged = mergedHead({ into: headOf(into), from: headOf(from) }, { newest, sameContact });
  await tx.conversation.update({ where: { id: into.id }, data: merged });
  await recountToReview(tx, [into.id]);
  await tx.conversationJoin.create({
    data: {
      ...{ fromId: from.id, shopId, intoId: into.id, joinedAt: at, replyToken: from.replyToken },
      messageId: firstMessage?.id ?? from.id,
    },
  });
  const trace: MergeTrace = {
    from: row,
    before: decided(headOf(into)),
    merged: decided(merged),
    versions,
  };
  await tx.conversationMerge.create({
    data: {
      ...{ id: mergeId, shopId, fromId: from.id, intoId: into.id, contactIndex: from.contactIndex },
      ...{ by, at, moved },
      sealed: sealJson(keys, `conversation_merges.sealed:${mergeId}`, trace),
    },
  });
  await recountWaiting(tx, { shopId, ids: [into.id] });
  const data = { mergeId, fromId: from.id };
  await logEvent(tx, { shopId, conversationId: into.id, kind: "merged", by, at, data });
  await announceRegrouped(tx, { shopId, conversationId: into.id });
  return mergeId;
}

const headOf = (row: Conversation): Head => ({
  ...{ status: row.status, priority: row.priority, language: row.language, intent: row.intent },
  ...{ emotion: row.emotion, unsure: row.unsure, customerId: row.customerId, orderIds: row.orderIds },
  ...{ issueId: row.issueId, unsent: row.unsent, assigneeId: row.assigneeId, tags: row.tags },
  ...{ snoozedUntil: row.snoozedUntil, searchTokens: row.searchTokens, updatedAt: row.updatedAt },
  wordsForm: row.wordsForm,
});

const decided = ({ emotion: _emotion, unsure: _unsure, ...rest }: Head): Decided => rest;

/** In which of them a shopper wrote last. */
async function newestOf(tx: Tx, { from, into }: Pair): Promise<"into" | "from"> {
  const message = await tx.message.findFirst({
    where: { conversationId: { in: [from.id, into.id] }, direction: "in", automatic: false },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { conversationId: true },
  });
  return message?.conversationId === from.id ? "from" : "into";
}

async function newestVersion(tx: Tx, conversationId: string): Promise<number> {
  const { _max } = await tx.draft.aggregate({ where: { conversationId }, _max: { version: true } });
  return _max.version ?? 0;
}

const rowSchema = z.array(z.object({ row: z.record(z.string(), z.unknown()) })).length(1);

/** As PostgreSQL writes it, so that a column that is added later is kept like the others; without what is not kept so long. */
async function rowOf(tx: Tx, id: string): Promise<Record<string, unknown>> {
  const rows = await tx.$queryRaw<unknown>`
    SELECT to_jsonb(c) - 'emotion' - 'unsure' AS row FROM conversations AS c WHERE id = ${id}`;
  const [found] = rowSchema.parse(rows);
  if (!found) throw new Error("A conversation that was locked is not there");
  return found.row;
}
