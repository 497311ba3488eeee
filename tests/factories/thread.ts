import { randomUUID } from "node:crypto";
import { triageConversation } from "#app/care/triage/triage-conversation.server.ts";
import { understandMessage } from "#app/care/understand/understand-message.server.ts";
import type { MessageContent } from "#app/conversation/message-content.ts";
import type { Ports } from "#app/ports.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";

/**
 * Runs the jobs that a received message intends up to its priority, as the worker would at that moment, and returns what reading it
 * said.
 */
export async function understand(shopId: string, messageId: string, at = new Date()): Promise<string> {
  const said = await understandMessage({ now: () => at } as Ports, makeRun(shopId), { shopId, messageId });
  await triage(shopId, messageId, at);
  return said;
}

/** Runs the job that a reading intends, as the worker would at that moment, and returns what it said. */
export const triage = (shopId: string, messageId: string, at = new Date()): Promise<string> =>
  triageConversation({ now: () => at } as Ports, makeRun(shopId), { shopId, messageId });

/** Another message of the same shopper in a conversation. */
export async function addMessage(
  keys: ShopKeys,
  given: {
    conversationId: string;
    text: string;
    at?: Date;
    direction?: "in" | "out";
    from?: MessageContent["from"];
  },
): Promise<string> {
  const id = randomUUID();
  const { conversationId, text, at = new Date(), direction = "in" } = given;
  const content: MessageContent = {
    from: given.from ?? { name: "Eva Lindqvist", address: "eva@shopper.example" },
    to: [],
    cc: [],
    subject: "",
    text,
    quoted: "",
    signature: "",
    references: [],
  };
  await systemPrisma.message.create({
    data: {
      ...{ id, shopId: keys.shopId, conversationId, direction, at, channel: "email", proof: "address_match" },
      sealed: sealJson(keys, `messages.sealed:${id}`, content),
    },
  });
  return id;
}

/** All versions of a message's reading as they stand in the database, oldest first. */
export const versionsOf = (messageId: string) =>
  systemPrisma.reading.findMany({ where: { messageId }, orderBy: { version: "asc" } });
