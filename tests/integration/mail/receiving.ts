import { randomUUID } from "node:crypto";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { forShop } from "#app/db.server.ts";
import { recordMessage } from "#app/ingest/record-message.server.ts";
import { blindIndex, sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { rawMail, receiveRecorded, type MailParts } from "#tests/factories/message.ts";

export const DOMAIN = "inbound.example.test";

/** Makes a mail durable, as a door does; its id. */
export async function record(shopId: string, raw: Buffer, given: { to?: string; from?: string | null } = {}) {
  const shop = await systemPrisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const to = given.to ?? `${shop.inboundKey}@${DOMAIN}`;
  const recorded = await recordMessage({
    shopId,
    sender: "eva@shopper.example",
    content: { channel: "email", envelope: { to, from: given.from }, raw },
  });
  if (recorded.outcome !== "recorded") throw new Error(recorded.outcome);
  return recorded.messageId;
}

/** Records and receives one mail; the message row and its opened conversation. */
export async function receive(
  keys: ShopKeys,
  mail: MailParts | Buffer,
  given: { to?: string; from?: string | null } = {},
) {
  const raw = Buffer.isBuffer(mail) ? mail : rawMail(mail);
  const messageId = await record(keys.shopId, raw, given);
  const said = await receiveRecorded(keys.shopId, messageId);
  const row = await systemPrisma.message.findUnique({ where: { id: messageId } });
  const conversation = row
    ? await forShop(keys.shopId)((tx) => readConversation(tx, keys, row.conversationId))
    : null;
  const message = conversation?.messages.find((one) => one.id === messageId);
  return { messageId, said, conversation, message };
}

export async function makeCustomer(keys: ShopKeys, email: string) {
  const id = String(Date.now()) + Math.floor(Math.random() * 1000);
  await systemPrisma.customer.create({
    data: {
      shopId: keys.shopId,
      id,
      emailIndex: blindIndex(keys, "email", email),
      sealed: sealJson(keys, `customers.sealed:${id}`, { email }),
      tags: [],
      updatedAt: new Date(),
    },
  });
  return id;
}

export async function makeOrder(
  keys: ShopKeys,
  given: { email: string; name: string; trackingNumber?: string },
) {
  const id = String(Date.now()) + Math.floor(Math.random() * 1000);
  await systemPrisma.order.create({
    data: {
      shopId: keys.shopId,
      id,
      gid: `gid://shopify/Order/${id}`,
      name: given.name,
      nameKey: given.name.replace("#", ""),
      placedAt: new Date(),
      updatedAt: new Date(),
      currency: "EUR",
      total: "10.00",
      lines: [],
      tags: [],
      emailIndex: blindIndex(keys, "email", given.email),
      sealed: sealJson(keys, `orders.sealed:${id}`, {}),
    },
  });
  if (given.trackingNumber) {
    await systemPrisma.fulfillment.create({
      data: {
        shopId: keys.shopId,
        id: `f${id}`,
        orderId: id,
        trackingNumber: given.trackingNumber,
        updatedAt: new Date(),
      },
    });
  }
  return id;
}

/** A mail of ours that was sent to the conversation's contact. */
export async function makeSent(
  keys: ShopKeys,
  given: { conversationId: string; mailId: string; to: string },
) {
  await systemPrisma.delivery.create({
    data: {
      shopId: keys.shopId,
      key: `reply:${randomUUID()}`,
      purpose: "reply",
      conversationId: given.conversationId,
      status: "sent",
      mailMessageId: `<${given.mailId}>`,
      recipientIndex: blindIndex(keys, "email", given.to),
      sealed: Buffer.from("x"),
      approvedBy: "test",
    },
  });
}

/** The payloads of `message-received` so far. */
export const eventsOf = async (shopId: string) =>
  (await systemPrisma.job.findMany({ where: { shopId, event: "message-received" } })).map((job) => job.data);
