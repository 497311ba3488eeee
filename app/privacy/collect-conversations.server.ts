import type { Conversation } from "@prisma/client";
import { z } from "zod";
import type { Tx } from "#app/db.server.ts";
import type { Person } from "#app/privacy/person.ts";
import { openBytes, openJson, type SealContext, type ShopKeys } from "#app/shop/seal.ts";

const anything = z.unknown();

/** Everything that was said with a person, opened: it is theirs to read. */
export async function collectConversations(tx: Tx, keys: ShopKeys, person: Person) {
  const { shopId } = keys;
  const own = { OR: [{ contactIndex: { in: person.contacts } }, { customerId: { in: person.customerIds } }] };
  const parents = await tx.conversation.findMany({ where: { shopId, ...own }, select: { id: true } });
  const conversations = await tx.conversation.findMany({
    // With what was asked of others about them.
    where: { shopId, OR: [own, { parentId: { in: parents.map(({ id }) => id) } }] },
    orderBy: { createdAt: "asc" },
  });
  const collected = [];
  for (const conversation of conversations) collected.push(await collectConversation(tx, keys, conversation));
  return collected;
}

/** One conversation with all that was said and made of it, opened. */
export async function collectConversation(
  tx: Tx,
  keys: ShopKeys,
  { id, channel, createdAt, language, intent, emotion, tags, sealed }: Conversation,
) {
  return {
    ...{ id, channel, createdAt, language, intent, emotion, tags },
    content: open(keys, `conversations.sealed:${id}`, sealed),
    messages: await messagesOf(tx, keys, id),
    ...(await workOn(tx, keys, id)),
    ...(await teamOn(tx, keys, id)),
  };
}

const open = (keys: ShopKeys, context: SealContext, bytes: Uint8Array) =>
  openJson(keys, { context, bytes }, anything);

async function messagesOf(tx: Tx, keys: ShopKeys, conversationId: string) {
  const where = { shopId: keys.shopId, conversationId };
  const messages = await tx.message.findMany({ where, orderBy: { at: "asc" } });
  const attachments = await tx.attachment.findMany({
    where: { shopId: keys.shopId, messageId: { in: messages.map(({ id }) => id) } },
  });
  return messages.map(({ id, direction, at, sealed }) => ({
    id,
    direction,
    at,
    content: open(keys, `messages.sealed:${id}`, sealed),
    attachments: attachments
      .filter(({ messageId }) => messageId === id)
      .map((one) => ({
        mimeType: one.mimeType,
        size: one.size,
        name: open(keys, `attachments.sealed_name:${one.id}`, one.sealedName),
        base64:
          one.sealedContent &&
          openBytes(keys, `attachments.sealed_content:${one.id}`, one.sealedContent).toString("base64"),
      })),
  }));
}

/** What was made of the messages: readings, translations, drafts, promises, what the team added, mail that was sent. */
async function workOn(tx: Tx, keys: ShopKeys, conversationId: string) {
  const where = { shopId: keys.shopId, conversationId };
  const readings = await tx.reading.findMany({ where, orderBy: [{ messageId: "asc" }, { version: "asc" }] });
  const corrections = await tx.readingCorrection.findMany({ where, orderBy: { at: "asc" } });
  const drafts = await tx.draft.findMany({ where, orderBy: { createdAt: "asc" } });
  const promises = await tx.promise.findMany({ where });
  const claims = await tx.sentClaim.findMany({ where, orderBy: { sentAt: "asc" } });
  const edits = await tx.draftEdit.findMany({ where, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const priority = await tx.conversationPriority.findUnique({ where: { id: conversationId } });
  const staffFacts = await tx.staffFact.findMany({ where, orderBy: { saidAt: "asc" } });
  const questions = await tx.csatRequest.findMany({ where });
  // A code's mail went to an order's address, which may be somebody else's.
  const deliveries = await tx.delivery.findMany({
    where: { ...where, purpose: { not: "code" } },
    orderBy: { createdAt: "asc" },
  });
  return {
    readings: readings.map(({ id, messageId, version, madeAt, madeFor, expiresAt, sealed }) => ({
      ...{ messageId, version, madeAt, madeFor, expiresAt },
      content: open(keys, `readings.sealed:${id}`, sealed),
    })),
    saidOfOrders: await saidOfOrders(tx, where),
    corrections: corrections.map(({ messageId, field, from, to, at, endedAt }) => ({
      ...{ messageId, field, from, to, at, endedAt },
    })),
    ...(await saidByModels(tx, keys, conversationId)),
    drafts: drafts.map(({ id, status, sealed }) => ({
      id,
      status,
      content: open(keys, `drafts.sealed:${id}`, sealed),
    })),
    promises: promises.map(({ id, kind, state, dueAt, keptAt, sealed }) => ({
      ...{ kind, state, dueAt, keptAt },
      content: open(keys, `promises.sealed:${id}`, sealed),
    })),
    told: claims.map(({ id, state, sentAt, falseAt, sealed }) => ({
      ...{ state, sentAt, falseAt },
      content: open(keys, `sent_claims.sealed:${id}`, sealed),
    })),
    edits: edits.map((one) => ({
      ...{ class: one.class, at: one.at },
      content: open(keys, `draft_edits.sealed:${one.id}`, one.sealed),
    })),
    priority: priority && open(keys, `conversation_priorities.sealed:${conversationId}`, priority.sealed),
    addedByTeam: staffFacts.map(({ id, orderId, saidAt, sealed }) => ({
      ...{ orderId, saidAt },
      content: open(keys, `staff_facts.sealed:${id}`, sealed),
    })),
    asked: questions.map(({ id, state, scale, askedAt, rating, ratedAt, sealed }) => ({
      ...{ state, scale, askedAt, rating, ratedAt },
      content: sealed && open(keys, `csat_requests.sealed:${id}`, sealed),
    })),
    sent: deliveries.map(({ id, status, at, sealed }) => ({
      status,
      at,
      content: open(keys, `deliveries.sealed:${id}`, sealed),
    })),
  };
}

/** When orders are needed by, and what for, as the messages say. */
async function saidOfOrders(tx: Tx, where: { shopId: string; conversationId: string }) {
  const messages = await tx.message.findMany({ where, select: { id: true } });
  const said = await tx.orderOccasion.findMany({
    where: { shopId: where.shopId, messageId: { in: messages.map(({ id }) => id) } },
    orderBy: [{ saidAt: "asc" }, { orderId: "asc" }],
  });
  return said.map(({ shopId: _shopId, ...one }) => one);
}

/** What the team wrote about them to itself, and what it did, without who did: they are people, too. */
async function teamOn(tx: Tx, keys: ShopKeys, conversationId: string) {
  const where = { shopId: keys.shopId, conversationId };
  const notes = await tx.note.findMany({ where, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const events = await tx.conversationEvent.findMany({ where, orderBy: { seq: "asc" } });
  return {
    notes: notes.map(({ id, at, editedAt, sealed }) => ({
      ...{ at, editedAt },
      content: open(keys, `notes.sealed:${id}`, sealed),
    })),
    done: events.map(({ kind, at }) => ({ kind, at })),
  };
}

/** What models answered when they were asked about the messages. */
async function saidByModels(tx: Tx, keys: ShopKeys, conversationId: string) {
  const where = { shopId: keys.shopId, conversationId };
  const modelReadings = await tx.modelReading.findMany({ where });
  const draftAnswers = await tx.draftAnswer.findMany({ where, orderBy: { createdAt: "asc" } });
  const translations = await tx.translation.findMany({ where, orderBy: { createdAt: "asc" } });
  return {
    modelReadings: modelReadings.map((one) =>
      open(keys, `model_readings.sealed:${one.messageId}`, one.sealed),
    ),
    draftAnswers: draftAnswers.map(({ id, createdAt, sealed }) => ({
      createdAt,
      content: open(keys, `draft_answers.sealed:${id}`, sealed),
    })),
    translations: translations.map(({ id, messageId, language, createdAt, sealed }) => ({
      ...{ messageId, language, createdAt },
      content: open(keys, `translations.sealed:${id}`, sealed),
    })),
  };
}
