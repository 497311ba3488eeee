import { randomBytes, randomUUID } from "node:crypto";
import type { Conversation } from "@prisma/client";
import { announceRegrouped } from "#app/care/review/merge/announce-regrouped.server.ts";
import type { MovedRows } from "#app/care/review/merge/moved-rows.ts";
import { moveRows } from "#app/care/review/merge/move-rows.server.ts";
import { readHead } from "#app/care/review/merge/read-head.server.ts";
import { recountToReview } from "#app/care/review/merge/recount-to-review.server.ts";
import { rowsOfMessages } from "#app/care/review/merge/rows-of-messages.server.ts";
import { supersedeMixed } from "#app/care/review/merge/supersede-mixed.server.ts";
import { knowShopper } from "#app/conversation/know-shopper.server.ts";
import { conversationContentSchema, type ConversationContent } from "#app/conversation/message-content.ts";
import { readConversation, type ReadMessage } from "#app/conversation/read-conversation.server.ts";
import { recountWaiting } from "#app/conversation/recount-waiting.server.ts";
import { MOST_TOKENS } from "#app/conversation/merged-tokens.ts";
import { newReplyToken } from "#app/conversation/reply-token.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { WORDS_FORM } from "#app/shop/search-words.ts";
import { blindIndex, openJson, sealJson, searchTokens, type ShopKeys } from "#app/shop/seal.ts";

export type SplitInput = {
  shopId: string;
  conversationId: string;
  /** What goes into the new conversation; at least one stays. */
  messageIds: readonly string[];
  staff: { id: string };
};
export type Split =
  | { outcome: "split"; conversationId: string }
  /** None of them is there, or nothing would be left, or it is a side conversation. */
  | { outcome: "refused"; why: "none" | "all" | "side" }
  | { outcome: "not_found" };

/**
 * Takes messages out of a conversation into a new one of their own, with what was read, drafted, sent and promised of them. It is with
 * whoever wrote the first of them. Mail on its way goes with the message that it answers. What belongs to no message stays.
 */
export async function splitConversation(
  { inShop, now }: { inShop: InShop; now: Now },
  { shopId, conversationId, messageIds, staff }: SplitInput,
): Promise<Split> {
  const keys = await shopKeys(shopId);
  return inShop(async (tx): Promise<Split> => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
    const row = await tx.conversation.findUnique({ where: { id: conversationId } });
    const conversation = row && (await readConversation(tx, keys, conversationId));
    if (!conversation) return { outcome: "not_found" };
    if (row.parentId !== null) return { outcome: "refused", why: "side" };
    const chosen = conversation.messages.filter(({ id }) => messageIds.includes(id));
    if (chosen.length === 0) return { outcome: "refused", why: "none" };
    const all = await tx.message.count({ where: { conversationId } });
    if (chosen.length >= all) return { outcome: "refused", why: "all" };
    const id = await split(tx, keys, { row, chosen, by: staff.id, at: now() });
    return { outcome: "split", conversationId: id };
  });
}

type Splitting = { row: Conversation; chosen: ReadMessage[]; by: string; at: Date };

async function split(tx: Tx, keys: ShopKeys, { row, chosen, by, at }: Splitting): Promise<string> {
  const { shopId } = keys;
  const only = await rowsOfMessages(tx, { conversationId: row.id, messages: chosen });
  const id = await begin(tx, keys, { row, chosen });
  await forgetWords(tx, keys, { row, chosen });
  await moveRows(tx, { from: row.id, into: id, only: await withJoins(tx, only) });
  for (const conversationId of [row.id, id]) {
    await supersedeMixed(tx, keys, { conversationId, now: at });
    await readHead(tx, keys, { conversationId, now: at });
    const data: Record<string, string> = conversationId === id ? { fromId: row.id } : { intoId: id };
    await logEvent(tx, { shopId, conversationId, kind: "split", by, at, data });
    await announceRegrouped(tx, { shopId, conversationId });
  }
  await recountWaiting(tx, { shopId, ids: [row.id, id] });
  await recountToReview(tx, [row.id, id]);
  return id;
}

/** The address of a conversation whose message joined this one leads to where that message is. */
async function withJoins(tx: Tx, only: MovedRows): Promise<MovedRows> {
  const joins = await tx.conversationJoin.findMany({
    where: { messageId: { in: only["messages"] ?? [] } },
    select: { fromId: true },
  });
  return { ...only, conversation_joins: joins.map(({ fromId }) => fromId) };
}

async function begin(
  tx: Tx,
  keys: ShopKeys,
  { row, chosen }: Pick<Splitting, "row" | "chosen">,
): Promise<string> {
  const id = randomUUID();
  const about = openJson(
    keys,
    { context: `conversations.sealed:${row.id}`, bytes: row.sealed },
    conversationContentSchema,
  );
  const first = chosen.find(({ direction, automatic }) => direction === "in" && !automatic);
  const from = first?.content.from;
  const contactIndex = from?.address ? blindIndex(keys, "email", from.address) : row.contactIndex;
  const content: ConversationContent = {
    subject: first?.content.subject || chosen[0]?.content.subject || about.subject,
    contactName: from?.address ? from.name : about.contactName,
    contactEmail: from?.address || about.contactEmail,
  };
  const same = contactIndex === row.contactIndex;
  const known = contactIndex && (await knowShopper(tx, keys, { contactIndex, signedInId: null }));
  const shopper = same || !known ? row : known;
  const words = [
    ...[content.subject, content.contactName, content.contactEmail, ...(known ? known.words : [])],
    ...textsOf(chosen),
  ];
  const answered = chosen.findLast(({ automatic }) => !automatic)?.direction === "out";
  await tx.conversation.create({
    data: {
      ...{ id, shopId: keys.shopId, channel: row.channel, contactIndex },
      status: answered ? "waiting" : "open",
      ...{ priority: row.priority, language: row.language, intent: row.intent },
      ...{ customerId: shopper.customerId, orderIds: shopper.orderIds },
      ...{ assigneeId: row.assigneeId, tags: row.tags },
      replyToken: newReplyToken(randomBytes(16)),
      sealed: sealJson(keys, `conversations.sealed:${id}`, content),
      wordsForm: WORDS_FORM,
      searchTokens: searchTokens(keys, words.join("\n")),
      createdAt: chosen[0]?.at ?? row.createdAt,
      updatedAt: chosen.at(-1)?.at ?? row.updatedAt,
    },
  });
  return id;
}

const textsOf = (messages: readonly ReadMessage[]): string[] => messages.map(({ content }) => content.text);

/** What only the messages said that are elsewhere now is no longer found here. */
async function forgetWords(
  tx: Tx,
  keys: ShopKeys,
  { row, chosen }: Pick<Splitting, "row" | "chosen">,
): Promise<void> {
  const conversation = await readConversation(tx, keys, row.id);
  if (!conversation) return;
  const gone = new Set(chosen.map(({ id }) => id));
  const rest = conversation.messages.filter(({ id }) => !gone.has(id));
  const { subject, contactName, contactEmail } = conversation.content;
  const kept = new Set(
    searchTokens(keys, [subject, contactName, contactEmail, ...textsOf(rest)].join("\n"), MOST_TOKENS),
  );
  const theirs = new Set(searchTokens(keys, textsOf(chosen).join("\n"), MOST_TOKENS));
  await tx.conversation.update({
    where: { id: row.id },
    data: { searchTokens: row.searchTokens.filter((token) => kept.has(token) || !theirs.has(token)) },
  });
}
