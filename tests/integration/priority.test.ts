import { describe, expect, it } from "vitest";
import { refreshDrafts } from "#app/care/draft/refresh-drafts.server.ts";
import { sqlOf } from "#app/db.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import type { Ports } from "#app/ports.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeIssue } from "#tests/factories/issue.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { sendReply } from "#tests/factories/sent-reply.ts";
import { triage } from "#tests/factories/thread.ts";
import { after, MONDAY, triageShop } from "#tests/factories/triage-shop.ts";

const codesIn = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

describe("a cancellation", () => {
  it("is as urgent as the time is short until its order is packed, and comes to be as that time runs out", async () => {
    const { anOrder, mail, rowOf, reasonsOf, clock, judgeDue } = await triageShop();
    const { order } = await anOrder(4);
    const place = await mail({ text: `Please cancel my order ${order.name}.` });
    expect(await rowOf(place)).toMatchObject({ priority: "high", actBy: after(20) });
    expect(await reasonsOf(place)).toEqual([
      { code: "urgency", urgency: 2, least: "high", counts: 0 },
      {
        ...{ code: "before_fulfilment", orderId: order.id, basis: "usual" },
        ...{ by: after(20).toISOString(), least: "high", counts: 0 },
      },
    ]);

    clock.now = after(17);
    expect(await judgeDue()).toEqual([]);
    clock.now = after(18);
    expect(await judgeDue()).toEqual(["it is urgent"]);
    expect(await rowOf(place)).toMatchObject({ priority: "urgent", actBy: after(20) });
    clock.now = after(20);
    expect(await judgeDue()).toEqual(["it is urgent"]);
    expect((await reasonsOf(place))[1]).toMatchObject({ basis: "any_moment" });
  });

  it("is judged anew when its order leaves, and no other conversation is", async () => {
    const { shopId, keys, inShop, anOrder, mail, rowOf, reasonsOf, judgeDue, wakeUps, now } =
      await triageShop();
    const { order } = await anOrder(23);
    const place = await mail({ text: `Please cancel my order ${order.name}.` });
    const other = await anOrder(23, { person: { email: "otto@shopper.example" } });
    expect((await rowOf(place)).priority).toBe("urgent");

    await inShop((tx) =>
      writeRows(sqlOf(tx), keys, {
        orders: [{ ...order, fulfillmentStatus: "fulfilled", updatedAt: after(1).toISOString() }],
      }),
    );
    const before = (await wakeUps()).length;
    const items = [order.id, other.order.id].map((orderId) => ({ data: { shopId, orderId }, trace: null }));
    await refreshDrafts({ now } as Ports, makeRun(shopId), items);
    expect((await wakeUps()).slice(before)).toMatchObject([
      { event: "stakes-changed", data: { shopId, conversationId: place.conversationId } },
    ]);
    expect(await judgeDue()).toContain("it is high");
    expect(await rowOf(place)).toMatchObject({ priority: "high", actBy: null });
    expect(codesIn(await reasonsOf(place))).toEqual(["urgency", "too_late_to_stop"]);
  });
});

describe("what else is at stake", () => {
  it("is found in the records: value by the shop's own median, a gift, an issue, who writes again", async () => {
    const { shop, keys, anOrder, mail, writeAgain, clock, rowOf, reasonsOf, judgeDue } = await triageShop();
    for (let n = 0; n < 20; n += 1)
      await makeOrder(shop, keys, {
        total: `${20 + n}.00`,
        currency: "JPY",
        placedAt: after(-500).toISOString(),
      });
    const gift = { attributes: [{ name: "gift", value: "yes" }] };
    const { order } = await anOrder(48, { total: "6000", currency: "JPY", person: gift });
    const place = await mail({ text: `Where is my order ${order.name}?` });
    expect(codesIn(await reasonsOf(place))).toEqual(["urgency", "gift", "high_value"]);
    expect((await reasonsOf(place))[2]).toMatchObject({ times: 200 });
    expect((await rowOf(place)).priority).toBe("high");

    await makeIssue(keys, { orderId: order.id, severity: 3 });
    clock.now = after(30);
    await writeAgain(place.conversationId, "Hello? Is anybody there?");
    const reasons = await reasonsOf(place);
    expect(codesIn(reasons)).toEqual(["urgency", "gift", "issue", "written_again", "waiting", "high_value"]);
    expect(reasons.find(({ code }) => code === "waiting")).toMatchObject({ since: MONDAY.toISOString() });

    await sendReply(keys, { ...place, text: "It is on its way.", at: after(31) });
    clock.now = after(32);
    await judgeDue();
    expect(codesIn(await reasonsOf(place))).not.toContain("waiting");
  });

  it("is not what they wrote elsewhere of one order where nobody knows which one is meant now", async () => {
    const { anOrder, mail, clock, reasonsOf } = await triageShop();
    const { order } = await anOrder(48);
    await anOrder(40);
    const written = async (text: string, at: Date) => {
      clock.now = at;
      return codesIn(await reasonsOf(await mail({ text, subject: text })));
    };
    await written(`Where is my order ${order.name}?`, MONDAY);
    expect(await written("Can I change my address to Foo Street 5?", after(72))).not.toContain(
      "written_again",
    );
  });

  it("is not a small amount of many units", async () => {
    const { anOrder, mail, reasonsOf } = await triageShop();
    const { order } = await anOrder(48, { total: "90000", currency: "JPY" });
    const place = await mail({ text: `Where is my order ${order.name}?` });
    expect(codesIn(await reasonsOf(place))).not.toContain("high_value");
  });

  it("holds up nobody where it cannot be opened", async () => {
    const { shopId, anOrder, mail, reasonsOf, rowOf } = await triageShop();
    const { order } = await anOrder(23);
    const place = await mail({ text: `Please cancel my order ${order.name}.` });
    const sealed = Buffer.from("broken");
    await systemPrisma.order.update({ where: { shopId_id: { shopId, id: order.id } }, data: { sealed } });
    await systemPrisma.message.update({ where: { id: place.messageId }, data: { sealed } });
    expect(await triage(shopId, place.messageId, after(1))).toBe("it is high");
    expect(codesIn(await reasonsOf(place))).toEqual(["urgency"]);
    expect(await rowOf(place)).toMatchObject({ actBy: null });
  });
});

describe("a priority that a person set", () => {
  const setBy =
    (shopId: string, conversationId: string) =>
    async (given: object, by = "42", changeId?: string) => {
      const at = new Date(MONDAY.getTime() + seconds((await systemPrisma.conversationEvent.count()) + 1));
      await systemPrisma.conversationEvent.create({
        data: { shopId, conversationId, kind: "priority", by, at, data: given, changeId: changeId ?? null },
      });
    };

  it("stays, whatever is read or changes, until they let it be computed again", async () => {
    const { shopId, mail, writeAgain, rowOf, keptOf } = await triageShop();
    const place = await mail({ text: "Where is my parcel?" });
    const where = { id: place.conversationId };
    await systemPrisma.conversation.update({ where, data: { priority: "low" } });
    const set = setBy(shopId, place.conversationId);
    await set({ from: "normal", to: "low" });
    await writeAgain(place.conversationId, "I need it by tomorrow, it is urgent!");
    expect((await rowOf(place)).priority).toBe("low");
    expect(await keptOf(place)).toMatchObject({
      computed: "urgent",
      decided: { by: "person", staffId: "42", priority: "low" },
    });
    await set({ released: true });
    await triage(shopId, place.messageId);
    expect(await rowOf(place)).toMatchObject({ priority: "urgent" });
    expect((await keptOf(place)).decided).toBeNull();
  });

  it("that was undone never was", async () => {
    const { shopId, mail, rowOf } = await triageShop();
    const place = await mail({ text: "Where is my parcel?" });
    const set = setBy(shopId, place.conversationId);
    await set({ from: "normal", to: "urgent" }, "42", "change");
    await set({ from: "urgent", to: "normal", undoes: "change" }, "42", "undo");
    await triage(shopId, place.messageId);
    expect((await rowOf(place)).priority).toBe("normal");
    await set({ from: "normal", to: "urgent", undoes: "undo" }, "42", "redo");
    await triage(shopId, place.messageId);
    expect((await rowOf(place)).priority).toBe("urgent");
  });
});

describe("judging", () => {
  it("twice, or many times at once, changes nothing and asks for one look", async () => {
    const { shopId, anOrder, mail, rowOf, keptOf, wakeUps } = await triageShop();
    const { order } = await anOrder(4);
    const place = await mail({ text: `Please cancel my order ${order.name}.` });
    const before = [await rowOf(place), await keptOf(place), await wakeUps()];
    await Promise.all(Array.from({ length: 6 }, () => triage(shopId, place.messageId, MONDAY)));
    expect([await rowOf(place), await keptOf(place), await wakeUps()]).toEqual(before);
  });

  it("passes over a look that was put off since, and waits for the time of one that came too early", async () => {
    const { shopId, anOrder, mail, clock, judgeDue, writeAgain } = await triageShop();
    const { order } = await anOrder(4);
    const place = await mail({ text: `Please cancel my order ${order.name}.` });
    await systemPrisma.order.update({
      where: { shopId_id: { shopId, id: order.id } },
      data: { placedAt: after(6) },
    });
    clock.now = after(1);
    await writeAgain(place.conversationId, "Did you cancel it?");
    clock.now = after(18);
    expect(await judgeDue()).toEqual(["it is looked at at another time"]);
    clock.now = after(28);
    expect(await judgeDue()).toContain("it is urgent");
  });

  it("says the same of the same case in other words, languages and names", async () => {
    const { anOrder, mail, rowOf, reasonsOf } = await triageShop();
    const cases = [
      ["Please cancel my order NAME.", "Emily Carter"],
      ["Bitte stornieren Sie meine Bestellung NAME.", "Günther Schäfer"],
      ["Por favor, cancelen mi pedido NAME.", "María Dolores"],
      ["Merci d'annuler ma commande NAME.", "Désirée Lefèvre"],
      ["注文NAMEをキャンセルしてください。", "田中 花子"],
    ] as const;
    const found = [];
    for (const [n, [text, name]] of cases.entries()) {
      const address = `writer${n}@shopper.example`;
      const { order } = await anOrder(4, { person: { email: address, customerName: name } });
      const place = await mail({ text: text.replace("NAME", order.name), contact: { name, address } });
      const { priority, actBy } = await rowOf(place);
      found.push({ priority, actBy, codes: codesIn(await reasonsOf(place)) });
    }
    for (const one of found)
      expect(one).toEqual({ priority: "high", actBy: after(20), codes: ["urgency", "before_fulfilment"] });
  });
});
