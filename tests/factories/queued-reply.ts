import { deliverReply } from "#app/care/deliver/deliver-reply.server.ts";
import { settleDelivery } from "#app/care/review/settle-delivery.server.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { forShop } from "#app/db.server.ts";
import type { MailOutcome, OutgoingMail, Ports } from "#app/ports.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeConversation, makeDelivery } from "#tests/factories/reply.ts";
import { makeShop } from "#tests/factories/shop.ts";

export const accepted: MailOutcome = { outcome: "accepted", response: "250 ok" };
const staff = { id: "42" };

/** A mail server that answers as told and remembers what it was given. */
export function mailServer(...answers: (MailOutcome | (() => Promise<MailOutcome>))[]) {
  const taken: OutgoingMail[] = [];
  const sendMail: Ports["sendMail"] = async (mail) => {
    taken.push(mail);
    const answer = answers[Math.min(taken.length, answers.length) - 1] ?? accepted;
    return typeof answer === "function" ? answer() : answer;
  };
  return { taken, sendMail };
}

/** An approved reply in a shop of its own, and what a test does with it: run its job, look at it, settle it. */
export async function queuedReply() {
  const made = await makeShop();
  const { conversation, messageId } = await makeConversation(made, { status: "waiting" });
  const delivery = await makeDelivery(made, { conversationId: conversation.id, messageId });
  const shopId = made.shop.id;
  const inShop = forShop(shopId);
  const clock = { now: new Date() };
  const run = (mail: { sendMail: Ports["sendMail"] }) => {
    const ports = { ...mail, now: () => clock.now } as Ports;
    const signal = new AbortController().signal;
    return deliverReply(ports, { ...makeRun(shopId), signal }, { shopId, deliveryId: delivery.id });
  };
  const row = () => systemPrisma.delivery.findUniqueOrThrow({ where: { id: delivery.id } });
  const settle = (as: "sent" | "resend") =>
    settleDelivery({ inShop, now: () => clock.now }, { shopId, deliveryId: delivery.id, as, staff });
  const conversationNow = () => inShop((tx) => readConversation(tx, made.keys, conversation.id));
  return {
    ...made,
    shopId,
    inShop,
    conversation,
    messageId,
    delivery,
    clock,
    run,
    row,
    settle,
    conversationNow,
  };
}

export type QueuedReply = Awaited<ReturnType<typeof queuedReply>>;
