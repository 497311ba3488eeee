import { deliverReply } from "#app/care/deliver/deliver-reply.server.ts";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { forShop } from "#app/db.server.ts";
import { minutes } from "#app/lib/duration.ts";
import type { OutgoingMail, Ports } from "#app/ports.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { writeLetter, type Letter } from "#tests/factories/letter.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { accepted, mailServer } from "#tests/factories/queued-reply.ts";
import { makeShop } from "#tests/factories/shop.ts";

/** The address that orders were placed with, and who writes from another one. */
export const OTTO = "otto@buyer.example";
export const EVA = "Eva Lindqvist <eva@new.example>";
export const MALLORY = "Mallory <mallory@evil.example>";
export const staff = { id: "42", name: "Mia" };

export type CodeShop = Awaited<ReturnType<typeof codeShop>>;

/** A shop in which codes are asked for, and all that a test does with them. */
export async function codeShop() {
  const { shop, keys } = await makeShop();
  const shopId = shop.id;
  const inShop = forShop(shopId);
  // Mail is received by the real clock, which is ahead of the app's; that one ticks, so that rows have an order.
  const clock = { now: new Date(Date.now() - minutes(1)) };
  const now = () => {
    clock.now = new Date(clock.now.getTime() + 1);
    return clock.now;
  };

  const order = async (name: string, { email = OTTO, shipped = true } = {}) => {
    const person = { email, customerName: "Otto Berg" };
    const fulfillments = shipped ? [{ events: [{}] }] : [];
    return (await makeOrder(shop, keys, { name, locale: "de", person, fulfillments })).order;
  };

  const write = (text: string, given: { to?: Letter; from?: string; subject?: string } = {}) =>
    writeLetter(
      { keys, now },
      { from: given.from ?? EVA, text, subject: given.subject ?? "My order" },
      given.to ? { replyToken: given.to.conversation.replyToken } : {},
    );

  const approve = (letter: Letter, text?: string) =>
    approveDraft(
      { inShop, now },
      { shopId, conversationId: letter.conversation.id, draftId: letter.draft.id, staff, text },
    );

  /** Somebody asks about an order from an address it does not know; a person approves that a code goes out. */
  const ask = async (name = "#5001", given: { from?: string; subject?: string } = {}) => {
    const letter = await write(`Where is order ${name}? It has not arrived.`, given);
    const { outcome } = await approve(letter);
    if (letter.draft.plan.question !== "proof.code" || outcome !== "approved")
      throw new Error("no code asked");
    return letter;
  };

  const deliveries = (purpose: "reply" | "code") =>
    systemPrisma.delivery.findMany({ where: { shopId, purpose }, orderBy: { createdAt: "asc" } });

  const deliver = (deliveryId: string, mail: { sendMail: Ports["sendMail"] }) =>
    deliverReply({ ...mail, now } as Ports, makeRun(shopId), { shopId, deliveryId });

  /** Runs every delivery that is queued, as the worker would, and returns what left. */
  const send = async (server = mailServer(accepted)): Promise<OutgoingMail[]> => {
    const queued = await systemPrisma.delivery.findMany({ where: { shopId, status: "queued" } });
    for (const { id } of queued) await deliver(id, server);
    return server.taken;
  };

  const codes = () => systemPrisma.proofCode.findMany({ where: { shopId }, orderBy: { createdAt: "asc" } });

  return { shopId, keys, inShop, clock, now, order, write, approve, ask, deliveries, deliver, send, codes };
}

/** The code in the mail that carries it. */
export function codeIn(mails: OutgoingMail[]): string {
  const found = mails.map(({ text }) => /^(\d{3} \d{3})$/mu.exec(text)?.[1]).find(Boolean);
  if (!found) throw new Error("no code left");
  return found;
}
