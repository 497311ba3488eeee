import { MOST_TOKENS } from "#app/conversation/merged-tokens.ts";
import { conversationContentSchema, messageContentSchema } from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import { WORDS_FORM } from "#app/shop/search-words.ts";
import { openJson, searchTokens, type ShopKeys } from "#app/shop/seal.ts";

/** The words that a conversation is found by, as its records have them now, and the form they are in. Hold the conversation. */
export async function wordsOfConversation(
  tx: Tx,
  keys: ShopKeys,
  id: string,
): Promise<{ searchTokens: string[]; wordsForm: number }> {
  const { shopId } = keys;
  const row = await tx.conversation.findUniqueOrThrow({
    where: { id },
    select: { sealed: true, orderIds: true },
  });
  const context = `conversations.sealed:${id}` as const;
  const head = openJson(keys, { context, bytes: row.sealed }, conversationContentSchema);
  const orderId = { in: row.orderIds };
  const orders = await tx.order.findMany({ where: { shopId, id: orderId }, select: { name: true } });
  const parcels = await tx.fulfillment.findMany({
    where: { shopId, orderId, trackingNumber: { not: null } },
    select: { trackingNumber: true },
    take: 50,
  });
  const words = [
    ...[head.subject, head.contactName, head.contactEmail],
    ...orders.map(({ name }) => name),
    ...parcels.map(({ trackingNumber }) => trackingNumber ?? ""),
    ...(await saidIn(tx, keys, id)),
  ];
  return { searchTokens: searchTokens(keys, words.join("\n"), MOST_TOKENS), wordsForm: WORDS_FORM };
}

/** What was said, and by whom where it is not us. A receipt is no word of a conversation. */
async function saidIn(tx: Tx, keys: ShopKeys, conversationId: string): Promise<string[]> {
  const messages = await tx.message.findMany({
    where: { shopId: keys.shopId, conversationId, NOT: { direction: "out", automatic: true } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, direction: true, sealed: true },
  });
  return messages.flatMap(({ id, direction, sealed }) => {
    const context = `messages.sealed:${id}` as const;
    const { subject, from, text } = openJson(keys, { context, bytes: sealed }, messageContentSchema);
    return direction === "in" ? [subject, from.name, from.address, text] : [text];
  });
}
