import { describe, expect, it } from "vitest";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import { THREAD_READ } from "#app/care/understand/read-thread.server.ts";
import { forShop } from "#app/db.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { days, minutes } from "#app/lib/duration.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { addMessage, understand, versionsOf } from "#tests/factories/thread.ts";

const ANGRY = "I am furious. My parcel has still not arrived and nobody answers me, this is outrageous!";
/** What a message tells of somebody else's order is told to nobody: the writer's own. */
const HERS = { email: "eva@shopper.example" };
const ago = (time: number) => new Date(Date.now() - time);

async function thread(given: Partial<Parameters<typeof makeConversation>[0]> = {}) {
  const made = await makeShop();
  const begun = await makeConversation({ keys: made.keys, at: ago(days(3)), ...given });
  const inShop = forShop(made.shop.id);
  return {
    ...made,
    ...begun,
    inShop,
    say: (text: string, at?: Date) =>
      addMessage(made.keys, { conversationId: begun.conversationId, text, ...(at ? { at } : {}) }),
    readingOf: (id: string) => inShop((tx) => readReading(tx, made.keys, { messageId: id, now: new Date() })),
    shown: async () =>
      (await showConversation({ inShop, keys: made.keys, now: () => new Date() }, begun.conversationId))
        ?.reading,
    row: () => systemPrisma.conversation.findUniqueOrThrow({ where: { id: begun.conversationId } }),
  };
}

describe("a message that arrives", () => {
  it("is kept with when and why it was read, and until when its emotion is", async () => {
    const { shop, messageId } = await thread();
    const at = new Date();
    await understand(shop.id, messageId, at);
    const [first, ...more] = await versionsOf(messageId);
    const message = await systemPrisma.message.findUniqueOrThrow({ where: { id: messageId } });
    expect(more).toEqual([]);
    expect(first).toMatchObject({ version: 1, madeFor: "first", madeAt: at, thread: [first?.id] });
    expect(first?.expiresAt.getTime()).toBe(message.at.getTime() + days(90));
  });

  it("tells the message before it which order it was about, and that one keeps how it was read first", async () => {
    const { shop, keys, messageId, say, inShop, shown } = await thread({
      text: "Where is my parcel?",
    });
    await understand(shop.id, messageId, ago(days(3)));
    const [before] = await versionsOf(messageId);
    const { order } = await makeOrder(shop, keys, { name: "#1077", person: HERS });
    const second = await say("It is order #1077.");
    await understand(shop.id, second);

    const [first, again, ...more] = await versionsOf(messageId);
    expect(more).toEqual([]);
    expect(first).toEqual(before);
    expect(again).toMatchObject({ version: 2, madeFor: "better_information" });
    const [follow] = await versionsOf(second);
    expect(follow).toMatchObject({ version: 1, madeFor: "follow_up", thread: [again?.id, follow?.id] });
    expect(again?.thread).toEqual(follow?.thread);
    expect(await inShop((tx) => readReading(tx, keys, { messageId, now: new Date() }))).toMatchObject({
      orderIds: [order.id],
    });
    expect((await shown())?.trajectory.points.map((point) => point.messageId)).toEqual([messageId, second]);
  });

  it("adds no version to a message that is read as before", async () => {
    const { shop, messageId, say } = await thread({ text: ANGRY });
    await understand(shop.id, messageId, ago(days(3)));
    await understand(shop.id, await say("Hello?"));
    expect(await versionsOf(messageId)).toHaveLength(1);
  });

  it("is as urgent as the angry one before it, with a label of its own", async () => {
    const { shop, messageId, say, readingOf, row } = await thread({ text: ANGRY });
    await understand(shop.id, messageId, ago(days(3)));
    const angry = await readingOf(messageId);
    expect(angry?.emotion.label).toBe("anger");
    const alone = await thread({ text: "Still nothing." });
    await understand(alone.shop.id, alone.messageId);
    const own = await alone.readingOf(alone.messageId);

    const second = await say("Still nothing.");
    await understand(shop.id, second);
    const reading = await readingOf(second);
    expect(reading?.urgency).toBeGreaterThan(own?.urgency ?? 3);
    expect(reading?.emotion.label).toBe(own?.emotion.label);
    expect(reading?.why).toContain("an earlier message showed anger");
    expect(await row()).toMatchObject({ priority: "high" });
  });

  it("is not hurried by anger that is over", async () => {
    const { shop, messageId, say, readingOf } = await thread({ text: ANGRY });
    await understand(shop.id, messageId, ago(days(3)));
    const thanks = await say("Thank you so much, it came today. You were wonderful!");
    await understand(shop.id, thanks);
    expect((await readingOf(thanks))?.urgency).toBeLessThan(2);
  });
});

describe("a late old message", () => {
  it("stands before the newer one, which speaks for the conversation with what the old one told", async () => {
    const {
      shop,
      keys,
      messageId: newer,
      say,
      row,
      shown,
    } = await thread({
      text: "Where is my parcel?",
      at: new Date(),
    });
    await understand(shop.id, newer);
    expect((await row()).orderIds).toEqual([]);
    const { order } = await makeOrder(shop, keys, { name: "#1088", person: HERS });
    const older = await say("Order #1088 should have come today.", ago(minutes(30)));
    expect(await understand(shop.id, older)).toBe("read; a newer message speaks for the conversation");
    expect(await row()).toMatchObject({ intent: "order_status", orderIds: [order.id] });
    expect((await shown())?.trajectory.points.map((point) => point.messageId)).toEqual([older, newer]);
    const jobs = await systemPrisma.job.findMany({
      where: { shopId: shop.id, event: "message-understood", name: "draftReply" },
    });
    expect(jobs.map(({ data }) => data)).toEqual(Array(2).fill({ shopId: shop.id, messageId: newer }));
  });
});

describe("a long thread", () => {
  it("is read again as far as its newest messages", async () => {
    const { shop, messageId, say } = await thread({ text: "Where is my parcel?", at: ago(days(60)) });
    await understand(shop.id, messageId);
    let last: string = messageId;
    for (let index = 0; index < THREAD_READ + 2; index += 1) {
      last = await say(`Any news? I ask for the time number ${index}.`, ago(days(40) - minutes(index)));
      await understand(shop.id, last);
    }
    const [reading] = await versionsOf(last);
    expect(reading?.thread).toHaveLength(THREAD_READ);
    expect(reading?.thread.at(-1)).toBe(reading?.id);
  });

  it("reads two messages that come at once one after the other", async () => {
    const { shop, messageId, say } = await thread({ text: ANGRY });
    const second = await say("Hello?");
    await Promise.all([understand(shop.id, messageId), understand(shop.id, second)]);
    const readings = [...(await versionsOf(messageId)), ...(await versionsOf(second))];
    expect(readings.map(({ version }) => version).filter((version) => version === 1)).toHaveLength(2);
    expect(Math.max(...readings.map((one) => one.thread.length))).toBe(2);
  });
});
