// From a person's approval to the shopper's mailbox: the last looks, the quiet hours, and what goes wrong on the way.
import { beforeEach, describe, expect, it } from "vitest";
import { claimDelivery } from "#app/care/deliver/claim-delivery.server.ts";
import { takeBackOutreach } from "#app/care/review/take-back-outreach.server.ts";
import { settleDelivery } from "#app/care/review/settle-delivery.server.ts";
import { suppress } from "#app/conversation/suppressions.server.ts";
import { showIssue } from "#app/desk/show-issue.server.ts";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { closeShop } from "#app/privacy/close-shop.server.ts";
import { installShop } from "#app/shop/install-shop.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { setOutreach } from "#tests/factories/decision.ts";
import {
  after,
  outreachShop,
  scanned,
  SHOPPER,
  STAFF,
  type OutreachShop,
} from "#tests/factories/outreach-shop.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeConversation } from "#tests/factories/message.ts";

/** Nine in the evening where the shopper is, and the next morning at eight. */
const EVENING = after(9);
const MORNING = after(20);

let shop: OutreachShop;
beforeEach(async () => {
  shop = await outreachShop();
});

const theOutreach = async () => (await shop.outreaches()).at(-1);
const theDelivery = async () => (await shop.deliveries()).at(-1);
const inInbox = async () => {
  const page = await listConversations(shop, { limit: 10 });
  return page.outcome === "listed" ? page.items.map(({ status }) => status) : [];
};
const settle = async (as: "sent" | "resend") =>
  settleDelivery(shop.deps, {
    shopId: shop.shopId,
    deliveryId: (await theDelivery())?.id ?? "",
    as,
    staff: STAFF,
  });

/** Approved in the evening: it is to leave in the morning. */
async function approvedInTheEvening() {
  const of = await shop.waiting();
  shop.clock.now = EVENING;
  expect(await shop.approve(of.issue.id)).toMatchObject({ outcome: "approved", notBefore: MORNING });
  return of;
}

describe("the quiet hours of the shopper", () => {
  it("hold it until the morning", async () => {
    await approvedInTheEvening();
    expect(await theOutreach()).toMatchObject({ state: "approved", notBefore: MORNING });
    expect(await theDelivery()).toMatchObject({ status: "queued", nextAttemptAt: MORNING });
    for (const at of [EVENING, after(19.9)]) {
      shop.clock.now = at;
      await shop.work();
      expect(shop.mailbox).toEqual([]);
    }
    shop.clock.now = MORNING;
    await shop.work();
    expect(shop.mailbox).toHaveLength(1);
    expect(await theOutreach()).toMatchObject({ state: "sent" });
  });

  it("let it be read meanwhile, with all that stands around it in the mail", async () => {
    const { issue, draft } = await approvedInTheEvening();
    const shown = await showIssue(shop, issue.id);
    expect(shown?.draft).toMatchObject({ id: draft.id, status: "sent", editedBy: null });
    const left = shown?.around;
    shop.clock.now = MORNING;
    await shop.work();
    const [mail] = shop.mailbox;
    expect(left?.subject).toBe(mail?.subject);
    expect(left?.below.length).toBeGreaterThan(0);
    for (const words of left?.below ?? []) expect(mail?.text).toContain(words);
  });

  it("hold it, too, where they come while it waits for the mail server", async () => {
    const { issue } = await shop.waiting();
    shop.clock.now = after(7.9);
    expect(await shop.approve(issue.id)).toMatchObject({ notBefore: null });
    shop.server.answer = { outcome: "deferred", code: 451, response: "later" };
    await shop.work();
    shop.server.answer = { outcome: "accepted", response: "250 ok" };
    shop.clock.now = EVENING;
    expect(await shop.work()).toEqual(["deliverReply: put off: it is a quiet hour where the shopper is"]);
    expect(await theDelivery()).toMatchObject({ status: "queued", nextAttemptAt: MORNING });
    shop.clock.now = MORNING;
    await shop.work();
    expect(shop.mailbox).toHaveLength(1);
  });

  it.each<[string, (of: Awaited<ReturnType<typeof approvedInTheEvening>>) => Promise<unknown>, RegExp]>([
    [
      "the parcel moved",
      ({ rows }) => shop.happens(scanned(rows, { id: "8001", status: "in_transit", at: after(12) })),
      /nothing is to be told/iu,
    ],
    [
      "the shopper stopped such mail",
      async ({ outreach }) => {
        const { contactIndex } = await systemPrisma.outreach.findUniqueOrThrow({
          where: { id: outreach.id },
        });
        await shop.inShop((tx) =>
          suppress(tx, {
            ...{
              shopId: shop.shopId,
              contactIndex: contactIndex ?? "",
              scope: "outreach",
              reason: "unsubscribed",
            },
          }),
        );
      },
      /asked us not to write/u,
    ],
    [
      "the shop switched it off",
      () => setOutreach(shop.shopId, { on: false }),
      /switched writing first off/u,
    ],
    [
      "the shopper wrote",
      ({ orderId }) =>
        makeConversation({
          ...{ keys: shop.keys, orderIds: [orderId], at: after(12) },
          contact: { name: "Mara", address: SHOPPER },
        }),
      /wait for an answer/u,
    ],
    [
      "a number that it names is another one",
      ({ rows }) => {
        const [parcel] = rows.fulfillments;
        if (!parcel) throw new Error("no parcel");
        const updatedAt = after(12).toISOString();
        return shop.arrive({ fulfillments: [{ ...parcel, trackingNumber: "X1", updatedAt }] });
      },
      /records say something else/u,
    ],
  ])("see it cancelled where %s in the night", async (what, happens, why) => {
    const of = await approvedInTheEvening();
    shop.clock.now = after(13);
    await happens(of);
    shop.clock.now = MORNING;
    await shop.work();
    expect(shop.mailbox).toEqual([]);
    expect((await shop.deliveries())[0]).toMatchObject({
      status: "cancelled",
      response: expect.stringMatching(why),
    });
    expect((await theOutreach())?.state).not.toBe("approved");
    expect(await inInbox()).toEqual(what === "the shopper wrote" ? ["open"] : []);
  });

  it("and what was cancelled for new facts is written anew, and asked for again", async () => {
    const { rows, issue } = await approvedInTheEvening();
    const [parcel] = rows.fulfillments;
    if (!parcel) throw new Error("no parcel");
    await shop.happens({
      fulfillments: [{ ...parcel, trackingNumber: "X1", updatedAt: after(12).toISOString() }],
    });
    shop.clock.now = MORNING;
    await shop.work();
    expect(await theOutreach()).toMatchObject({ state: "waiting" });
    expect(await shop.approve(issue.id)).toMatchObject({ outcome: "approved" });
    await shop.work();
    expect(shop.mailbox).toHaveLength(1);
    expect((await shop.deliveries()).map(({ status }) => status)).toEqual(["cancelled", "sent"]);
  });
});

describe("what a person takes back before it leaves", () => {
  const takeBack = async (issueId: string) =>
    takeBackOutreach(shop.deps, { shopId: shop.shopId, issueId, staff: STAFF });

  it("waits again as it was drafted, and leaves once when it is approved once more", async () => {
    const { issue, draft } = await approvedInTheEvening();
    expect(await takeBack(issue.id)).toEqual({ outcome: "taken_back", draftId: draft.id, edited: null });
    expect(await theOutreach()).toMatchObject({ state: "waiting", notBefore: null, changedBy: STAFF.id });
    expect(await takeBack(issue.id)).toEqual({ outcome: "not_found" });
    shop.clock.now = MORNING;
    await shop.work();
    expect(shop.mailbox).toEqual([]);
    expect(await shop.drafts()).toMatchObject([{ id: draft.id, status: "waiting", decidedBy: null }]);
    for (const _again of [1, 2]) {
      expect(await shop.approve(issue.id, { draftId: draft.id })).toMatchObject({ outcome: "approved" });
      expect(await takeBack(issue.id)).toMatchObject({ outcome: "taken_back" });
    }
    expect(await shop.approve(issue.id)).toMatchObject({ outcome: "approved" });
    await shop.work();
    expect(shop.mailbox).toHaveLength(1);
    expect(await shop.deliveries()).toMatchObject([{ status: "sent", draftId: draft.id }]);
    expect(await takeBack(issue.id)).toEqual({ outcome: "already_sent" });
  });

  it("comes back with the words that the person had made of it", async () => {
    const { issue, draft } = await shop.waiting();
    const drafted = shop.contentOf(draft).text;
    const text = `${drafted}\n\nViele Grüße aus der Werkstatt.`;
    shop.clock.now = EVENING;
    expect(await shop.approve(issue.id, { text })).toMatchObject({ outcome: "approved" });
    expect(await takeBack(issue.id)).toEqual({ outcome: "taken_back", draftId: draft.id, edited: text });
    const [back] = await shop.drafts();
    expect(back).toMatchObject({ status: "waiting", editedBy: null });
    expect(back && shop.contentOf(back).text).toBe(drafted);
  });

  it("does not come back once it is on its way", async () => {
    const { issue } = await shop.waiting();
    await shop.approve(issue.id);
    const { id: deliveryId = "" } = (await theDelivery()) ?? {};
    const claim = await shop.inShop((tx) =>
      claimDelivery(tx, shop.keys, { deliveryId, now: shop.clock.now }),
    );
    expect(claim.outcome).toBe("claimed");
    expect(await takeBack(issue.id)).toEqual({ outcome: "already_sent" });
    expect(await theOutreach()).toMatchObject({ state: "approved" });
  });

  it("leaves or comes back, never both, at the same moment", async () => {
    for (let time = 0; time < 8; time += 1) {
      const { issue } = await shop.waiting({ person: { email: `shopper${time}@example.com` } });
      await shop.approve(issue.id);
      const before = shop.mailbox.length;
      const [taken] = await Promise.all(
        time % 2 === 0 ? [takeBack(issue.id), shop.work()] : [shop.work().then(() => takeBack(issue.id))],
      );
      expect(shop.mailbox.length - before).toBe(taken.outcome === "taken_back" ? 0 : 1);
    }
  });
});

describe("what goes wrong while it is sent", () => {
  /** A run that took it and died: nobody knows whether it left. */
  async function killed() {
    const { issue } = await shop.waiting();
    await shop.approve(issue.id);
    const deliveryId = (await theDelivery())?.id ?? "";
    const claimed = await shop.inShop((tx) =>
      claimDelivery(tx, shop.keys, { deliveryId, now: shop.clock.now }),
    );
    expect(claimed.outcome).toBe("claimed");
    shop.clock.now = after(1);
    expect(await shop.work()).toEqual(["deliverReply: uncertain: an earlier run ended while sending"]);
    return { issue };
  }

  it("shows it to a person, who says that it left", async () => {
    const { issue } = await killed();
    expect(await inInbox()).toEqual(["open"]);
    expect(await theOutreach()).toMatchObject({ state: "approved" });
    expect(await shop.approve(issue.id)).toMatchObject({ outcome: "already_sent" });
    expect(await settle("sent")).toMatchObject({ outcome: "settled" });
    await shop.work();
    expect(await theOutreach()).toMatchObject({ state: "sent" });
    expect(await inInbox()).toEqual(["waiting"]);
    expect(shop.mailbox).toEqual([]);
  });

  it("or sends it once more, under the same Message-ID", async () => {
    await killed();
    expect(await settle("resend")).toMatchObject({ outcome: "settled" });
    await shop.work();
    expect(shop.mailbox.map(({ messageId }) => messageId)).toEqual([(await theDelivery())?.mailMessageId]);
    expect(await theOutreach()).toMatchObject({ state: "sent" });
  });

  it("keeps what could not be delivered where a person sees it, until it is sent once more", async () => {
    const { issue } = await shop.waiting();
    await shop.approve(issue.id);
    shop.server.answer = { outcome: "rejected", code: 554, response: "554 5.7.1 refused" };
    await shop.work();
    expect(await theOutreach()).toMatchObject({ state: "refused" });
    expect(await inInbox()).toEqual(["open"]);
    shop.server.answer = { outcome: "accepted", response: "250 ok" };
    expect(await settle("resend")).toMatchObject({ outcome: "settled" });
    await shop.work();
    expect(shop.mailbox).toHaveLength(1);
    expect(await theOutreach()).toMatchObject({ state: "sent" });
  });

  it("stops everything once the shop uninstalled the app", async () => {
    await approvedInTheEvening();
    await systemPrisma.shop.update({ where: { id: shop.shopId }, data: { uninstalledAt: EVENING } });
    shop.clock.now = MORNING;
    await shop.work();
    expect(shop.mailbox).toEqual([]);
    expect(await theDelivery()).toMatchObject({ status: "cancelled" });
    expect(await theOutreach()).toMatchObject({ state: "superseded" });
  });

  it("is decided and drafted anew once the shop installed the app again", async () => {
    const { issue } = await approvedInTheEvening();
    const { id, domain } = shop.shop;
    await systemPrisma.shop.update({ where: { id }, data: { uninstalledAt: EVENING } });
    await closeShop(shop.ports, makeRun(id), { shopId: id });
    expect(await theOutreach()).toMatchObject({ state: "refused" });
    await installShop({ domain, scopes: [] });
    await shop.work();
    expect(await theOutreach()).toMatchObject({ state: "waiting" });
    expect((await shop.drafts()).map(({ status }) => status)).toEqual(["superseded", "waiting"]);
    shop.clock.now = MORNING;
    expect(await shop.approve(issue.id)).toMatchObject({ outcome: "approved" });
    await shop.work();
    expect(shop.mailbox).toHaveLength(1);
  });
});
