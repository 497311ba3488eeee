import { deliverReply } from "#app/care/deliver/deliver-reply.server.ts";
import { answerCsat, type CsatAct } from "#app/care/review/answer-csat.server.ts";
import { askCsat } from "#app/care/review/ask-csat.server.ts";
import { csatToken } from "#app/conversation/csat-link.ts";
import { days, hours } from "#app/lib/duration.ts";
import type { OutgoingMail, Ports } from "#app/ports.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { noPorts } from "#tests/factories/job.ts";
import { levelShop } from "#tests/factories/level-shop.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { understand } from "#tests/factories/thread.ts";

export const EVA = { name: "Eva Lindqvist", address: "eva@shopper.example" };
/** The page goes by the clock on the wall. */
const START = new Date(Date.now() - days(2));

/** A shop that asks how it went, and what a test does with that. */
export async function csatShop(csat: { on?: boolean; scale?: 2 | 5 } = {}) {
  const place = await levelShop({ csat: { on: true, afterHours: 24, ...csat } });
  const { shop, keys, clock } = place;
  clock.now = START;
  const mails: OutgoingMail[] = [];
  const ports: Ports = {
    ...noPorts,
    now: () => clock.now,
    sendMail: (mail) => {
      mails.push(mail);
      return Promise.resolve({ outcome: "accepted", response: "250 ok" });
    },
  };
  const run = makeRun(shop.id);
  const request = (conversationId: string) =>
    systemPrisma.csatRequest.findFirst({ where: { conversationId } });
  return {
    ...place,
    ...{ mails, request },
    later: (by: number) => {
      clock.now = new Date(clock.now.getTime() + by);
    },
    /** They wrote, were answered, and it was closed. */
    settled: async (text = "Where is my order? I am waiting for it.", contact = EVA) => {
      const made = await makeConversation({ keys, text, contact, at: clock.now });
      await understand(shop.id, made.messageId, clock.now);
      await place.says(made.conversationId, "out");
      await place.moves(made.conversationId, "closed", "closed");
      await place.watch();
      return made.conversationId;
    },
    ask: () => askCsat(ports, run, { shopId: shop.id }),
    leave: async (conversationId: string) => {
      const delivery = await systemPrisma.delivery.findFirst({ where: { conversationId, purpose: "csat" } });
      return deliverReply(ports, run, { shopId: shop.id, deliveryId: delivery?.id ?? "" });
    },
    answer: async (conversationId: string, act: CsatAct) => {
      const found = await request(conversationId);
      return answerCsat({ now: () => clock.now }, csatToken(keys, found?.id ?? ""), act);
    },
    status: async (id: string) =>
      (await systemPrisma.conversation.findUniqueOrThrow({ where: { id } })).status,
  };
}

export type CsatShop = Awaited<ReturnType<typeof csatShop>>;

/** A question that left, and its token. */
export async function asked(given: { scale?: 2 | 5 } = {}) {
  const shop = await csatShop(given);
  const id = await shop.settled();
  shop.later(hours(24));
  await shop.ask();
  await shop.leave(id);
  const found = await shop.request(id);
  return { shop, id, token: csatToken(shop.keys, found?.id ?? "") };
}
