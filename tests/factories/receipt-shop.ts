import { deliverReply } from "#app/care/deliver/deliver-reply.server.ts";
import { keepReceipt } from "#app/care/keep/keep-receipt.server.ts";
import { sendReceipt } from "#app/care/review/send-receipt.server.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { minutes } from "#app/lib/duration.ts";
import type { MailOutcome, OutgoingMail, Ports } from "#app/ports.ts";
import type { ServiceLevelChange } from "#app/shop/change-service-levels.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { noPorts } from "#tests/factories/job.ts";
import { levelShop, MORNING } from "#tests/factories/level-shop.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { understand } from "#tests/factories/thread.ts";

export const EVA = { name: "Eva Lindqvist", address: "eva@shopper.example" };
export const ASKS = "Hello, where is my order? I have been waiting for it for a week now.";
export const after = (time: number) => new Date(MORNING.getTime() + time);

/** A shop that tells who wrote that it arrived, and what a test does with that. */
export async function receiptShop(change: ServiceLevelChange = {}) {
  const place = await levelShop({ ...change, receipt: { on: true, afterMinutes: 5, ...change.receipt } });
  const { shop, keys, clock } = place;
  const mails: OutgoingMail[] = [];
  const answer: { mail: MailOutcome } = { mail: { outcome: "accepted", response: "250 ok" } };
  const ports: Ports = {
    ...noPorts,
    now: () => clock.now,
    sendMail: (mail) => {
      mails.push(mail);
      return Promise.resolve(answer.mail);
    },
  };
  const run = makeRun(shop.id);
  const deliveries = () => systemPrisma.delivery.findMany({ where: { shopId: shop.id, purpose: "receipt" } });
  return {
    ...place,
    ...{ mails, answer, ports, deliveries },
    wrote: async (text = ASKS, contact = EVA) => {
      const made = await makeConversation({ keys, text, contact, at: clock.now });
      await understand(shop.id, made.messageId, clock.now);
      return made;
    },
    receipt: (messageId: string) => sendReceipt(ports, run, { shopId: shop.id, messageId }),
    leave: async () => {
      clock.now = new Date(clock.now.getTime() + minutes(5));
      const [delivery] = await deliveries();
      return deliverReply(ports, run, { shopId: shop.id, deliveryId: delivery?.id ?? "" });
    },
    keep: async () => {
      const [delivery] = await deliveries();
      return keepReceipt(ports, run, { shopId: shop.id, deliveryId: delivery?.id ?? "" });
    },
    promises: () => systemPrisma.promise.findMany({ where: { shopId: shop.id } }),
    conversation: (id: string) => place.inShop((tx) => readConversation(tx, keys, id)),
  };
}

export type ReceiptShop = Awaited<ReturnType<typeof receiptShop>>;
