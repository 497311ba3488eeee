import { draftReply } from "#app/care/draft/draft-reply.server.ts";
import { refreshDrafts } from "#app/care/draft/refresh-drafts.server.ts";
import { watchOrder } from "#app/care/keep/watch-order.server.ts";
import { watchPromise } from "#app/care/keep/watch-promise.server.ts";
import { forShop, sqlOf } from "#app/db.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { showHome } from "#app/desk/show-home.server.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import type { Ports } from "#app/ports.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { sendReply } from "#tests/factories/sent-reply.ts";
import { makeShop } from "#tests/factories/shop.ts";

/** A Wednesday. */
export const SENT = new Date("2026-11-25T14:00:00.000Z");

type Told = { conversationId: string; messageId: string; order: { id: string } };

/** A shop in Berlin whose replies promise and tell, with a clock that the test drives. */
export async function keptShop() {
  const { shop, keys } = await makeShop();
  const shopId = shop.id;
  const inShop = forShop(shopId);
  const clock = { now: SENT };
  const now = () => clock.now;
  const ports = { now } as Ports;
  await systemPrisma.shop.update({ where: { id: shopId }, data: { timezone: "Europe/Berlin" } });

  async function aConversation() {
    const { order, rows } = await makeOrder({ id: shopId }, keys, {
      // The conversation's own contact, so that its order may be spoken of there.
      person: { email: "eva@shopper.example", customerName: "Eva Lindqvist" },
      fulfillments: [{ trackingNumber: "JD01", createdAt: "2026-11-24T09:00:00.000Z" }],
    });
    const place = await makeConversation({
      keys,
      orderIds: [order.id],
      at: new Date("2026-11-25T13:00:00Z"),
    });
    const { conversationId, messageId } = place;
    await makeReading(keys, { conversationId, messageId }, { orderIds: [order.id], unsure: true });
    return { ...place, order, rows };
  }

  const send = ({ conversationId, messageId, order }: Told, text: string, at = SENT) =>
    sendReply(keys, { conversationId, messageId, text, at, orderIds: [order.id] });
  const wakeUps = () =>
    systemPrisma.job.findMany({ where: { shopId, name: "watchPromise" }, orderBy: { id: "asc" } });
  const promises = () => systemPrisma.promise.findMany({ where: { shopId }, orderBy: { id: "asc" } });
  const conversationOf = ({ conversationId }: Pick<Told, "conversationId">) =>
    systemPrisma.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  const shown = (place: Pick<Told, "conversationId">) =>
    showConversation({ inShop, keys, now }, place.conversationId);
  const attention = async () => (await showHome({ inShop, now })).attention;

  /** Runs the wake-ups that are due by now, as the queue would, and drops them. */
  async function wake(at: Date): Promise<string[]> {
    clock.now = at;
    const due = (await wakeUps()).filter(({ runAt }) => runAt <= at);
    const said: string[] = [];
    for (const { id, data } of due) {
      await systemPrisma.job.delete({ where: { id } });
      said.push(
        await watchPromise(ports, makeRun(shopId), data as { shopId: string; promiseId: string; at: string }),
      );
    }
    return said;
  }

  /** Runs the drafting that was asked for, as the queue would, and drops it. */
  async function drafted(): Promise<string[]> {
    const asked = await systemPrisma.job.findMany({
      where: { shopId, name: "draftReply" },
      orderBy: { id: "asc" },
    });
    const said: string[] = [];
    for (const { id, event, data } of asked) {
      await systemPrisma.job.delete({ where: { id } });
      const done = await draftReply(ports, makeRun(shopId), data as { shopId: string; messageId: string });
      said.push(`${event}: ${done}`);
    }
    return said;
  }

  /** The order is mirrored again with these changes, and everything that hears of it runs. */
  async function mirrored({ order }: Pick<Told, "order">, change: Parameters<typeof writeRows>[2]) {
    await inShop((tx) => writeRows(sqlOf(tx), keys, change));
    await refreshDrafts(ports, makeRun(shopId), [{ data: { shopId, orderId: order.id }, trace: null }]);
    const told = await systemPrisma.job.findMany({ where: { shopId, name: "watchOrder" } });
    const said: string[] = [];
    for (const { id } of told) {
      await systemPrisma.job.delete({ where: { id } });
      said.push(await watchOrder(ports, makeRun(shopId), { shopId, orderId: order.id }));
    }
    return { said };
  }

  /** A reply that told a delivery day and a tracking number. */
  async function toldEta() {
    const place = await aConversation();
    const [parcel] = place.rows.fulfillments;
    if (!parcel) throw new Error("No parcel was made");
    const fact = (
      key: string,
      kind: "date" | "tracking",
      { value, raw }: { value: string; raw: string },
    ) => ({
      ...{ id: `fulfillment:${parcel.id}:${key}`, label: key, value, kind, raw },
      source: { entity: "fulfillment", id: parcel.id, field: key },
      ...{ observedAt: SENT.toISOString(), needs: "address_match" as const },
    });
    const facts = [
      fact("eta", "date", { value: "27 November", raw: "2026-11-27" }),
      fact("tracking", "tracking", { value: "JD01", raw: "JD01" }),
    ];
    const sentence = "It should be with you on 27 November; follow it with JD01.";
    const sentences = [
      { text: sentence, kind: "fact" as const, cites: facts.map(({ id }) => id), stage: "answer" as const },
    ];
    const { conversationId, messageId, order } = place;
    const reply = { conversationId, messageId, orderIds: [order.id], draft: { facts, sentences } };
    await sendReply(keys, { ...reply, text: sentence, at: SENT });
    const parcelIs = async (change: Partial<typeof parcel>) => {
      clock.now = new Date(clock.now.getTime() + 1_000);
      const updatedAt = clock.now.toISOString();
      return mirrored(place, { fulfillments: [{ ...parcel, ...change, updatedAt }] });
    };
    return { ...place, reply, sentence, parcel, parcelIs };
  }

  return {
    ...{ shopId, keys, inShop, clock, now },
    ...{ aConversation, send, wakeUps, promises, conversationOf, shown },
    ...{ attention, wake, drafted, mirrored, toldEta },
  };
}
