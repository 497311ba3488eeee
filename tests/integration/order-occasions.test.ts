import { describe, expect, it } from "vitest";
import { findIssues } from "#app/care/detect/find-issues.ts";
import { removeMessagesElsewhere } from "#app/privacy/remove-messages-elsewhere.server.ts";
import { forShop } from "#app/db.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { lookedShop } from "#tests/factories/looked-shop.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder, type GivenOrder } from "#tests/factories/order.ts";
import { addMessage, understand } from "#tests/factories/thread.ts";

const EVA = { name: "Eva Lindqvist", address: "eva@shopper.example" };
/** A Friday. */
const NOW = new Date("2026-11-20T09:00:00.000Z");

async function aShop() {
  const shop = await lookedShop(NOW, findIssues);
  await systemPrisma.shop.update({ where: { id: shop.shopId }, data: { timezone: "Europe/Berlin" } });
  const order = async (given: GivenOrder = {}) =>
    (
      await makeOrder(shop.shop, shop.keys, {
        placedAt: "2026-11-19T09:00:00.000Z",
        updatedAt: "2026-11-19T09:00:00.000Z",
        person: { email: EVA.address },
        ...given,
      })
    ).order;
  type Written = Partial<Parameters<typeof makeConversation>[0]> & { automatic?: boolean };
  const write = async (text: string, { automatic = false, ...given }: Written = {}) => {
    const { conversationId, messageId } = await makeConversation({
      ...{ keys: shop.keys, text, contact: EVA, proof: "address_match", at: NOW },
      ...given,
    });
    await systemPrisma.message.update({ where: { id: messageId }, data: { automatic } });
    await understand(shop.shopId, messageId, NOW);
    return { conversationId, messageId };
  };
  const said = () =>
    systemPrisma.orderOccasion.findMany({ where: { shopId: shop.shopId }, orderBy: { saidAt: "asc" } });
  const toLookAt = async () => {
    const jobs = await systemPrisma.job.findMany({
      where: { shopId: shop.shopId, event: "occasion-said" },
      orderBy: { id: "asc" },
    });
    return jobs.map(({ name, data }) => [name, (data as { orderId: string }).orderId]);
  };
  return { ...shop, order, write, said, toLookAt };
}

describe("what shoppers say of when they need an order", () => {
  it("is kept of an order that is theirs, which is looked at again", async () => {
    const shop = await aShop();
    const { id } = await shop.order();
    const { messageId } = await shop.write("Hi, it is a birthday present and I need it by Tuesday!");
    expect(await shop.said()).toEqual([
      {
        ...{ shopId: shop.shopId, orderId: id, messageId, gift: true, saidAt: NOW },
        neededBy: new Date("2026-11-24"),
      },
    ]);
    expect(await shop.toLookAt()).toEqual([["detectIssues", id]]);

    shop.clock.now = new Date("2026-11-22T09:00:00.000Z");
    await shop.detect(id);
    expect(await shop.issues()).toMatchObject([
      { kind: "needed_by_at_risk", orderId: id, subject: `order:${id}@2026-11-24` },
    ]);
  });

  it("is read against the day on which it was written where the shop is, in its language", async () => {
    const shop = await aShop();
    await shop.order();
    // Saturday in Berlin already.
    const at = new Date("2026-11-20T23:30:00.000Z");
    await shop.write("Guten Abend, ich brauche das Paket unbedingt bis morgen.", { at });
    expect((await shop.said()).map(({ neededBy }) => neededBy)).toEqual([new Date("2026-11-22")]);
  });

  it.each([
    ["by nobody who is not shown to own it", "#1023 is mine, I need it by Tuesday.", { proof: "none" as const }],
    [
      "by nobody who is somebody else",
      "#1023 is mine, I need it by Tuesday.",
      { contact: { name: "Otto", address: "otto@example.com" } },
    ],
    ["by no machine", "I need it by Tuesday.", { automatic: true }],
    ["where nothing of the kind is said", "Where is my parcel?", {}],
  ])("is said %s", async (_who, text, given) => {
    const shop = await aShop();
    await shop.order({ name: "#1023" });
    await shop.write(text, given);
    expect(await shop.said()).toEqual([]);
    expect(await shop.toLookAt()).toEqual([]);
  });

  it("is of the order that a later message names", async () => {
    const shop = await aShop();
    const first = await shop.order({ name: "#1023" });
    const second = await shop.order({ name: "#1024" });
    const { conversationId, messageId } = await shop.write("I need it by Tuesday.");
    expect((await shop.said()).map(({ orderId }) => orderId).toSorted()).toEqual(
      [first.id, second.id].toSorted(),
    );
    const next = await addMessage(shop.keys, { conversationId, text: "I mean order #1024.", at: NOW, from: EVA });
    await understand(shop.shopId, next, NOW);
    expect((await shop.said()).map((one) => [one.messageId, one.orderId])).toEqual([[messageId, second.id]]);
    expect((await shop.toLookAt()).at(-1)).toEqual(["detectIssues", first.id]);
  });

  it("goes with the message", async () => {
    const shop = await aShop();
    await shop.order();
    const { messageId } = await shop.write("I need it by Tuesday.");
    expect(await shop.said()).toHaveLength(1);
    await forShop(shop.shopId)((tx) =>
      removeMessagesElsewhere(tx, shop.keys, { messageIds: [messageId], deliveryIds: [] }),
    );
    expect(await shop.said()).toEqual([]);
  });
});
