import { beforeEach, describe, expect, it } from "vitest";
import { checkEdit } from "#app/care/review/check-edit.server.ts";
import { writeByHand } from "#app/care/draft/write-by-hand.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { suppress } from "#app/conversation/suppressions.server.ts";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { days } from "#app/lib/duration.ts";
import type { Ports } from "#app/ports.ts";
import { clearUnsent } from "#app/privacy/clear-unsent.server.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { receive, DOMAIN } from "#tests/integration/mail/receiving.ts";
import { ADA, outgoingShop, type OutgoingShop } from "#tests/factories/outgoing-shop.ts";

let shop: OutgoingShop;
beforeEach(async () => {
  shop = await outgoingShop();
});

async function begun(given: Parameters<OutgoingShop["begin"]>[0] = {}) {
  const done = await shop.begin(given);
  if (done.outcome !== "begun") throw new Error(JSON.stringify(done));
  const draft = await shop.inShop((tx) => readDraft(tx, shop.keys, done.conversationId));
  if (!draft) throw new Error("no draft");
  return { ...done, draft };
}
const listed = async () => {
  const page = await listConversations({ ...shop.deps, keys: shop.keys }, { limit: 10 });
  return page.outcome === "listed" ? page.items.map(({ id }) => id) : [];
};
const index = (address: string) => blindIndex(shop.keys, "email", address);

describe("a message that a person begins", () => {
  it("leaves once, begins a conversation that waits for the shopper, and says nothing of AI when a person wrote it", async () => {
    const message = await begun();
    expect(await listed()).toEqual([]);
    const text =
      "Hello Ada,\n\nwe saw that you asked on the phone about our bottles. Which size do you need?";
    const [first, second] = [
      await shop.approve(message, { text }),
      await shop.approve(message, { text: `${text} Or a bag?` }),
    ];
    expect(first.outcome).toBe("approved");
    expect(second).toMatchObject({ outcome: "already_sent" });
    expect(await shop.send()).toEqual(["sent"]);
    const [mail] = shop.mail.taken;
    expect(mail).toMatchObject({ subject: "Your order", to: { address: ADA }, references: [] });
    expect(mail?.text).not.toContain("AI");
    expect(await shop.deliveries()).toMatchObject([
      { purpose: "message", key: `message:${message.draftId}`, status: "sent" },
    ]);
    expect(await shop.read(message.conversationId)).toMatchObject({ status: "waiting", unsent: false });
    expect(await listed()).toEqual([message.conversationId]);
    const { message: answer, conversation } = await receive(
      shop.keys,
      { from: `Ada <${ADA}>`, subject: "Re: Your order", text: "The large one." },
      { to: mail?.replyTo.address ?? "" },
    );
    expect(conversation).toMatchObject({ id: message.conversationId, status: "open" });
    expect(answer?.content.text).toBe("The large one.");
    expect(mail?.replyTo.address).toContain(DOMAIN);
  });

  it("is about no order where none was chosen, until the shopper writes", async () => {
    const order = await shop.order();
    const message = await begun({ orderId: null });
    expect(await shop.read(message.conversationId)).toMatchObject({ orderIds: [], orderState: null });
    expect((await shop.approve(message, { text: "Hello Ada, which size do you need?" })).outcome).toBe(
      "approved",
    );
    expect(await shop.send()).toEqual(["sent"]);
    expect(await shop.read(message.conversationId)).toMatchObject({ orderIds: [] });
    await receive(
      shop.keys,
      { from: `Ada <${ADA}>`, subject: "Re: Your order", text: "The large one." },
      { to: shop.mail.taken.at(-1)?.replyTo.address ?? "" },
    );
    expect(await shop.read(message.conversationId)).toMatchObject({ orderIds: [order.id] });
    const about = await begun({ orderId: order.id });
    expect(await shop.read(about.conversationId)).toMatchObject({ orderIds: [order.id] });
  });

  it("is drafted from the facts of the order, for its own address only", async () => {
    const order = await shop.order();
    const message = await begun({ orderId: order.id, from: "order" });
    expect(message.draft.text).toContain(order.name);
    expect(message.draft.text).toContain("Ada");
    expect(message.draft.maker).toBe("composer");
    expect(message.draft.sentences.some(({ cites }) => cites.length > 0)).toBe(true);
    const other = { name: "Otto", address: "otto@elsewhere.example" };
    expect(await shop.begin({ orderId: order.id, from: "order", to: other })).toEqual({
      ...{ outcome: "refused", field: "orderId", why: "other_address" },
    });
    expect((await shop.approve(message)).outcome).toBe("approved");
    await shop.send();
    expect(shop.mail.taken[0]?.text).toContain("AI");
  });

  it("tells nobody else of the order, whatever reason is given", async () => {
    const order = await shop.order();
    const to = { name: "Otto", address: "otto@elsewhere.example" };
    const message = await begun({ orderId: order.id, to });
    expect(message.draft.facts.some(({ value }) => value === order.name)).toBe(false);
    const refused = await shop.approve(message, {
      text: `Hello Otto,\n\nyour order ${order.name} is on its way.`,
      overrule: { reason: "he asked on the phone" },
    });
    expect(refused).toMatchObject({ outcome: "blocked" });
    expect(await shop.deliveries()).toEqual([]);
  });

  it("is checked while it is written, as a reply is", async () => {
    const order = await shop.order();
    const message = await begun({ orderId: order.id });
    const said = (text: string) =>
      checkEdit(shop.deps, { shopId: shop.shopId, ...message, conversationId: message.conversationId, text });
    const wrong = await said("Hello Ada, we refunded 99.99 EUR.");
    expect(wrong).toMatchObject({ outcome: "checked" });
    expect(JSON.stringify(wrong)).toContain('"block"');
    const right = await said(`Hello Ada, this is about your order ${order.name}.`);
    expect(JSON.stringify(right)).not.toContain('"block"');
  });

  it("goes to no address that takes no mail, was erased, or is the app's own", async () => {
    await shop.inShop((tx) =>
      suppress(tx, { shopId: shop.shopId, contactIndex: index(ADA), scope: "all", reason: "complained" }),
    );
    const why = async (address: string) => {
      const done = await shop.begin({ to: { name: "", address } });
      return done.outcome === "refused" ? done.why : done.outcome;
    };
    expect(await why(ADA)).toBe("suppressed");
    await systemPrisma.redactionMark.create({
      data: { shopId: shop.shopId, entity: "contact", entityKey: index("gone@shopper.example") },
    });
    expect(await why("gone@shopper.example")).toBe("erased");
    expect(await why(`${shop.shop.inboundKey}@${DOMAIN}`)).toBe("address");
    expect(await why("two@a.example, three@b.example")).toBe("address");
  });

  it("goes to who asked not to be written to unasked with a reason only", async () => {
    await shop.inShop((tx) =>
      suppress(tx, { shopId: shop.shopId, contactIndex: index(ADA), scope: "outreach", reason: "opted out" }),
    );
    const message = await begun();
    expect(message.optedOut).toBe(true);
    const text = "Hello Ada,\n\nyou left your umbrella with us.";
    expect(await shop.approve(message, { text })).toMatchObject({ outcome: "blocked" });
    const overrule = { reason: "She called and asked for it" };
    expect((await shop.approve(message, { text, overrule })).outcome).toBe("approved");
  });

  it("is begun anew in its place with another recipient or order", async () => {
    const order = await shop.order();
    const first = await begun();
    const again = await begun({ conversationId: first.conversationId, orderId: order.id, from: "order" });
    expect(again.conversationId).toBe(first.conversationId);
    expect((await shop.approve({ ...first })).outcome).toBe("stale");
    expect((await shop.approve(again)).outcome).toBe("approved");
    expect(await shop.begin({ conversationId: first.conversationId })).toEqual({ outcome: "sent" });
    const other = await outgoingShop();
    expect(await other.begin({ conversationId: first.conversationId })).toEqual({ outcome: "not_found" });
  });

  it("that is taken back is found again in the inbox with its draft", async () => {
    const message = await begun();
    const text = "Hello Ada,\n\nyou left your umbrella with us.";
    const approved = await shop.approve(message, { text, holdFor: 8_000 });
    if (approved.outcome !== "approved") throw new Error(approved.outcome);
    expect(await listed()).toEqual([]);
    expect(await shop.undo(approved.deliveryId)).toMatchObject({ outcome: "undone", text });
    expect(await listed()).toEqual([message.conversationId]);
    const row = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: message.conversationId } });
    expect(row).toMatchObject({ status: "open", toReview: true });
  });

  it("is cleared away after a week with its files, unless it left", async () => {
    const [left, kept] = [await begun(), await begun()];
    await shop.file(left.conversationId);
    await shop.approve(kept, { text: "Hello Ada,\n\nyou left your umbrella with us." });
    await shop.send();
    const now = new Date(shop.clock.now.getTime() + days(7));
    const run = makeRun(shop.shopId);
    for (const { conversationId } of [left, kept])
      await clearUnsent({ now: () => now } as Ports, run, { shopId: shop.shopId, placeId: conversationId });
    const rows = await systemPrisma.conversation.findMany({ where: { shopId: shop.shopId } });
    expect(rows.map(({ id }) => id)).toEqual([kept.conversationId]);
    expect(await systemPrisma.attachment.count({ where: { shopId: shop.shopId } })).toBe(0);
    expect(await systemPrisma.draft.count({ where: { shopId: shop.shopId } })).toBe(1);
  });
});

describe("a person who writes again where a reply has left", () => {
  const TEXT = "Hello Ada,\n\nI forgot to say: the box may be left with your neighbour. Is that all right?";
  const writeAgain = (messageId: string) => writeByHand(shop.deps, { shopId: shop.shopId, messageId });
  const later = (ms: number) => {
    shop.clock.now = new Date(shop.clock.now.getTime() + ms);
  };

  async function answered(given: Parameters<OutgoingShop["approve"]>[1] = {}) {
    const place = await shop.asked();
    later(60_000);
    const { conversationId, messageId } = place;
    expect((await shop.approve(place, given)).outcome).toBe("approved");
    if (given.holdFor === undefined) await shop.send();
    await makeReading(shop.keys, { conversationId, messageId }, {});
    later(60_000);
    return place;
  }
  async function opened(messageId: string) {
    const done = await writeAgain(messageId);
    if (done.outcome === "nothing") throw new Error(done.reason);
    return done;
  }

  it("sends it once, under what was said last, and closes nothing", async () => {
    const { conversationId, messageId } = await answered();
    const { draftId, outcome } = await opened(messageId);
    expect(outcome).toBe("drafted");
    expect(await opened(messageId)).toEqual({ outcome: "unchanged", draftId });
    const place = { conversationId, draftId };
    expect(await shop.approve(place)).toMatchObject({ outcome: "blocked" });
    const twice = await Promise.all([
      shop.approve(place, { text: TEXT }),
      shop.approve(place, { text: TEXT }),
    ]);
    expect(twice.map((one) => one.outcome).toSorted()).toEqual(["already_sent", "approved"]);
    expect(await shop.send()).toEqual(["sent"]);
    const [first, second, ...more] = shop.mail.taken;
    expect(more).toEqual([]);
    expect(second).toMatchObject({ to: first?.to, subject: first?.subject, inReplyTo: first?.messageId });
    expect(second?.references).toEqual([...(first?.references ?? []), first?.messageId]);
    expect(second?.text).toContain("the box may be left");
    expect(second?.text).not.toContain("AI");
    expect((await shop.deliveries()).map(({ purpose, status }) => [purpose, status])).toEqual([
      ["reply", "sent"],
      ["reply", "sent"],
    ]);
    expect(await shop.read(conversationId)).toMatchObject({ status: "waiting" });
  });

  it("takes it back with its words, and sends it then", async () => {
    const { conversationId, messageId } = await answered();
    await systemPrisma.conversation.update({ where: { id: conversationId }, data: { status: "closed" } });
    const { draftId } = await opened(messageId);
    const place = { conversationId, draftId };
    const held = await shop.approve(place, { text: TEXT, holdFor: days(1) });
    if (held.outcome !== "approved") throw new Error(held.outcome);
    expect(await shop.undo(held.deliveryId)).toMatchObject({ outcome: "undone", draftId, text: TEXT });
    expect(await shop.read(conversationId)).toMatchObject({ status: "closed" });
    expect((await shop.approve(place, { text: TEXT })).outcome).toBe("approved");
    expect(await shop.send()).toEqual(["sent"]);
    expect(shop.mail.taken).toHaveLength(2);
  });

  it("sends nothing while the reply before it is on its way", async () => {
    const { conversationId, messageId } = await answered({ holdFor: days(1) });
    const { draftId } = await opened(messageId);
    const [first] = await shop.deliveries();
    expect(await shop.approve({ conversationId, draftId }, { text: TEXT })).toEqual({
      ...{ outcome: "already_sent", deliveryId: first?.id },
    });
  });

  it("writes again to whom we wrote first, who has not answered", async () => {
    const message = await begun();
    expect((await shop.approve(message, { text: TEXT })).outcome).toBe("approved");
    await shop.send();
    later(60_000);
    const { conversationId } = message;
    const ours = await systemPrisma.message.findFirstOrThrow({ where: { conversationId } });
    const { draftId } = await opened(ours.id);
    const again = await shop.approve({ conversationId, draftId }, { text: `${TEXT} Or the porch?` });
    expect(again.outcome).toBe("approved");
    expect(await shop.send()).toEqual(["sent"]);
    const [first, second] = shop.mail.taken;
    expect(second).toMatchObject({ to: { address: ADA }, inReplyTo: first?.messageId });
    expect(second?.subject).toBe("Re: Your order");
  });
});
