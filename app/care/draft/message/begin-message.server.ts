import { randomBytes, randomUUID } from "node:crypto";
import type { Conversation } from "@prisma/client";
import { contactOfOrder } from "#app/care/decide/contact-of-order.server.ts";
import { byHand } from "#app/care/draft/by-hand.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { keepDraft } from "#app/care/draft/keep-draft.server.ts";
import { gatherMessage } from "#app/care/draft/message/gather-message.server.ts";
import { supersedeDrafts } from "#app/care/draft/supersede-drafts.server.ts";
import { isWritable } from "#app/conversation/is-writable.ts";
import { knowShopper } from "#app/conversation/know-shopper.server.ts";
import type { ConversationContent, Mailbox } from "#app/conversation/message-content.ts";
import { newReplyToken } from "#app/conversation/reply-token.ts";
import { isSuppressed } from "#app/conversation/suppressions.server.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { env } from "#app/env.server.ts";
import { days } from "#app/lib/duration.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { WORDS_FORM } from "#app/shop/search-words.ts";
import { blindIndex, sealJson, searchTokens, type ShopKeys } from "#app/shop/seal.ts";

/** What was begun and not sent for so long is nobody's work any more. */
export const KEPT_UNSENT = days(7);

export type BeginInput = {
  shopId: string;
  /** The message that is written already, by its conversation; null: a new one. */
  conversationId: string | null;
  to: Mailbox;
  /** The order that it is about. Its facts are told to its own address alone. */
  orderId: string | null;
  /** Empty while it has none: it does not leave without. */
  subject: string;
  language: string;
  /** Whether it is drafted from the order, or a person writes it. */
  from: "order" | "hand";
};

export type Begun =
  | {
      outcome: "begun";
      conversationId: string;
      draftId: string;
      /** They asked not to be written to unasked: it is sent with a reason or not at all. */
      optedOut: boolean;
    }
  | {
      outcome: "refused";
      field: "to" | "orderId";
      /** `other_address`: the order has another address, so that nothing can be drafted from it for this one. */
      why: "empty" | "address" | "suppressed" | "erased" | "unknown_order" | "other_address";
    }
  /** It has left, or is about to. */
  | { outcome: "sent" }
  | { outcome: "not_found" };

/**
 * A person begins a conversation: with a draft of its first message, in a conversation that no inbox shows before it leaves. Said again
 * with another recipient, order or language it is begun anew in the same place; what was typed is the screen's to keep.
 */
export async function beginMessage(
  { inShop, now }: { inShop: InShop; now: Now },
  input: BeginInput,
): Promise<Begun> {
  const keys = await shopKeys(input.shopId);
  return inShop(async (tx): Promise<Begun> => {
    await lockAgainstRedaction(sqlOf(tx), input.shopId);
    const contactIndex = blindIndex(keys, "email", input.to.address);
    const refused = await whyRefused(tx, keys, { input, contactIndex });
    if (refused) return refused;
    const at = now();
    const place = await placeOf(tx, keys, { input, contactIndex, at });
    if (place === "not_found" || place === "sent") return { outcome: place };
    const draftId = await draftFor(tx, keys, { input, conversation: place, at });
    const optedOut = await isSuppressed(tx, contactIndex, "outreach");
    return { outcome: "begun", conversationId: place.id, draftId, optedOut };
  });
}

type Begin = { input: BeginInput; contactIndex: string };

async function whyRefused(
  tx: Tx,
  keys: ShopKeys,
  { input, contactIndex }: Begin,
): Promise<Extract<Begun, { outcome: "refused" }> | null> {
  const { to, orderId, from } = input;
  const { shopId } = keys;
  if (!isWritable(to.address, env.INBOUND_DOMAIN)) return { outcome: "refused", field: "to", why: "address" };
  if (await isSuppressed(tx, contactIndex, "all"))
    return { outcome: "refused", field: "to", why: "suppressed" };
  const erased = await tx.redactionMark.count({
    where: { shopId, entity: "contact", entityKey: contactIndex },
  });
  if (erased > 0) return { outcome: "refused", field: "to", why: "erased" };
  if (orderId === null)
    return from === "order" ? { outcome: "refused", field: "orderId", why: "empty" } : null;
  const [order] = await readOrders(tx, keys, [orderId]);
  if (!order) return { outcome: "refused", field: "orderId", why: "unknown_order" };
  const contact = await contactOfOrder(tx, keys, order);
  return from === "order" && contact?.contactIndex !== contactIndex
    ? { outcome: "refused", field: "orderId", why: "other_address" }
    : null;
}

/** The conversation, new or with what was changed of it, locked. */
async function placeOf(
  tx: Tx,
  keys: ShopKeys,
  given: Begin & { at: Date },
): Promise<Conversation | "not_found" | "sent"> {
  const { input, at } = given;
  const { shopId, conversationId } = input;
  const id = conversationId ?? randomUUID();
  if (conversationId) {
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${id} FOR UPDATE`;
    const row = await tx.conversation.findUnique({ where: { id } });
    if (!row || row.issueId !== null) return "not_found";
    const left = await tx.delivery.count({ where: { conversationId: id, status: { not: "cancelled" } } });
    const said = await tx.message.count({ where: { conversationId: id } });
    if (left + said > 0) return "sent";
    return tx.conversation.update({ where: { id }, data: await headOf(tx, keys, { ...given, id }) });
  }
  const row = await tx.conversation.create({
    data: {
      ...(await headOf(tx, keys, { ...given, id })),
      ...{ id, shopId, channel: "email", status: "open", unsent: true, createdAt: at },
      replyToken: newReplyToken(randomBytes(16)),
    },
  });
  const runAt = new Date(at.getTime() + KEPT_UNSENT);
  await emit(tx, "writing-begun", { data: { shopId, placeId: id }, runAt });
  return row;
}

async function headOf(
  tx: Tx,
  keys: ShopKeys,
  { input, contactIndex, at, id }: Begin & { at: Date; id: string },
) {
  const { to, orderId, language } = input;
  const subject = input.subject.replaceAll(/\s+/gu, " ").trim();
  const content: ConversationContent = { subject, contactName: to.name, contactEmail: to.address };
  const shopper = await knowShopper(tx, keys, { contactIndex, signedInId: null });
  const own = orderId !== null && shopper.orderIds.includes(orderId) ? [orderId] : [];
  const words = [subject, to.name, to.address, ...shopper.words];
  return {
    ...{ contactIndex, language, customerId: shopper.customerId, updatedAt: at },
    // First the one that it is about. Chosen of none, or of another person's, it is about none of theirs until they write.
    orderIds: own.length > 0 ? [...new Set([...own, ...shopper.orderIds])] : [],
    sealed: sealJson(keys, `conversations.sealed:${id}`, content),
    wordsForm: WORDS_FORM,
    searchTokens: searchTokens(keys, words.join("\n")),
  };
}

type Drafting = { input: BeginInput; conversation: Conversation; at: Date };

async function draftFor(tx: Tx, keys: ShopKeys, { input, conversation, at }: Drafting): Promise<string> {
  const { orderId, language, to, from } = input;
  const { id: conversationId, contactIndex } = conversation;
  const content = { subject: input.subject, contactName: to.name, contactEmail: to.address };
  const gathered = await gatherMessage(tx, keys, {
    ...{ conversation: { id: conversationId, contactIndex, content }, orderId, language, now: at },
  });
  const drafted = composeDraft(gathered);
  const made = from === "order" ? { ...drafted.content, gloss: drafted.gloss() } : byHand(drafted.content);
  // Another recipient, or another order, is another draft though it says the same.
  await supersedeDrafts(tx, { conversationId, now: at });
  const kept = await keepDraft(tx, keys, {
    ...{ content: made, maker: from === "order" ? "composer" : "person", language: drafted.language },
    ...{ conversationId, messageId: null, orderIds: gathered.facts.orders.map(({ id }) => id) },
    ...{ asked: true, now: at },
  });
  return kept.draftId;
}
