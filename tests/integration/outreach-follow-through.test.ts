// What comes after a shopper was told of an order problem unasked: their answer, the next word of it, a promise that is at risk, and
// the end of all that is known of them.
import { beforeEach, describe, expect, it } from "vitest";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { snoozeOutreach } from "#app/care/review/snooze-outreach.server.ts";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";
import { eraseDeleted } from "#app/privacy/erase-deleted.server.ts";
import { redactCustomer } from "#app/privacy/redact-customer.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { setOutreach } from "#tests/factories/decision.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import {
  after,
  outreachShop,
  scanned,
  SHOPPER,
  STAFF,
  type OutreachShop,
} from "#tests/factories/outreach-shop.ts";
import { fakeShopAdmin, portsWith } from "#tests/fakes/shop-admin.ts";
import { DOMAIN, receive } from "#tests/integration/mail/receiving.ts";

let shop: OutreachShop;
beforeEach(async () => {
  shop = await outreachShop();
});

/** A shopper who was told that their parcel stands still. */
async function told() {
  const of = await shop.waiting();
  await shop.approve(of.issue.id);
  await shop.work();
  const [mail] = shop.mailbox;
  if (!mail) throw new Error("nothing left");
  return { ...of, mail };
}

/** The shopper answers a mail of ours, at the test's time. */
async function answers(to: string, text: string) {
  const mail = { from: `Mara Lindqvist <${SHOPPER}>`, subject: "AW: deine Bestellung", text };
  const { messageId, conversation } = await receive(shop.keys, mail, { to, from: SHOPPER });
  await systemPrisma.message.update({
    where: { id: messageId },
    data: { at: shop.clock.now, proof: "address_match" },
  });
  await shop.work();
  return conversation?.id;
}

const theDraft = async (conversationId: string) => (await shop.shown(conversationId))?.draft ?? null;

async function approveReply(conversationId: string) {
  const draft = await theDraft(conversationId);
  const input = { shopId: shop.shopId, conversationId, draftId: draft?.id ?? "", staff: STAFF };
  const approved = await approveDraft(shop.deps, input);
  await shop.work();
  return approved.outcome;
}

describe("the shopper's answer", () => {
  it("comes into the conversation, and its draft knows what we wrote and why", async () => {
    const { mail, conversationId } = await told();
    shop.clock.now = after(2);
    expect(await answers(mail.replyTo.address, "Wo ist mein Paket denn jetzt?")).toBe(conversationId);
    expect(mail.replyTo.address).toContain(DOMAIN);
    const draft = await theDraft(conversationId);
    expect(draft).toMatchObject({ purpose: "answer", status: "waiting", language: "de" });
    const note = draft?.checks.find(({ why }) => why.startsWith("They answer what we wrote on"));
    expect(note?.why).toContain("a parcel that had not been scanned for long");
    expect(draft?.text).not.toContain("Danke für deine Geduld");
    const [conversation] = await shop.conversations();
    expect(conversation).toMatchObject({ status: "open", toReview: true, intent: "order_status" });
    expect(await approveReply(conversationId)).toBe("approved");
    expect(shop.mailbox[1]?.headers).toBeUndefined();
    expect(shop.mailbox[1]?.text).not.toContain("/unsubscribe/");
  });

  it("is about what we wrote where it names nothing else", async () => {
    const { mail, conversationId } = await told();
    shop.clock.now = after(2);
    await answers(mail.replyTo.address, "Aha. Und jetzt?");
    const draft = await theDraft(conversationId);
    expect(draft).toMatchObject({ purpose: "answer", plan: { intent: "order_status" } });
    expect(draft?.text).toContain("00340434161094042557");
  });
});

describe("the next word of it", () => {
  it("goes into the same conversation, under the first mail", async () => {
    const { rows, issue, mail, conversationId } = await told();
    shop.clock.now = after(24);
    await shop.happens(scanned(rows, { id: "8001", status: "in_transit", at: after(23) }));
    const [, end] = await shop.outreaches();
    expect(end).toMatchObject({ stage: "resolution", state: "waiting", conversationId });
    expect((await shop.shown(conversationId))?.draft?.text).toContain("21. November");
    expect(await shop.approve(issue.id)).toMatchObject({ outcome: "approved" });
    await shop.work();
    const last = shop.mailbox[1];
    expect(last).toMatchObject({ inReplyTo: mail.messageId, references: [mail.messageId] });
    expect(last?.subject).toBe(`Re: ${mail.subject}`);
    expect(last?.headers).toHaveProperty("List-Unsubscribe");
    expect((await shop.outreaches()).map(({ state }) => state)).toEqual(["sent", "sent"]);
    expect(await shop.conversations()).toHaveLength(1);
  });

  it("is none where Shopify tells it", async () => {
    const { rows } = await told();
    shop.clock.now = after(24);
    await shop.happens(scanned(rows, { id: "8001", status: "delivered", at: after(23) }));
    expect((await shop.outreaches()).map(({ stage }) => stage)).toEqual(["first"]);
  });
});

describe("a promise that may be missed", () => {
  it("comes back to a person, though nobody wrote", async () => {
    const { conversationId, mail } = await told();
    const promise = await systemPrisma.promise.findFirstOrThrow({
      where: { conversationId, dueAt: { not: null } },
      orderBy: { dueAt: "asc" },
    });
    shop.clock.now = promise.warnAt ?? shop.clock.now;
    expect(await shop.work()).toContain("watchPromise: it is due soon");
    const [conversation] = await shop.conversations();
    expect(conversation).toMatchObject({ status: "open", priority: "high", toReview: true });
    const draft = await theDraft(conversationId);
    expect(draft).toMatchObject({ purpose: "promise_at_risk", messageId: null, status: "waiting" });
    expect(await approveReply(conversationId)).toBe("approved");
    expect(shop.mailbox[1]).toMatchObject({ to: { address: SHOPPER }, inReplyTo: mail.messageId });
    expect(shop.mailbox[1]?.headers).toBeUndefined();
  });

  it("is told together with what else is to be told by then", async () => {
    const { rows, conversationId, issue } = await told();
    await setOutreach(shop.shopId, { shopifyTells: [] });
    const promise = await systemPrisma.promise.findFirstOrThrow({
      where: { conversationId, dueAt: { not: null } },
    });
    shop.clock.now = after(24);
    await shop.happens(scanned(rows, { id: "8001", status: "in_transit", at: after(23) }));
    shop.clock.now = promise.warnAt ?? shop.clock.now;
    await shop.work();
    const waiting = (await shop.drafts()).filter(({ status }) => status === "waiting");
    expect(waiting).toMatchObject([{ issueId: issue.id }]);
    expect((await shop.outreaches()).at(-1)).toMatchObject({ state: "waiting", draftId: waiting[0]?.id });
    expect((await theDraft(conversationId))?.text).toContain("Das ist noch nicht erledigt");
    expect(await shop.approve(issue.id)).toMatchObject({ outcome: "approved" });
    await shop.work();
    // They heard from us: what was promised with the first word is done.
    const kept = await systemPrisma.promise.findUniqueOrThrow({ where: { id: promise.id } });
    expect(kept.state).toBe("kept");
  });
});

describe("what we told and is not so any more", () => {
  it("is put right in the same conversation", async () => {
    const { rows, conversationId, mail } = await told();
    const [parcel] = rows.fulfillments;
    if (!parcel) throw new Error("no parcel");
    shop.clock.now = after(1);
    const updatedAt = after(1).toISOString();
    await shop.happens({ fulfillments: [{ ...parcel, trackingNumber: "00340434161094099999", updatedAt }] });
    const draft = await theDraft(conversationId);
    expect(draft).toMatchObject({ purpose: "correction", messageId: null, status: "waiting" });
    expect(draft?.text).toContain("00340434161094099999");
    expect(await approveReply(conversationId)).toBe("approved");
    expect(shop.mailbox[1]).toMatchObject({ inReplyTo: mail.messageId });
  });
});

describe("what was put off", () => {
  it("comes back sooner when something new happens to the order", async () => {
    const { issue, rows } = await shop.waiting();
    const snooze = { shopId: shop.shopId, issueId: issue.id, until: after(160), staff: STAFF };
    await snoozeOutreach(shop.deps, snooze);
    await shop.work();
    shop.clock.now = after(24);
    await shop.happens({
      orders: rows.orders.map((order) => ({
        ...order,
        tags: ["perishable"],
        updatedAt: after(24).toISOString(),
      })),
    });
    expect((await shop.outreaches()).at(-1)?.state).toBe("waiting");
    const [row] = await shop.issues();
    expect(row?.snoozedUntil).toBeNull();
  });
});

describe("what is removed", () => {
  const left = async () => ({
    conversations: (await shop.conversations()).length,
    drafts: (await shop.drafts()).length,
    deliveries: (await shop.deliveries()).length,
  });
  const nothing = { conversations: 0, drafts: 0, deliveries: 0 };

  it("with the shopper: what waits and what was approved", async () => {
    const { issue } = await shop.waiting();
    await shop.approve(issue.id);
    const { domain } = shop.shop;
    const body = `{"shop_id":1,"shop_domain":"${domain}","customer":{"email":"${SHOPPER}"},"orders_to_redact":[]}`;
    const deliveryId = await makeDelivery(shop.keys, { topic: "customers/redact", body, domain });
    await mirrorDelivery(portsWith({}), makeRun(shop.shopId), { shopId: shop.shopId, deliveryId });
    await redactCustomer(portsWith({}), makeRun(shop.shopId), { shopId: shop.shopId, deliveryId });
    expect(await left()).toEqual(nothing);
    await shop.work();
    expect(shop.mailbox).toEqual([]);
    expect(await left()).toEqual(nothing);
  });

  it("with the order: what nobody has seen", async () => {
    const { issue, orderId } = await shop.waiting();
    await shop.approve(issue.id);
    await systemPrisma.order.updateMany({
      where: { shopId: shop.shopId, id: orderId },
      data: { deletedAt: shop.clock.now },
    });
    const gone = { shopId: shop.shopId, entity: "order" as const, id: orderId };
    const ports = portsWith(fakeShopAdmin({ ReadOrder: () => ({ order: null }) }));
    expect(await eraseDeleted(ports, makeRun(shop.shopId), gone)).toMatch(/erased/u);
    expect(await left()).toEqual(nothing);
    await shop.work();
    expect(shop.mailbox).toEqual([]);
  });
});
