import type { OrderIssue } from "@prisma/client";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findIssues } from "#app/care/detect/find-issues.ts";
import { issueContentSchema } from "#app/care/detect/issue.ts";
import { removeMessagesElsewhere } from "#app/privacy/remove-messages-elsewhere.server.ts";
import { forShop } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { lookedShop } from "#tests/factories/looked-shop.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder, type GivenOrder } from "#tests/factories/order.ts";
import { addMessage, understand } from "#tests/factories/thread.ts";

const EVA = { name: "Eva Lindqvist", address: "eva@shopper.example" };
/** A Friday. */
const NOW = new Date("2026-11-20T09:00:00.000Z");
const SUNDAY = new Date("2026-11-22T09:00:00.000Z");

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

    shop.clock.now = SUNDAY;
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
    [
      "by nobody who is not shown to own it",
      "#1023 is mine, I need it by Tuesday.",
      { proof: "none" as const },
    ],
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
    const next = await addMessage(shop.keys, {
      conversationId,
      text: "I mean order #1024.",
      at: NOW,
      from: EVA,
    });
    await understand(shop.shopId, next, NOW);
    expect((await shop.said()).map((one) => [one.messageId, one.orderId])).toEqual([[messageId, second.id]]);
    expect((await shop.toLookAt()).at(-1)).toEqual(["detectIssues", first.id]);
  });

  it("goes with the message, and so does what was found by it", async () => {
    const shop = await aShop();
    const { id } = await shop.order();
    const { messageId } = await shop.write("I need it by Tuesday.");
    shop.clock.now = SUNDAY;
    expect(new Set(await shop.detectWaiting())).toEqual(new Set(["opened needed_by_at_risk"]));
    await forShop(shop.shopId)((tx) =>
      removeMessagesElsewhere(tx, shop.keys, { messageIds: [messageId], deliveryIds: [] }),
    );
    expect(await shop.said()).toEqual([]);
    expect(await shop.toLookAt()).toEqual([["detectIssues", id]]);
    expect(await shop.detectWaiting()).toEqual(["resolved needed_by_at_risk"]);
  });
});

describe("an order that is needed by a day", () => {
  const BY_FRIDAY = "Hello, I need it by Friday for my daughter's birthday. Eva";
  /** The Wednesday before the Friday after next. */
  const WEDNESDAY = new Date("2026-11-25T09:00:00.000Z");

  it("is at risk by what the message says, and worse than one that nobody needs", async () => {
    const shop = await aShop();
    const { id } = await shop.order();
    const other = await shop.order({ person: { email: "otto@example.com" } });
    const { messageId } = await shop.write(BY_FRIDAY);
    shop.clock.now = WEDNESDAY;
    await shop.detect(id, other.id);

    const found = await shop.issues();
    const atRisk = found.find(({ kind }) => kind === "needed_by_at_risk");
    expect(atRisk).toMatchObject({ orderId: id, subject: `order:${id}@2026-11-27`, severity: 4 });
    const { evidence, stakes } = contentOf(shop.keys, atRisk);
    expect(evidence.find(({ source }) => source.entity === "message")).toMatchObject({
      ...{ id: `message:${messageId}:neededBy`, value: "2026-11-27", observedAt: NOW.toISOString() },
      source: { entity: "message", id: messageId },
    });
    expect(stakes).toEqual(expect.arrayContaining(["needed_by", "gift"]));
    const late = new Map(
      found.flatMap((one) => (one.kind === "unfulfilled" ? [[one.orderId, one.severity]] : [])),
    );
    expect(late.get(id)).toBeGreaterThan(late.get(other.id) ?? 4);
  });

  it("is not one of which a message names a day that is over", async () => {
    const shop = await aShop();
    const { id } = await shop.order();
    await shop.write("I needed it by last Friday for my daughter's birthday.");
    await shop.write("I need it by 13 November 2026!");
    shop.clock.now = WEDNESDAY;
    await shop.detect(id);
    expect((await shop.issues()).map(({ kind }) => kind)).not.toContain("needed_by_at_risk");
  });

  it("is not another order of the same shopper than the one they name", async () => {
    const shop = await aShop();
    const first = await shop.order({ name: "#1023" });
    const second = await shop.order({ name: "#1024" });
    await shop.write("I need #1024 by Friday for my daughter's birthday.");
    shop.clock.now = WEDNESDAY;
    await shop.detect(first.id, second.id);
    const found = (await shop.issues()).filter(({ kind }) => kind === "needed_by_at_risk");
    expect(found.map(({ orderId }) => orderId)).toEqual([second.id]);
  });

  it("opens one issue, however often and in whatever order it is said, read and looked at", async () => {
    const orders = fc.sample(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), {
      ...{ numRuns: 12, seed: 20261122 },
    });
    for (const order of orders) {
      const shop = await aShop();
      const { id } = await shop.order();
      const first = await shop.write(BY_FRIDAY);
      shop.clock.now = WEDNESDAY;
      const again = () => understand(shop.shopId, first.messageId, WEDNESDAY);
      const look = () => shop.detect(id);
      const steps = [
        ...[again, again, look, look, () => Promise.all([look(), shop.sweep(), look()])],
        ...[
          () => shop.write(BY_FRIDAY),
          () => shop.write("By Friday please, I need it for a birthday."),
          shop.sweep,
        ],
      ];
      for (const step of order) await steps[step]?.();
      await shop.detect(id);
      const found = (await shop.issues()).filter(({ kind }) => kind === "needed_by_at_risk");
      expect(found.map(({ status, subject }) => [status, subject])).toEqual([
        ["open", `order:${id}@2026-11-27`],
      ]);
    }
  });
});

const contentOf = (keys: ShopKeys, issue: OrderIssue | undefined) =>
  openJson(
    keys,
    { context: `order_issues.sealed:${issue?.id ?? ""}`, bytes: issue?.sealed ?? new Uint8Array() },
    issueContentSchema,
  );
