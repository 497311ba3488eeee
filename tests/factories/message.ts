import { randomBytes, randomUUID } from "node:crypto";
import { makeParseMail } from "#app/adapters/parse-mail.server.ts";
import { mailIdIndex } from "#app/conversation/mail-id.ts";
import type { IdentityProof, MessageContent } from "#app/conversation/message-content.ts";
import { receiveMessage } from "#app/conversation/receive-message.server.ts";
import { newReplyToken } from "#app/conversation/reply-token.ts";
import { forShop } from "#app/db.server.ts";
import type { Ports } from "#app/ports.ts";
import { WORDS_FORM } from "#app/shop/search-words.ts";
import { blindIndex, sealJson, searchTokens, type ShopKeys } from "#app/shop/seal.ts";
import { makeRun } from "#tests/factories/delivery.ts";

export type MailParts = {
  from?: string;
  to?: string;
  subject?: string;
  text?: string;
  /** null leaves the header out. */
  messageId?: string | null;
  headers?: Record<string, string>;
};

/** A raw mail as a shopper's program writes it. All people and orders are invented. */
export function rawMail(given: MailParts = {}): Buffer {
  const messageId = given.messageId === undefined ? `<${randomUUID()}@mail.example>` : given.messageId;
  const headers = {
    From: given.from ?? "Eva Lindqvist <eva@shopper.example>",
    To: given.to ?? "care@fernweh.example",
    Subject: given.subject ?? "Where is my parcel?",
    Date: "Sat, 21 Nov 2026 08:00:00 +0000",
    ...(messageId === null ? {} : { "Message-ID": messageId }),
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
    ...given.headers,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(
    `${head.join("\r\n")}\r\n\r\n${(given.text ?? "Hello, my parcel has not arrived.").replaceAll("\n", "\r\n")}\r\n`,
  );
}

const parseMail = makeParseMail();

/** Runs the job that a recorded message intends, as the worker would, and returns what it said. */
export async function receiveRecorded(shopId: string, inboundId: string): Promise<string> {
  const unused = () => Promise.reject(new Error("Receiving a message needs nothing from outside"));
  const ports: Ports = {
    now: () => new Date(),
    parseMail,
    sendMail: unused,
    callWebhook: unused,
    shopAdmin: unused,
    readBulkResult: () => {
      throw new Error("Receiving a message reads no bulk result");
    },
    readingModel: null,
    draftingModel: null,
  };
  return receiveMessage(ports, makeRun(shopId), { shopId, inboundId });
}

/** A conversation with one incoming message, written directly. */
export async function makeConversation(given: {
  keys: ShopKeys;
  contact?: { name: string; address: string };
  subject?: string;
  text?: string;
  proof?: IdentityProof;
  status?: string;
  customerId?: string;
  orderIds?: string[];
  mailId?: string;
  at?: Date;
  /** When it was received, where that is not now. */
  createdAt?: Date;
}) {
  const { keys } = given;
  const at = given.at ?? new Date();
  const contact = given.contact ?? { name: "Eva Lindqvist", address: "eva@shopper.example" };
  const subject = given.subject ?? "Where is my parcel?";
  const text = given.text ?? "Hello, my parcel has not arrived.";
  const conversationId = randomUUID();
  const messageId = randomUUID();
  const replyToken = newReplyToken(randomBytes(16));
  const mailId = given.mailId ?? `${messageId}@mail.example`;
  const content: MessageContent = {
    from: contact,
    to: [],
    cc: [],
    subject,
    text,
    quoted: "",
    signature: "",
    references: [],
    mailMessageId: mailId,
  };
  await forShop(keys.shopId)(async (tx) => {
    await tx.conversation.create({
      data: {
        id: conversationId,
        shopId: keys.shopId,
        channel: "email",
        status: given.status ?? "open",
        replyToken,
        contactIndex: blindIndex(keys, "email", contact.address),
        customerId: given.customerId ?? null,
        orderIds: given.orderIds ?? [],
        sealed: sealJson(keys, `conversations.sealed:${conversationId}`, {
          subject,
          contactName: contact.name,
          contactEmail: contact.address,
        }),
        wordsForm: WORDS_FORM,
        searchTokens: searchTokens(keys, `${subject} ${contact.name} ${contact.address} ${text}`),
        createdAt: at,
        updatedAt: at,
      },
    });
    await tx.message.create({
      data: {
        id: messageId,
        shopId: keys.shopId,
        conversationId,
        direction: "in",
        channel: "email",
        at,
        ...(given.createdAt ? { createdAt: given.createdAt } : {}),
        mailIdIndex: mailIdIndex(keys, mailId),
        proof: given.proof ?? "address_match",
        sealed: sealJson(keys, `messages.sealed:${messageId}`, content),
      },
    });
  });
  return { conversationId, messageId, replyToken, mailId };
}
