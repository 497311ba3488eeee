// Messages minutes apart become one reading and one draft.
import { beforeEach, describe, expect, it } from "vitest";
import { draftReply } from "#app/care/draft/draft-reply.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { forShop, type InShop } from "#app/db.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import type { Ports } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { addMessage, understand } from "#tests/factories/thread.ts";

const eva = { name: "Eva Lindqvist", address: "eva@shopper.example" };
const ASKED = new Date("2026-11-13T09:00:00Z");
const minutesLater = (count: number) => new Date(ASKED.getTime() + count * 60_000);

let world: { shopId: string; keys: ShopKeys; inShop: InShop };
beforeEach(async () => {
  const { shop, keys } = await makeShop();
  world = { shopId: shop.id, keys, inShop: forShop(shop.id) };
});

const theirs = { person: { email: eva.address, customerName: eva.name }, locale: "en" };
const parcel = {
  updatedAt: "2026-11-12T08:00:00.000Z",
  events: [{ status: "in_transit", city: "Hamburg", happenedAt: "2026-11-12T07:00:00.000Z" }],
};

/** A question about an order that is on its way, read and drafted as the worker does it. */
async function aQuestion(text = "Where is my order {order}? It has still not arrived.") {
  const { shopId, keys } = world;
  const { order } = await makeOrder({ id: shopId }, keys, { ...theirs, fulfillments: [parcel] });
  const words = text.replace("{order}", order.name);
  const place = await makeConversation({ keys, contact: eva, subject: "", text: words, at: ASKED });
  await understand(shopId, place.messageId, ASKED);
  return { ...place, order };
}

async function goesOn(conversationId: string, text: string, after: number) {
  const at = minutesLater(after);
  const messageId = await addMessage(world.keys, { conversationId, text, at });
  await systemPrisma.draft.updateMany({
    where: { conversationId, status: "waiting" },
    data: { status: "stale" },
  });
  await understand(world.shopId, messageId, at);
  return messageId;
}

const jobs = () =>
  systemPrisma.job.findMany({ where: { shopId: world.shopId, name: "draftReply" }, orderBy: { id: "asc" } });

/** Runs the drafting that is due by then, as the queue would, and drops it. */
async function drafted(at: Date): Promise<string[]> {
  const said: string[] = [];
  for (const { id, data, runAt } of await jobs()) {
    // A job without a time of its own has the database's.
    if (runAt > at && runAt < new Date("2026-11-14T00:00:00Z")) continue;
    await systemPrisma.job.delete({ where: { id } });
    const run = makeRun(world.shopId);
    said.push(
      await draftReply({ now: () => at } as Ports, run, data as { shopId: string; messageId: string }),
    );
  }
  return said;
}
const shown = (conversationId: string) => world.inShop((tx) => readDraft(tx, world.keys, conversationId));
const rows = (conversationId: string) =>
  systemPrisma.draft.findMany({ where: { conversationId }, orderBy: { version: "asc" } });

describe("two mails minutes apart", () => {
  it("get one draft, which answers both", async () => {
    const { conversationId, messageId, order } = await aQuestion();
    expect(await drafted(minutesLater(0))).toEqual(["drafted version 1"]);
    const second = await goesOn(conversationId, "Also, how can I return the bottle once it is here?", 2);
    const draft = (await drafted(minutesLater(4))).at(-1);
    expect(draft).toBe("drafted version 2");
    const made = await shown(conversationId);
    expect(made).toMatchObject({
      status: "waiting",
      messageId: second,
      answers: [messageId, second],
      plan: { intent: "return", also: [expect.stringMatching(/order_status|delivery_problem/u)] },
    });
    expect(made?.text).toContain(`${order.name} is on its way`);
    expect(made?.text).toContain("you would like to return");
    expect(made?.checks.filter(({ outcome }) => outcome === "block")).toEqual([]);
    expect((await rows(conversationId)).map(({ status }) => status)).toEqual(["superseded", "waiting"]);
  });

  it("are answered once their writer has been quiet for a minute, the first at once", async () => {
    const { conversationId } = await aQuestion();
    const [first] = await jobs();
    expect(first?.runAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    await systemPrisma.job.deleteMany({ where: { shopId: world.shopId } });
    await goesOn(conversationId, "?", 1);
    await goesOn(conversationId, "please hurry", 2);
    expect((await jobs()).map(({ runAt }) => runAt)).toEqual([minutesLater(2), minutesLater(3)]);
    expect(await drafted(minutesLater(2))).toEqual(["drafted version 1"]);
    expect(await drafted(minutesLater(3))).toEqual(["a draft from the same facts is waiting"]);
    expect((await shown(conversationId))?.answers).toHaveLength(3);
  });

  it("keep the question open when the second is thin or thankful", async () => {
    for (const text of ["?", "Thank you so much, you are great!"]) {
      const { conversationId, order } = await aQuestion();
      await goesOn(conversationId, text, 2);
      await drafted(minutesLater(4));
      expect((await shown(conversationId))?.text).toContain(`${order.name} is on its way`);
    }
  });

  it("are one draft also where the first was read after the second", async () => {
    const { shopId, keys } = world;
    const { order } = await makeOrder({ id: shopId }, keys, { ...theirs, fulfillments: [parcel] });
    const text = `Where is my order ${order.name}? It has still not arrived.`;
    const { conversationId, messageId } = await makeConversation({
      keys,
      contact: eva,
      subject: "",
      text,
      at: ASKED,
    });
    const words = "How can I return the bottle once it is here?";
    const second = await addMessage(keys, { conversationId, text: words, at: minutesLater(2) });
    await understand(shopId, second, minutesLater(2));
    await drafted(minutesLater(3));
    expect((await shown(conversationId))?.answers).toBeUndefined();
    await understand(shopId, messageId, minutesLater(4));
    expect(await drafted(minutesLater(5))).toEqual(["drafted version 2"]);
    expect(await shown(conversationId)).toMatchObject({ messageId: second, answers: [messageId, second] });
  });

  it("go to a person when either of them has to", async () => {
    const { conversationId } = await aQuestion("My lawyer will sue you if order {order} does not arrive.");
    await goesOn(conversationId, "And where is it now?", 2);
    await drafted(minutesLater(4));
    expect((await shown(conversationId))?.plan.approach).toBe("hand_over");
  });

  it("are not answered again where the first was answered before the second came", async () => {
    const { conversationId } = await aQuestion();
    await addMessage(world.keys, {
      conversationId,
      text: "It is on its way.",
      at: minutesLater(1),
      direction: "out",
    });
    await systemPrisma.job.deleteMany({ where: { shopId: world.shopId } });
    await goesOn(conversationId, "How can I return the bottle once it is here?", 2);
    await drafted(minutesLater(2));
    const made = await shown(conversationId);
    expect(made?.answers).toBeUndefined();
    expect(made?.plan.also).toBeUndefined();
    expect(made?.text).not.toContain("is on its way");
  });

  it("is sent as it stands: nothing in it is stale at the moment of approval", async () => {
    const { conversationId } = await aQuestion();
    await goesOn(conversationId, "Also, how can I return the bottle once it is here?", 2);
    await drafted(minutesLater(4));
    const made = await shown(conversationId);
    const approved = await approveDraft(
      { inShop: world.inShop, now: () => minutesLater(5) },
      { shopId: world.shopId, conversationId, draftId: made?.id ?? "", staff: { id: "42", name: "Mia" } },
    );
    expect(approved).toMatchObject({ outcome: "approved" });
  });
});

describe("a code that a run of messages asks for", () => {
  it("goes out for the order that any of them names, and what that one asked waits for it", async () => {
    const { shopId, keys, inShop } = world;
    const { order } = await makeOrder({ id: shopId }, keys, { fulfillments: [parcel] });
    const text = `Please cancel my order ${order.name}.`;
    const place = await makeConversation({ keys, contact: eva, subject: "", text, at: ASKED });
    const { conversationId } = place;
    await understand(shopId, place.messageId, ASKED);
    await goesOn(conversationId, "please hurry", 2);
    await drafted(minutesLater(4));
    const made = await shown(conversationId);
    expect(made?.plan.question).toBe("proof.code");
    const approved = await approveDraft(
      { inShop, now: () => minutesLater(5) },
      { shopId, conversationId, draftId: made?.id ?? "", staff: { id: "42", name: "Mia" } },
    );
    expect(approved).toMatchObject({ outcome: "approved" });
    expect(await systemPrisma.proofCode.findMany({ where: { conversationId } })).toMatchObject([
      { orderId: order.id, messageId: place.messageId },
    ]);
  });
});

describe("two conversations about one order that may not be joined", () => {
  it("know of each other, with a link, for as long as both are open", async () => {
    const { keys, inShop, shopId } = world;
    const { conversationId, order } = await aQuestion();
    await drafted(minutesLater(1));
    const words = `I wrote about ${order.name} before. Where is it?`;
    const other = await makeConversation({
      keys,
      contact: eva,
      subject: "Again",
      text: words,
      at: minutesLater(2),
      // Authentication failed.
      proof: "none",
    });
    await understand(shopId, other.messageId, minutesLater(2));
    await drafted(minutesLater(3));
    const notes = async (id: string) => {
      const conversation = await showConversation({ inShop, keys, now: () => minutesLater(4) }, id);
      return conversation?.draft?.checks.filter(({ rule }) => rule === "also_wrote");
    };
    expect(await notes(conversationId)).toMatchObject([
      { conversationId: other.conversationId, why: expect.stringContaining("“Again”") },
    ]);
    expect(await notes(other.conversationId)).toMatchObject([{ conversationId }]);
    await systemPrisma.conversation.update({ where: { id: conversationId }, data: { status: "closed" } });
    expect(await notes(other.conversationId)).toEqual([]);
  });
});

describe("noise after a question", () => {
  it("is not answered, and the question is, also where it was not drafted yet", async () => {
    const { conversationId, messageId } = await aQuestion();
    const noise = await goesOn(conversationId, "noise", 2);
    await systemPrisma.reading.deleteMany({ where: { messageId: noise } });
    await makeReading(world.keys, { conversationId, messageId: noise }, { intent: "spam_or_auto" });
    expect(await drafted(minutesLater(4))).toContain("drafted version 1");
    expect(await shown(conversationId)).toMatchObject({ messageId, status: "waiting" });
  });
});
