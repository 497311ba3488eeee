import { beforeEach, describe, expect, it } from "vitest";
import { understandMessage } from "#app/care/understand/understand-message.server.ts";
import { closeAside } from "#app/care/review/side/close-aside.server.ts";
import { readSideFacts } from "#app/care/review/side/read-side-facts.server.ts";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { showHome } from "#app/desk/show-home.server.ts";
import { showOutgoing } from "#app/desk/show-outgoing.server.ts";
import { minutes } from "#app/lib/duration.ts";
import type { MailOutcome, Ports } from "#app/ports.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { receive } from "#tests/integration/mail/receiving.ts";
import { outgoingShop, type OutgoingShop } from "#tests/factories/outgoing-shop.ts";

let shop: OutgoingShop;
beforeEach(async () => {
  shop = await outgoingShop();
});

async function asked() {
  const order = await shop.order();
  return { order, ...(await shop.asked({ status: "waiting", orderIds: [order.id] })) };
}
const CARRIER = "Carrier <service@carrier.example>";
const conversationOf = (id: string) => systemPrisma.conversation.findUniqueOrThrow({ where: { id } });

describe("a side conversation with a third party", () => {
  it("has an address of its own; what comes back stands beside the shopper's thread, unread and undrafted", async () => {
    const { conversationId } = await asked();
    const done = await shop.aside(conversationId);
    if (done.outcome !== "approved") throw new Error(done.outcome);
    await shop.send();
    const [mail] = shop.mail.taken;
    expect(mail).toMatchObject({ to: { address: "service@carrier.example" }, subject: "A parcel" });
    const { said, message, messageId, conversation } = await receive(
      shop.keys,
      { from: CARRIER, subject: "AW: A parcel", text: "It lies in Hamburg." },
      { to: mail?.replyTo.address ?? "" },
    );
    expect(said).toBe("added to a side conversation");
    expect(conversation).toMatchObject({ id: done.sideId, parentId: conversationId, unsent: true });
    expect(message?.content.text).toBe("It lies in Hamburg.");
    expect(await systemPrisma.job.count({ where: { shopId: shop.shopId, name: "understandMessage" } })).toBe(
      0,
    );
    const ports = { now: () => new Date(), readingModel: null } as Ports;
    const given = { shopId: shop.shopId, messageId };
    expect(await understandMessage(ports, makeRun(shop.shopId), given)).toBe("not a shopper's message");
    expect(await systemPrisma.reading.count({ where: { messageId } })).toBe(0);
    const parent = await shop.read(conversationId);
    expect(parent?.messages.every(({ content }) => !content.from.address.includes("carrier"))).toBe(true);
    expect(parent).toMatchObject({ status: "open", emotion: "worry", priority: "normal" });
    const page = await listConversations({ ...shop.deps, keys: shop.keys }, { limit: 10 });
    expect(page.outcome === "listed" && page.items.map(({ id }) => id)).toEqual([conversationId]);
  });

  it("tells nothing of the shopper that was not chosen", async () => {
    const { conversationId, conversation } = await asked();
    const { orders, shopper } = await shop.inShop((tx) => readSideFacts(tx, shop.keys, conversation));
    const facts = [...(orders[0]?.facts ?? []), ...shopper];
    expect(facts.filter(({ personal }) => !personal).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["order", "items", "carrier", "tracking"]),
    );
    const text = "Parcel JD0146000030 for Ada Berg, ada@shopper.example.test: where is it?";
    const refused = await shop.aside(conversationId, { text });
    expect(refused).toMatchObject({ outcome: "untold" });
    expect(await shop.deliveries()).toEqual([]);
    const told = facts.filter(({ kind }) => kind === "name" || kind === "email").map(({ id }) => id);
    expect((await shop.aside(conversationId, { text, told })).outcome).toBe("approved");
  });

  it("sends one mail for two clicks, goes on in its own thread, and closes", async () => {
    const { conversationId } = await asked();
    const answers = await Promise.all([shop.aside(conversationId), shop.aside(conversationId)]);
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(["already_sent", "approved"]);
    const [first] = answers;
    const sideId = first && "sideId" in first ? first.sideId : "";
    await shop.send();
    await receive(
      shop.keys,
      { from: CARRIER, subject: "Re: A parcel", text: "Which one?" },
      { to: shop.mail.taken[0]?.replyTo.address ?? "" },
    );
    const again = await shop.aside(conversationId, { sideId, askId: "ask-2", text: "The first." });
    expect(again).toMatchObject({ outcome: "approved", sideId });
    await shop.send();
    expect(shop.mail.taken).toHaveLength(2);
    expect(shop.mail.taken[1]).toMatchObject({ subject: "Re: A parcel" });
    expect(await closeAside(shop.deps, { parentId: conversationId, sideId, as: "closed" })).toBe(true);
    expect((await conversationOf(sideId)).status).toBe("closed");
    expect(await closeAside(shop.deps, { parentId: sideId, sideId, as: "closed" })).toBe(false);
  });

  it("can be taken back before it leaves, and leaves no trace where nothing was said before", async () => {
    const { conversationId } = await asked();
    const done = await shop.aside(conversationId, { holdFor: 8_000 });
    if (done.outcome !== "approved") throw new Error(done.outcome);
    expect(await shop.undo(done.deliveryId)).toMatchObject({ outcome: "undone", draftId: null });
    expect(await systemPrisma.conversation.count({ where: { id: done.sideId } })).toBe(0);
    expect((await shop.aside(conversationId)).outcome).toBe("approved");
  });

  it.each<[MailOutcome, "failed" | "uncertain"]>([
    [{ outcome: "rejected", code: 550, response: "no such user" }, "failed"],
    [{ outcome: "unknown", reason: "the connection ended" }, "uncertain"],
  ])(
    "is counted at home and found in the inbox by the shopper's conversation when its mail is lost: %j",
    async (answer, as) => {
      shop = await outgoingShop(answer);
      const { conversationId } = await asked();
      await shop.aside(conversationId);
      await shop.send();
      expect((await shop.deliveries()).map(({ status }) => status)).toEqual([as]);
      expect((await showHome(shop.deps)).attention).toMatchObject({ failed: 0, uncertain: 0, [as]: 1 });
      const page = await listConversations({ ...shop.deps, keys: shop.keys }, { delivery: as, limit: 10 });
      expect(page.outcome === "listed" && page.items.map(({ id }) => id)).toEqual([conversationId]);
    },
  );

  it("shows what was said last, of however many there are", async () => {
    const { conversationId, conversation } = await asked();
    const begun: string[] = [];
    for (let n = 1; n <= 22; n++) {
      shop.clock.now = new Date(shop.clock.now.getTime() + minutes(1));
      const done = await shop.aside(conversationId, { askId: `ask-${n}`, text: `Question ${n}?` });
      if (done.outcome !== "approved") throw new Error(done.outcome);
      begun.push(done.sideId);
      if (n === 1) await shop.send();
    }
    const [oldest = "", second, third] = begun;
    shop.clock.now = new Date(shop.clock.now.getTime() + minutes(1));
    const held = { sideId: oldest, askId: "ask-23", text: "And now?", holdFor: 8_000 };
    await shop.aside(conversationId, held);
    const thread = await shop.read(conversation.id);
    if (!thread) throw new Error("no conversation");
    const { asides } = await shop.inShop((tx) =>
      showOutgoing(tx, shop.keys, { conversation: thread, now: shop.clock.now }),
    );
    expect(asides.map(({ id }) => id)).toEqual(begun.filter((id) => id !== second && id !== third));
    expect(asides[0]).toMatchObject({
      ...{ id: oldest, status: "waiting", subject: "A parcel", troubles: [] },
      to: { address: "service@carrier.example" },
      messages: [{ direction: "out", text: "Question 1?", files: [] }],
      leaving: [{ text: "And now?", undoable: true, leavesInMs: 8_000 }],
    });
    expect(asides.slice(1).map(({ leaving }) => leaving.map(({ text }) => text))).toEqual(
      asides.slice(1).map((_, at) => [`Question ${at + 4}?`]),
    );
    expect(asides.slice(1).flatMap(({ messages }) => messages)).toEqual([]);
  });

  it("goes to no address of the app, and belongs to no other shop's conversation", async () => {
    const { conversationId } = await asked();
    const own = { name: "", address: `${shop.shop.inboundKey}@inbound.example.test` };
    expect(await shop.aside(conversationId, { to: own })).toMatchObject({ outcome: "refused", why: "own" });
    const other = await outgoingShop();
    expect(await other.aside(conversationId)).toEqual({ outcome: "not_found" });
  });
});
