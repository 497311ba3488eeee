import { randomUUID } from "node:crypto";
import type { Draft } from "#app/care/draft/draft.ts";
import type { OutgoingContent } from "#app/care/review/outgoing-content.ts";
import { mailIdIndex } from "#app/conversation/mail-id.ts";
import type { ConversationContent, MessageContent } from "#app/conversation/message-content.ts";
import { WORDS_FORM } from "#app/shop/search-words.ts";
import { blindIndex, sealJson, searchTokens, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";

type InShop = { keys: ShopKeys };

/** A conversation with one message from a shopper. The words are invented. */
export async function makeConversation(
  { keys }: InShop,
  given: Partial<MessageContent> & {
    status?: string;
    emotion?: string;
    intent?: string;
    orderIds?: string[];
    at?: Date;
    automatic?: boolean;
  } = {},
) {
  const [id, messageId] = [randomUUID(), randomUUID()];
  const {
    status = "open",
    emotion = "worry",
    intent = "order_status",
    orderIds = [],
    at = new Date(),
    automatic = false,
    ...words
  } = given;
  const message: MessageContent = {
    from: { name: "Ada Berg", address: "ada@shopper.example.test" },
    to: [],
    cc: [],
    subject: "Where is my parcel?",
    text: "Hello, where is my parcel? I ordered two weeks ago.",
    quoted: "",
    signature: "",
    mailMessageId: `${messageId}@shopper.example.test`,
    references: [],
    ...words,
  };
  const content: ConversationContent = {
    subject: message.subject,
    contactName: message.from.name,
    contactEmail: message.from.address,
  };
  const contactIndex = blindIndex(keys, "email", message.from.address);
  const conversation = await systemPrisma.conversation.create({
    data: {
      id,
      shopId: keys.shopId,
      channel: "email",
      status,
      emotion,
      intent,
      language: "en",
      orderIds,
      replyToken: id.replaceAll("-", "").slice(0, 20),
      contactIndex,
      sealed: sealJson(keys, `conversations.sealed:${id}`, content),
      wordsForm: WORDS_FORM,
      searchTokens: searchTokens(keys, `${message.subject} ${message.text} ${message.from.name}`),
      createdAt: at,
      updatedAt: at,
    },
  });
  await systemPrisma.message.create({
    data: {
      id: messageId,
      shopId: keys.shopId,
      conversationId: id,
      direction: "in",
      channel: "email",
      at,
      automatic,
      mailIdIndex: message.mailMessageId ? mailIdIndex(keys, message.mailMessageId) : null,
      proof: "address_match",
      sealed: sealJson(keys, `messages.sealed:${messageId}`, message),
    },
  });
  return { conversation, messageId, message };
}

const courtesy = (text: string, stage: "greeting" | "close") => ({
  text,
  kind: "courtesy" as const,
  cites: [],
  stage,
});

/** A waiting draft whose every sentence is a courtesy, a promise, or a fact about the order's name. */
export async function makeDraftRow(
  { keys }: InShop,
  given: { conversationId: string; messageId: string; status?: string; version?: number } & Partial<
    Pick<Draft, "text" | "checks" | "sentences" | "facts" | "answers">
  >,
) {
  const id = randomUUID();
  const { conversationId, messageId, status = "waiting", version = 1, ...rest } = given;
  const sentences: Draft["sentences"] = [
    courtesy("Hello Ada,", "greeting"),
    {
      text: "Your order #1001 is on its way.",
      kind: "fact",
      cites: ["order.name", "parcel.last"],
      stage: "answer",
    },
    { text: "We will write to you again when it arrives.", kind: "promise", cites: [], stage: "next" },
    courtesy("Kind regards", "close"),
  ];
  const content = {
    text: sentences.map(({ text }) => text).join("\n\n"),
    facts: [
      {
        id: "order.name",
        label: "Order",
        value: "#1001",
        kind: "order_name" as const,
        raw: "#1001",
        source: { entity: "order", id: "1001", field: "name" },
        observedAt: "2026-03-01T00:00:00.000Z",
        needs: "address_match" as const,
      },
      {
        id: "message:name",
        label: "Name they write under",
        value: "Ada Berg",
        kind: "name" as const,
        raw: "Ada Berg",
        source: { entity: "message", id: given.messageId, field: "from" },
        observedAt: "2026-03-01T00:00:00.000Z",
        needs: "none" as const,
      },
      {
        id: "parcel.last",
        label: "Last scan",
        value: "in_transit",
        kind: "status" as const,
        raw: "in_transit",
        source: { entity: "fulfillment", id: "501", field: "events" },
        observedAt: "2026-03-01T00:00:00.000Z",
        needs: "address_match" as const,
      },
    ],
    plan: {
      intent: "order_status" as const,
      emotion: "worry" as const,
      neutral: false,
      approach: "answer" as const,
      options: [],
    },
    sentences,
    checks: [],
    ...rest,
  };
  return systemPrisma.draft.create({
    data: {
      id,
      shopId: keys.shopId,
      conversationId,
      messageId,
      version,
      language: "en",
      status,
      maker: "composer",
      factOrderIds: [],
      sealed: sealJson(keys, `drafts.sealed:${id}`, content),
    },
  });
}

/** An approved reply, queued. */
export async function makeDelivery(
  given: InShop,
  place: {
    conversationId: string;
    messageId: string;
    to?: string;
    from?: OutgoingContent["from"];
    version?: number;
    answers?: string[];
  },
) {
  const { conversationId, messageId, to = "ada@shopper.example.test", from, version = 1, answers } = place;
  const { keys } = given;
  const draft = await makeDraftRow(given, {
    ...{ conversationId, messageId, status: "sent", version },
    ...(answers ? { answers } : {}),
  });
  const id = randomUUID();
  const text = "Hello Ada,\n\nYour order #1001 is on its way.\n\nWe will write to you again when it arrives.";
  const content: OutgoingContent = {
    from: from ?? { name: "Fernweh Supply", address: "care@fernweh.example.test" },
    to: { name: "Ada Berg", address: to },
    replyTo: { name: "Fernweh Supply", address: "shop+token@inbound.example.test" },
    subject: "Re: Where is my parcel?",
    text: `${text}\n\nDrafted with AI, checked by a person.\n`,
    inReplyTo: `<${messageId}@shopper.example.test>`,
    references: [`<${messageId}@shopper.example.test>`],
    parts: { text, signature: "", makerLine: "Drafted with AI, checked by a person." },
  };
  return systemPrisma.delivery.create({
    data: {
      id,
      shopId: keys.shopId,
      key: `reply:${draft.id}`,
      purpose: "reply",
      conversationId,
      draftId: draft.id,
      mailMessageId: `<${id}@inbound.example.test>`,
      recipientIndex: blindIndex(keys, "email", to),
      sealed: sealJson(keys, `deliveries.sealed:${id}`, content),
      approvedBy: "42",
    },
  });
}
