import { randomUUID } from "node:crypto";
import { emotionExpiry } from "#app/care/understand/emotion-kept.ts";
import { forShop } from "#app/db.server.ts";
import { blindIndex, sealBytes, sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery } from "#tests/factories/delivery.ts";
import { addOutgoing } from "#tests/factories/inhabited-outgoing.ts";
import { addExport } from "#tests/factories/inhabited-export.ts";
import { addIssue } from "#tests/factories/inhabited-issues.ts";
import { addLevels } from "#tests/factories/inhabited-levels.ts";
import { addTriage } from "#tests/factories/inhabited-triage.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeCustomer, makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";

export const EMAIL = "jonna.canary@example.com";
export const CUSTOMER = "706405506930370084";

/** A shop in which Jonna bought, wrote and was answered, and so did somebody else. */
export async function inhabitedShop() {
  const place = await makeShop();
  const { shop, keys } = place;
  const person = { email: EMAIL, customerName: "Jonna Canary" };
  await makeCustomer(shop, keys, {
    id: CUSTOMER,
    person: { firstName: "Jonna", lastName: "Canary", email: EMAIL },
  });
  const { order } = await makeOrder(shop, keys, { customerId: CUSTOMER, person, refunds: [{}] });
  const guest = await makeOrder(shop, keys, { person: { ...person, email: EMAIL.toUpperCase() } });
  const hers = await makeConversation({
    keys,
    contact: { name: "Jonna Canary", address: EMAIL },
    orderIds: [order.id],
  });
  await addAnswer(keys, { ...hers, orderId: order.id });
  await addLevels(keys, { ...hers, email: EMAIL });
  await addExport(keys, `${EMAIL} wrote`);
  await addIssue(keys, { ...hers, orderId: order.id, contactIndex: blindIndex(keys, "email", EMAIL) });
  const other = { email: "otto@example.com", customerName: "Otto" };
  const ottos = await makeOrder(shop, keys, { person: other });
  const his = await makeConversation({ keys, contact: { name: "Otto", address: other.email } });
  await addOutgoing(keys, { conversationId: hers.conversationId, email: EMAIL, elsewhere: his });
  const hisIndex = blindIndex(keys, "email", other.email);
  await addIssue(keys, {
    ...his,
    orderId: ottos.order.id,
    contactIndex: hisIndex,
  });
  const webhook = await makeDelivery(keys, {
    topic: "customers/update",
    body: { id: 1, email: EMAIL },
    domain: shop.domain,
  });
  await systemPrisma.webhookDelivery.update({ where: { id: webhook }, data: { state: "mirrored" } });
  return { ...place, order, guest: guest.order, ottos: ottos.order, hers, his };
}

async function addAnswer(
  keys: ShopKeys,
  { conversationId, messageId, orderId }: { conversationId: string; messageId: string; orderId: string },
) {
  const { shopId } = keys;
  const [claimId, staffFactId, answerId] = [randomUUID(), randomUUID(), randomUUID()];
  const [draftId, deliveryId, attachmentId, promiseId] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const [readingId, noteId] = [randomUUID(), randomUUID()];
  const contactIndex = blindIndex(keys, "email", EMAIL);
  await forShop(shopId)(async (tx) => {
    await tx.inboundMessage.create({
      data: {
        id: messageId,
        shopId,
        channel: "email",
        contentHash: messageId,
        size: 10,
        senderIndex: contactIndex,
        state: "threaded",
        sealed: sealBytes(keys, `inbound_messages.sealed:${messageId}`, Buffer.from(`From: ${EMAIL}`)),
      },
    });
    await tx.attachment.create({
      data: {
        id: attachmentId,
        shopId,
        messageId,
        mimeType: "text/plain",
        size: 5,
        sealedName: sealJson(keys, `attachments.sealed_name:${attachmentId}`, { name: "receipt.txt" }),
        sealedContent: sealBytes(keys, `attachments.sealed_content:${attachmentId}`, Buffer.from("hello")),
      },
    });
    await tx.reading.create({
      data: {
        id: readingId,
        messageId,
        shopId,
        conversationId,
        expiresAt: emotionExpiry(new Date()),
        sealed: sealJson(keys, `readings.sealed:${readingId}`, { intent: "order_status" }),
      },
    });
    await tx.readingCorrection.create({
      data: {
        ...{ shopId, conversationId, messageId, readingId },
        ...{ field: "emotion", from: "neutral", to: "worry", by: "42", at: new Date() },
      },
    });
    await tx.modelReading.create({
      data: {
        messageId,
        shopId,
        conversationId,
        digest: "digest",
        tokensIn: 1_000,
        tokensOut: 40,
        sealed: sealJson(keys, `model_readings.sealed:${messageId}`, {
          outcome: "answered",
          value: { label: "worry", intensity: 0.5, confidence: 0.8 },
        }),
      },
    });
    await tx.draftAnswer.create({
      data: {
        ...{ id: answerId, shopId, conversationId, messageId, digest: "digest" },
        ...{ tokensIn: 4_000, tokensOut: 300, tokensCached: 3_500, costMicros: 5_000n },
        sealed: sealJson(keys, `draft_answers.sealed:${answerId}`, {
          outcome: "answered",
          value: { sentences: [{ text: "Jonna wrote." }], options: [] },
        }),
      },
    });
    await tx.translation.create({
      data: {
        ...{ id: answerId, shopId, conversationId, messageId, language: "de", digest: "digest" },
        ...{ tokensIn: 600, tokensOut: 60, tokensCached: 0, costMicros: 2_000n },
        sealed: sealJson(keys, `translations.sealed:${answerId}`, {
          ...{ outcome: "translated", paragraphs: ["Jonna schrieb."], cut: false },
        }),
      },
    });
    await tx.draft.create({
      data: {
        id: draftId,
        shopId,
        conversationId,
        messageId,
        version: 1,
        language: "en",
        maker: "composer",
        status: "sent",
        sealed: sealJson(keys, `drafts.sealed:${draftId}`, { text: "Dear Jonna" }),
      },
    });
    await tx.delivery.create({
      data: {
        id: deliveryId,
        shopId,
        key: `reply:${draftId}`,
        purpose: "reply",
        conversationId,
        draftId,
        mailMessageId: "<a@b>",
        recipientIndex: contactIndex,
        approvedBy: "1",
        status: "sent",
        sealed: sealJson(keys, `deliveries.sealed:${deliveryId}`, { text: "Dear Jonna" }),
      },
    });
    await tx.proofCode.create({
      data: { id: randomUUID(), shopId, conversationId, messageId, expiresAt: new Date() },
    });
    await tx.conversationJoin.create({
      data: { fromId: randomUUID(), shopId, intoId: conversationId, messageId, joinedAt: new Date() },
    });
    await tx.promise.create({
      data: {
        id: promiseId,
        shopId,
        conversationId,
        sealed: sealJson(keys, `promises.sealed:${promiseId}`, { text: "by Friday" }),
      },
    });
    await tx.staffFact.create({
      data: {
        ...{ id: staffFactId, shopId, conversationId, orderId, saidBy: "42", saidAt: new Date() },
        sealed: sealJson(keys, `staff_facts.sealed:${staffFactId}`, {
          ...{ text: "The warehouse found Jonna's parcel.", name: "Mia", quoteIn: null },
        }),
      },
    });
    await tx.note.create({
      data: {
        ...{ id: noteId, shopId, conversationId, writtenBy: "42", mentions: ["43"], at: new Date() },
        sealed: sealJson(keys, `notes.sealed:${noteId}`, { text: "Jonna has waited twice before." }),
      },
    });
    await tx.conversationEvent.create({
      data: {
        ...{ id: noteId, shopId, conversationId, kind: "noted", by: "42", at: new Date() },
        data: { noteId },
      },
    });
    await tx.sentClaim.create({
      data: {
        ...{ id: claimId, shopId, conversationId, draftId, deliveryId, orderId },
        sentAt: new Date(),
        sealed: sealJson(keys, `sent_claims.sealed:${claimId}`, {
          facts: [
            {
              ...{
                id: `order:${orderId}:name`,
                label: "Order",
                value: "#1001",
                raw: "#1001",
                kind: "order_name",
              },
              source: { entity: "order", id: orderId, field: "name" },
              sentence: "Dear Jonna, your order is #1001.",
            },
          ],
        }),
      },
    });
  });
  await addLesson(keys, { conversationId, draftId });
  await addTriage(keys, { conversationId, messageId });
  await addDesk(keys, conversationId);
}

/** A colleague has Jonna's conversation open; two views are kept, and one of them looks for her. */
async function addDesk(keys: ShopKeys, conversationId: string) {
  const { shopId } = keys;
  await forShop(shopId)(async (tx) => {
    await tx.presence.create({
      data: { shopId, conversationId, staffId: "42", hereUntil: new Date() },
    });
    for (const query of [`view=all&q=${encodeURIComponent(EMAIL)}`, "view=mine&tag=vip"]) {
      const id = randomUUID();
      const place = { id, shopId, ownerId: "42", shared: false, position: 0, createdAt: new Date() };
      const sealed = sealJson(keys, `saved_views.sealed:${id}`, { name: "Kept", query });
      await tx.savedView.create({ data: { ...place, sealed } });
    }
  });
}

/** A greeting that was changed in Jonna's reply, and what it proposes. */
async function addLesson(
  keys: ShopKeys,
  { conversationId, draftId }: { conversationId: string; draftId: string },
) {
  const { shopId } = keys;
  const [id, lessonId] = [`${draftId}-0`, randomUUID()];
  const place = { shopId, conversationId, draftId, language: "en" };
  await forShop(shopId)(async (tx) => {
    await tx.draftEdit.create({
      data: {
        ...{ ...place, id, class: "greeting", intent: "order_status", removed: 10, added: 11 },
        ...{ signature: "signature", lessonId, by: "42", at: new Date() },
        sealed: sealJson(keys, `draft_edits.sealed:${id}`, { before: "Hi Jonna,", after: "Dear Jonna," }),
      },
    });
    await tx.lesson.create({
      data: {
        ...{ id: lessonId, shopId, rule: "greeting", language: "en", signature: "signature" },
        proposedAt: new Date(),
        sealed: sealJson(keys, `lessons.sealed:${lessonId}`, { text: "Dear Jonna,", form: "friendly" }),
      },
    });
  });
}

/** How many rows of a shop's conversations there are, by table. */
export async function countConversations(shopId: string): Promise<Record<string, number>> {
  const where = { shopId };
  return {
    conversation: await systemPrisma.conversation.count({ where }),
    conversationMerge: await systemPrisma.conversationMerge.count({ where }),
    conversationJoin: await systemPrisma.conversationJoin.count({ where }),
    message: await systemPrisma.message.count({ where }),
    attachment: await systemPrisma.attachment.count({ where }),
    reading: await systemPrisma.reading.count({ where }),
    modelReading: await systemPrisma.modelReading.count({ where }),
    readingCorrection: await systemPrisma.readingCorrection.count({ where }),
    draftAnswer: await systemPrisma.draftAnswer.count({ where }),
    translation: await systemPrisma.translation.count({ where }),
    draft: await systemPrisma.draft.count({ where }),
    delivery: await systemPrisma.delivery.count({ where }),
    promise: await systemPrisma.promise.count({ where }),
    sentClaim: await systemPrisma.sentClaim.count({ where }),
    staffFact: await systemPrisma.staffFact.count({ where }),
    conversationEvent: await systemPrisma.conversationEvent.count({ where }),
    presence: await systemPrisma.presence.count({ where }),
    savedView: await systemPrisma.savedView.count({ where }),
    proofCode: await systemPrisma.proofCode.count({ where }),
    draftEdit: await systemPrisma.draftEdit.count({ where }),
    lesson: await systemPrisma.lesson.count({ where }),
    serviceLevel: await systemPrisma.serviceLevel.count({ where }),
    alert: await systemPrisma.alert.count({ where }),
    alertSend: await systemPrisma.alertSend.count({ where }),
    csatRequest: await systemPrisma.csatRequest.count({ where }),
    conversationPriority: await systemPrisma.conversationPriority.count({ where }),
    triageApplication: await systemPrisma.triageApplication.count({ where }),
    triageRule: await systemPrisma.triageRule.count({ where }),
    triageTurn: await systemPrisma.triageTurn.count({ where }),
  };
}
