// What a shopper is told of an order problem before they ask: drafted, approved by a person, sent once.
import { beforeEach, describe, expect, it } from "vitest";
import { declineOutreach } from "#app/care/review/decline-outreach.server.ts";
import { approveOutreaches } from "#app/care/review/approve-outreach.server.ts";
import { planApprovals } from "#app/care/review/plan-approvals.server.ts";
import { snoozeOutreach } from "#app/care/review/snooze-outreach.server.ts";
import { isBlocked } from "#app/care/draft/guard.ts";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { showHome } from "#app/desk/show-home.server.ts";
import { showOrder } from "#app/desk/show-order.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import {
  after,
  FRIDAY,
  outreachShop,
  scanned,
  SHOPPER,
  STAFF,
  standsStill,
  type OutreachShop,
} from "#tests/factories/outreach-shop.ts";
import { makeConversation } from "#tests/factories/message.ts";

let shop: OutreachShop;
beforeEach(async () => {
  shop = await outreachShop();
});

const listed = async (query: { q?: string; draft?: "waiting" } = {}) => {
  const page = await listConversations(shop, { limit: 10, ...query });
  return page.outcome === "listed" ? page.items.map(({ id }) => id) : [];
};
const theOutreach = async () => (await shop.outreaches()).at(-1);

describe("a draft that nobody asked for", () => {
  it("waits in a conversation that no inbox shows, and knows what it is about", async () => {
    const { conversationId, draft, orderId, issue } = await shop.waiting();
    expect(await theOutreach()).toMatchObject({ state: "waiting", draftId: draft.id, conversationId });
    expect(draft).toMatchObject({ messageId: null, issueId: issue.id, language: "de", maker: "composer" });
    const content = shop.contentOf(draft);
    expect(content).toMatchObject({ purpose: "outreach", outreach: { orderId, kind: "stalled" } });
    expect(isBlocked(content.checks)).toBe(false);
    expect(
      content.sentences.every(
        ({ cites, kind }) => kind === "courtesy" || kind === "empathy" || cites.length > 0,
      ),
    ).toBe(true);

    expect(await listed()).toEqual([]);
    expect(await listed({ q: "Mara" })).toEqual([]);
    expect(await listed({ draft: "waiting" })).toEqual([]);
    const { attention } = await showHome(shop);
    expect(attention).toMatchObject({ waitingDrafts: { urgent: 0, high: 0, other: 0 }, outreachWaiting: 1 });
    expect((await showOrder(shop, orderId))?.conversations).toEqual([]);
    expect((await shop.shown(conversationId))?.draft).toMatchObject({ id: draft.id, messageId: null });
  });

  it("is drafted once, however often its job runs", async () => {
    const { outreach, conversationId } = await shop.waiting();
    for (let time = 0; time < 2; time += 1) {
      await systemPrisma.outreach.update({ where: { id: outreach.id }, data: { state: "wanted" } });
      await systemPrisma.job.create({
        data: {
          ...{ shopId: shop.shopId, name: "draftOutreach", event: "outreach-wanted", runAt: FRIDAY },
          data: { shopId: shop.shopId, outreachId: outreach.id },
        },
      });
      expect(await shop.work()).toEqual(["draftOutreach: a draft from the same facts is waiting"]);
    }
    expect(await shop.drafts()).toHaveLength(1);
    expect(await shop.conversations()).toMatchObject([{ id: conversationId }]);
    expect(await theOutreach()).toMatchObject({ state: "waiting" });
  });

  it("is none where no mail can go, and says why", async () => {
    await shop.happens(standsStill({ person: { email: "not an address" } }));
    const row = await theOutreach();
    expect(row).toMatchObject({ state: "refused", draftId: null });
    expect(row?.reasons).toContainEqual({
      ...{ rule: "address", outcome: "refuse", code: "not_writable" },
      why: "No mail can go to the order's address.",
    });
    expect(await shop.conversations()).toEqual([]);
  });
});

describe("a person approves it", () => {
  it("and it leaves once, as a mail that says how to stop such mail, into a conversation that is shown from then on", async () => {
    const { issue, conversationId, outreach, orderId } = await shop.waiting();
    const approved = await shop.approve(issue.id);
    expect(approved).toMatchObject({ outcome: "approved", notBefore: null });
    expect(await theOutreach()).toMatchObject({ state: "approved", changedBy: STAFF.id });
    expect(await listed()).toEqual([]);
    await shop.work();

    const [mail] = shop.mailbox;
    expect(shop.mailbox).toHaveLength(1);
    expect(mail).toMatchObject({ to: { address: SHOPPER }, references: [] });
    expect(mail?.subject).toMatch(/^Deine Bestellung #\d+: eine Verzögerung$/u);
    expect(mail?.inReplyTo).toBeUndefined();
    const link = `https://app.example.test/unsubscribe/${shop.shopId}.`;
    expect(mail?.headers).toEqual({
      "List-Unsubscribe": expect.stringContaining(`<${link}`),
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(mail?.text).toContain("geprüft von Mia");
    expect(mail?.text.trimEnd().split("\n").at(-1)).toContain(link);

    expect(await listed()).toEqual([conversationId]);
    const [conversation] = await shop.conversations();
    expect(conversation).toMatchObject({ unsent: false, status: "waiting", issueId: issue.id });
    expect(await theOutreach()).toMatchObject({ id: outreach.id, state: "sent", changedBy: STAFF.id });
    const told = await systemPrisma.orderIssue.findUnique({ where: { id: issue.id } });
    expect(told?.conversationId).toBe(conversationId);
    const [delivery] = await shop.deliveries();
    expect(delivery).toMatchObject({ purpose: "outreach", status: "sent", approvedBy: STAFF.id });
    expect(delivery?.key).toBe(`outreach:${orderId}:stalled:${issue.subject}:first`);
    expect(await systemPrisma.promise.count({ where: { conversationId, state: "open" } })).toBeGreaterThan(0);
    expect(await systemPrisma.sentClaim.count({ where: { conversationId, orderId } })).toBe(1);

    const again = { outcome: "already_sent", deliveryId: delivery?.id };
    expect(await shop.approve(issue.id)).toEqual(again);
    await shop.work();
    expect(shop.mailbox).toHaveLength(1);
  });

  it("at the same time as another person: one mail", async () => {
    const { issue } = await shop.waiting();
    const answers = await Promise.all([1, 2, 3].map(() => shop.approve(issue.id)));
    expect(answers.filter(({ outcome }) => outcome === "approved")).toHaveLength(1);
    expect(new Set(answers.map((one) => ("deliveryId" in one ? one.deliveryId : one.outcome))).size).toBe(1);
    await shop.work();
    expect(shop.mailbox).toHaveLength(1);
  });

  it("in their own words, which are held against the same rules", async () => {
    const { issue, draft } = await shop.waiting();
    const own = "Hallo Mara,\n\nwir fragen bei DHL nach und melden uns.\n\nBeste Grüße";
    const offer = `${own}\n\nZur Entschuldigung bekommst du 10 Euro Rabatt. Bewerte uns!`;
    const refused = await shop.approve(issue.id, { text: offer });
    expect(refused.outcome).toBe("blocked");
    const rules = refused.outcome === "blocked" ? refused.checks.map(({ rule }) => rule) : [];
    expect(rules).toEqual(expect.arrayContaining(["advertising", "money"]));
    expect(await shop.approve(issue.id, { text: own, draftId: draft.id })).toMatchObject({
      outcome: "approved",
    });
    await shop.work();
    expect(shop.mailbox[0]?.text).toContain("melden uns.\n\nBeste Grüße\n");
  });

  it("for all of an incident, each on its own", async () => {
    const [one, two] = [await shop.waiting(), await shop.waiting({ person: { email: "ida@example.com" } })];
    const three = await shop.waiting({ person: { email: "noa@example.com" } });
    await declineOutreach(shop.deps, { shopId: shop.shopId, issueId: two.issue.id, staff: STAFF });
    const messages = [one, two, three].map(({ issue, draft }) => ({ issueId: issue.id, draftId: draft.id }));
    const plan = await shop.inShop((tx) => planApprovals(tx, shop.keys, { messages, now: FRIDAY }));
    expect(plan.map(({ outcome }) => outcome)).toEqual(["approvable", "blocked", "approvable"]);
    const done: number[] = [];
    const approved = await approveOutreaches(shop.deps, {
      ...{
        shopId: shop.shopId,
        staff: STAFF,
        messages: [...messages, { issueId: one.issue.id, draftId: one.draft.id }],
      },
      onProgress: (count) => done.push(count),
    });
    expect(approved).toMatchObject([
      { issueId: one.issue.id, outcome: "approved" },
      { issueId: two.issue.id, outcome: "unwanted", why: "It is declined." },
      { issueId: three.issue.id, outcome: "approved" },
    ]);
    expect(done).toEqual([1, 2, 3]);
    await shop.work();
    expect(shop.mailbox.map(({ to }) => to.address)).toEqual([SHOPPER, "noa@example.com"]);
  });

  it("only as it was read", async () => {
    const { issue } = await shop.waiting();
    const messages = [{ issueId: issue.id, draftId: "read before it was written anew" }];
    const plan = await shop.inShop((tx) => planApprovals(tx, shop.keys, { messages, now: FRIDAY }));
    expect(plan).toMatchObject([{ outcome: "blocked" }]);
    const approved = await approveOutreaches(shop.deps, { shopId: shop.shopId, staff: STAFF, messages });
    expect(approved).toMatchObject([{ outcome: "stale" }]);
    expect(await shop.deliveries()).toEqual([]);
  });
});

describe("a person does not approve it", () => {
  it("and it is not told, whatever is found again", async () => {
    const { issue, rows } = await shop.waiting();
    const input = { shopId: shop.shopId, issueId: issue.id, reason: "I rang them up.", staff: STAFF };
    expect(await declineOutreach(shop.deps, input)).toEqual({ outcome: "declined" });
    expect(await declineOutreach(shop.deps, input)).toEqual({ outcome: "declined" });
    expect(await theOutreach()).toMatchObject({ state: "declined", changedBy: STAFF.id });
    shop.clock.now = after(24);
    await shop.happens({
      orders: rows.orders.map((order) => ({ ...order, updatedAt: FRIDAY.toISOString() })),
    });
    expect(await shop.approve(issue.id)).toMatchObject({ outcome: "unwanted" });
    expect((await shop.drafts()).map(({ status }) => status)).toEqual(["declined"]);
    expect(shop.mailbox).toEqual([]);
  });

  it("for now, and it is drafted anew when the time has come", async () => {
    const { issue } = await shop.waiting();
    const until = after(72);
    expect(
      await snoozeOutreach(shop.deps, { shopId: shop.shopId, issueId: issue.id, until, staff: STAFF }),
    ).toEqual({
      outcome: "snoozed",
    });
    await shop.work();
    expect(await theOutreach()).toMatchObject({ state: "snoozed", lookAt: until, changedBy: STAFF.id });
    expect(await shop.approve(issue.id)).toMatchObject({ outcome: "unwanted", why: "It is snoozed." });
    shop.clock.now = until;
    await shop.work();
    expect(await theOutreach()).toMatchObject({ state: "waiting" });
    expect((await shop.drafts()).map(({ status }) => status)).toEqual(["superseded", "waiting"]);
    expect((await shop.approve(issue.id)).outcome).toBe("approved");
  });
});

describe("what changes meanwhile", () => {
  it("takes the draft back when the trouble is over", async () => {
    const { issue, rows } = await shop.waiting();
    shop.clock.now = after(3);
    await shop.happens(scanned(rows, { id: "8001", status: "in_transit", at: after(2) }));
    expect(await theOutreach()).toMatchObject({ state: "superseded", draftId: null });
    expect((await shop.drafts()).map(({ status }) => status)).toEqual(["superseded"]);
    expect(await shop.approve(issue.id)).toMatchObject({ outcome: "unwanted" });
  });

  it("drafts anew what it tells, and does not send unseen what took the draft's place", async () => {
    const { issue, rows, draft } = await shop.waiting();
    shop.clock.now = after(1);
    const [parcel] = rows.fulfillments;
    if (!parcel) throw new Error("no parcel");
    await shop.happens({
      fulfillments: [
        { ...parcel, trackingNumber: "00340434161094099999", updatedAt: after(1).toISOString() },
      ],
    });
    const drafts = await shop.drafts();
    expect(drafts.map(({ status }) => status)).toEqual(["superseded", "waiting"]);
    expect(await theOutreach()).toMatchObject({ state: "waiting", draftId: drafts[1]?.id });
    expect(await shop.approve(issue.id, { draftId: draft.id })).toEqual({ outcome: "stale" });
    expect(await shop.approve(issue.id, { draftId: drafts[1]?.id ?? "" })).toMatchObject({
      outcome: "approved",
    });
    await shop.work();
    expect(shop.mailbox[0]?.text).toContain("00340434161094099999");
  });

  it("lets no draft promise an answer by a day that is over", async () => {
    const { issue, draft } = await shop.waiting();
    expect(shop.contentOf(draft).text).toContain("24. November");
    // Tuesday, the morning after.
    shop.clock.now = after(94);
    await shop.work();
    const newest = (await shop.drafts()).at(-1);
    expect(newest).toMatchObject({ version: 2, status: "waiting" });
    expect((await shop.approve(issue.id)).outcome).toBe("approved");
    await shop.work();
    expect(shop.mailbox[0]?.text).toContain("26. November");
  });

  it("takes back what nobody approved while it was news", async () => {
    await shop.waiting();
    for (let day = 1; day <= 40; day += 1) {
      shop.clock.now = after(24 * day);
      await shop.work();
    }
    expect((await theOutreach())?.state).not.toBe("waiting");
    expect((await shop.drafts()).filter(({ status }) => status === "waiting")).toEqual([]);
  });

  it("is seen at the moment of approval, though no job has looked yet", async () => {
    const { issue, rows } = await shop.waiting();
    const [parcel] = rows.fulfillments;
    if (!parcel) throw new Error("no parcel");
    await shop.arrive({
      fulfillments: [{ ...parcel, trackingNumber: "X1", updatedAt: after(1).toISOString() }],
    });
    expect(await shop.approve(issue.id)).toEqual({ outcome: "stale" });
    await shop.work();
    expect(await theOutreach()).toMatchObject({ state: "waiting" });
  });

  it("goes to the address that the order has now", async () => {
    const { issue, rows } = await shop.waiting();
    shop.clock.now = after(1);
    const orders = rows.orders.map((order) => ({
      ...order,
      person: { ...order.person, email: "mara@example.org" },
      updatedAt: after(1).toISOString(),
    }));
    await shop.arrive({ orders });
    expect(await shop.approve(issue.id)).toEqual({ outcome: "stale" });
    await shop.work();
    expect(await shop.approve(issue.id)).toMatchObject({ outcome: "approved" });
    await shop.work();
    expect(shop.mailbox.map(({ to }) => to.address)).toEqual(["mara@example.org"]);
  });

  it("keeps it back while the shopper waits for an answer, and says so", async () => {
    const { issue, orderId } = await shop.waiting();
    await makeConversation({
      ...{ keys: shop.keys, orderIds: [orderId], at: after(1) },
      contact: { name: "Mara", address: SHOPPER },
    });
    shop.clock.now = after(2);
    const answer = await shop.approve(issue.id);
    expect(answer).toMatchObject({ outcome: "unwanted", why: expect.stringMatching(/wait for an answer/u) });
    await shop.work();
    expect(await theOutreach()).toMatchObject({ state: "held", draftId: null });
    expect((await shop.drafts()).map(({ status }) => status)).toEqual(["superseded"]);
    expect(shop.mailbox).toEqual([]);
  });
});
