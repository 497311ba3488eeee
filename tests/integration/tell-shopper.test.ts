// What a shopper has to be told unasked: a promise about to be missed, and what we wrote that is not so any more.
import { describe, expect, it } from "vitest";
import { claimDelivery } from "#app/care/deliver/claim-delivery.server.ts";
import { confirmDelivery } from "#app/care/deliver/confirm-delivery.server.ts";
import { isBlocked } from "#app/care/draft/guard.ts";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { keepPromises } from "#app/care/keep/keep-promises.server.ts";
import { settleCorrection } from "#app/care/keep/settle-correction.server.ts";
import { settlePromise } from "#app/care/keep/settle-promise.server.ts";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import type { Ports } from "#app/ports.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { keptShop } from "#tests/factories/kept-shop.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { addMessage } from "#tests/factories/thread.ts";

const staff = { id: "42", name: "Mia" };
const PROMISED = "Hello Eva,\n\nwe will refund you the shipping costs by Friday.";
/** The morning of the Friday that was promised. */
const FRIDAY = new Date("2026-11-27T08:00:00.000Z");
const SATURDAY = new Date("2026-11-27T23:30:00.000Z");

type Shop = Awaited<ReturnType<typeof keptShop>>;
type Place = { conversationId: string; messageId: string };

function desk({ shopId, keys, inShop, now, clock }: Shop, { conversationId }: Place) {
  const draft = () => inShop((tx) => readDraft(tx, keys, conversationId));
  const rows = async () => {
    const drafts = await systemPrisma.draft.findMany({
      where: { conversationId },
      orderBy: { version: "asc" },
    });
    return drafts.map(({ status }) => status);
  };
  const approve = async (text?: string) =>
    approveDraft(
      { inShop, now },
      { shopId, conversationId, draftId: (await draft())?.id ?? "", text, staff },
    );
  const approved = async (text?: string) => {
    const answer = await approve(text);
    if (answer.outcome !== "approved") throw new Error(answer.outcome);
    // The database has a clock of its own: here it is the test's.
    return systemPrisma.delivery.update({
      where: { id: answer.deliveryId },
      data: { createdAt: clock.now },
    });
  };
  const claim = (deliveryId: string) =>
    inShop((tx) => claimDelivery(tx, keys, { deliveryId, now: clock.now }));
  /** It leaves, and what follows from that is kept. */
  async function leaves(deliveryId: string) {
    const claimed = await claim(deliveryId);
    if (claimed.outcome !== "claimed") throw new Error(claimed.outcome === "done" ? claimed.reason : "wait");
    const answer = { outcome: "accepted" as const, response: "250 OK" };
    const { fence, attempts, mail } = claimed;
    await inShop((tx) => confirmDelivery(tx, keys, { deliveryId, fence, attempts, answer, now: clock.now }));
    await keepPromises({} as Ports, makeRun(shopId), { shopId, deliveryId });
    return mail;
  }
  return { draft, rows, approve, approved, claim, leaves };
}

/** A refund that was promised by Friday, on the Friday. */
async function aPromiseAtRisk() {
  const shop = await keptShop();
  const place = await shop.aConversation();
  await shop.send(place, PROMISED);
  expect(await shop.wake(FRIDAY)).toEqual(["it is due soon"]);
  const [promise] = await shop.promises();
  if (!promise) throw new Error("nothing was promised");
  return { shop, place, promise, ...desk(shop, place) };
}

/** A delivery day and a number that were told, and are another day now. */
async function aFalsehood() {
  const shop = await keptShop();
  const place = await shop.toldEta();
  shop.clock.now = new Date("2026-11-26T09:00:00.000Z");
  await place.parcelIs({ estimatedDeliveryAt: "2026-12-02T11:00:00.000Z" });
  return { shop, place, ...desk(shop, place) };
}

describe("a promise about to be missed", () => {
  it("drafts a message that names what was said, that it is not done, and the shop's own day", async () => {
    const { shop, place, promise, draft } = await aPromiseAtRisk();
    expect(await shop.drafted()).toEqual(["promise-at-risk: drafted version 2"]);
    const made = await draft();
    expect(made).toMatchObject({
      status: "waiting",
      purpose: "promise_at_risk",
      messageId: place.messageId,
      plan: {
        raises: [{ kind: "promise", id: promise.id, stage: promise.dueAt?.toISOString() }],
        options: [],
      },
    });
    expect(made?.text).toContain(
      "On November 25 we wrote to you: “we will refund you the shipping costs by Friday.” " +
        "This has not been done yet, and we may not manage it by November 27.",
    );
    expect(made?.text).toContain("No refund has been made on order");
    expect(made?.text).toMatch(/by November 30 at the latest/u);
    expect(made && isBlocked(made.checks)).toBe(false);
    expect(await shop.attention()).toMatchObject({ promisesDue: 1 });
  });

  it("is superseded when a person says that it was kept, and drafts nothing then", async () => {
    const { shop, place, promise, draft, rows } = await aPromiseAtRisk();
    await shop.drafted();
    const { shopId, inShop, now } = shop;
    const given = { shopId, conversationId: place.conversationId, promiseId: promise.id, staff };
    expect(await settlePromise({ inShop, now }, { ...given, as: "kept" })).toEqual({ outcome: "kept" });
    expect((await draft())?.status).toBe("stale");
    expect(await shop.drafted()).toEqual(["facts-changed: no draft: answered"]);
    expect(await rows()).toEqual(["sent", "superseded"]);
  });

  it("is superseded when the records show that it was kept", async () => {
    const { shop, place, rows } = await aPromiseAtRisk();
    await shop.drafted();
    await shop.mirrored(place, {
      refunds: [
        {
          ...{ id: "31", orderId: place.order.id, amount: "4.90", currency: "EUR", settled: true },
          ...{ at: "2026-11-27T08:30:00.000Z", updatedAt: "2026-11-27T08:30:00.000Z" },
        },
      ],
    });
    expect(await shop.drafted()).toContain("facts-changed: no draft: answered");
    expect(await rows()).toEqual(["sent", "superseded"]);
  });

  it("is told of once, under a key of its own, and not again on the day after", async () => {
    const { shop, promise, draft, rows, approve, approved, leaves } = await aPromiseAtRisk();
    await shop.drafted();
    const before = await draft();
    const delivery = await approved();
    expect(delivery).toMatchObject({
      purpose: "promise_at_risk",
      key: `promise_at_risk:${promise.id}:${promise.dueAt?.toISOString()}`,
    });
    expect((await approve()).outcome).toBe("already_sent");
    expect((await leaves(delivery.id)).text).toContain(before?.text ?? "-");
    expect(await shop.wake(SATURDAY)).toContain("it is broken");
    expect(await shop.drafted()).toEqual(["promise-at-risk: no draft: answered"]);
    expect(await rows()).toEqual(["sent", "sent"]);
    // The new day is a promise of its own; the old one, which it names, is not made again.
    const texts = (await shop.promises()).map(({ kind, state }) => `${kind} ${state}`);
    expect(texts.toSorted()).toEqual(["refund broken", "write open"]);
  });

  it("leaves nothing where it was kept between the approval and the mail", async () => {
    const { shop, place, promise, approved, claim } = await aPromiseAtRisk();
    await shop.drafted();
    const { id } = await approved();
    const { shopId, inShop, now } = shop;
    await settlePromise(
      { inShop, now },
      { shopId, conversationId: place.conversationId, promiseId: promise.id, as: "kept", staff },
    );
    expect(await claim(id)).toEqual({
      outcome: "done",
      reason: "cancelled: what it tells was settled meanwhile",
    });
  });

  it("says that the day is over once it is, where nobody told before", async () => {
    const { shop, draft } = await aPromiseAtRisk();
    await shop.drafted();
    await shop.wake(SATURDAY);
    expect((await draft())?.status).toBe("stale");
    expect(await shop.drafted()).toContain("promise-at-risk: drafted version 3");
    expect((await draft())?.text).toContain("This was not done by November 27, the day we had named.");
  });

  it("stays declined where a person declined to tell of it", async () => {
    const { shop, place, draft } = await aPromiseAtRisk();
    await shop.drafted();
    await systemPrisma.draft.update({
      where: { id: (await draft())?.id ?? "" },
      data: { status: "declined" },
    });
    const { shopId, inShop, now } = shop;
    expect(
      await makeDraft({ inShop, now }, { shopId, messageId: place.messageId, automatic: true }),
    ).toMatchObject({ outcome: "unchanged" });
  });
});

describe("what was told and is not so any more", () => {
  it("drafts a correction that says both, what was said and what is so", async () => {
    const { shop, place, draft } = await aFalsehood();
    expect(await shop.drafted()).toEqual(["correction-needed: drafted version 2"]);
    const made = await draft();
    expect(made).toMatchObject({
      status: "waiting",
      purpose: "correction",
      plan: { raises: [{ kind: "claim" }] },
    });
    expect(made?.text).toContain(
      `On November 25 we wrote to you: “${place.sentence}” That is no longer right.`,
    );
    expect(made?.text).toContain("December 2");
    expect(made && isBlocked(made.checks)).toBe(false);
    const cited = made?.sentences.flatMap(({ cites }) => cites) ?? [];
    expect(cited).toContain(`fulfillment:${place.parcel.id}:eta`);
  });

  it("changes with what is so, and goes when a person says that the shopper knows", async () => {
    const { shop, place, draft, rows } = await aFalsehood();
    await shop.drafted();
    await place.parcelIs({ estimatedDeliveryAt: "2026-12-04T11:00:00.000Z" });
    expect((await draft())?.status).toBe("stale");
    await shop.drafted();
    expect((await draft())?.text).toContain("December 4");
    const [correction] = (await shop.shown(place))?.corrections ?? [];
    const { shopId, inShop } = shop;
    const claimId = correction?.id ?? "";
    await settleCorrection({ inShop }, { shopId, conversationId: place.conversationId, claimId, staff });
    expect(await shop.drafted()).toContain("facts-changed: no draft: answered");
    expect((await rows()).at(-1)).toBe("superseded");
  });

  it("is settled by the correction that left, and told once", async () => {
    const { shop, place, approve, approved, leaves } = await aFalsehood();
    await shop.drafted();
    const delivery = await approved();
    expect(delivery).toMatchObject({ purpose: "correction", key: expect.stringMatching(/^correction:/u) });
    expect((await approve()).outcome).toBe("already_sent");
    await leaves(delivery.id);
    expect((await shop.shown(place))?.corrections).toEqual([]);
    expect(await shop.promises()).toEqual([]);
    await place.parcelIs({ estimatedDeliveryAt: "2026-12-02T11:00:00.000Z", shipmentStatus: "delayed" });
    expect(await shop.drafted()).toEqual([]);
    await place.parcelIs({ estimatedDeliveryAt: "2026-12-08T11:00:00.000Z" });
    expect(await shop.drafted()).toEqual(["correction-needed: drafted version 3"]);
  });

  it("can still be told where a person took it out of the reply that left", async () => {
    const { shop, place, draft, approved, leaves } = await aFalsehood();
    await shop.drafted();
    const first = await approved("Hello Eva,\n\nthank you for your patience.");
    await leaves(first.id);
    expect((await shop.shown(place))?.corrections).toHaveLength(1);
    const { shopId, inShop, now, clock } = shop;
    clock.now = new Date(clock.now.getTime() + 60_000);
    await makeDraft({ inShop, now }, { shopId, messageId: place.messageId });
    expect(await draft()).toMatchObject({ status: "waiting", purpose: "correction" });
    await leaves((await approved()).id);
    expect((await shop.shown(place))?.corrections).toEqual([]);
  });

  it("is said in the answer where one waits: there are never two drafts", async () => {
    const { shop, place, draft, rows } = await aFalsehood();
    await shop.drafted();
    const { conversationId } = place;
    const at = new Date("2026-11-26T10:00:00.000Z");
    const messageId = await addMessage(shop.keys, { conversationId, text: "What did I pay?", at });
    await makeReading(
      shop.keys,
      { conversationId, messageId },
      { intent: "payment", orderIds: [place.order.id] },
    );
    const { shopId, inShop, now } = shop;
    await makeDraft({ inShop, now }, { shopId, messageId, automatic: true });
    expect(await rows()).toEqual(["sent", "superseded", "waiting"]);
    const made = await draft();
    expect(made).toMatchObject({ purpose: "answer", messageId, plan: { raises: [{ kind: "claim" }] } });
    expect(made?.text).toContain("That is no longer right.");
    expect(made?.text).toContain("What was paid for order");
  });

  it("is not told to somebody else who wrote last into the conversation", async () => {
    const { shop, place, rows } = await aFalsehood();
    await systemPrisma.job.deleteMany({ where: { shopId: shop.shopId } });
    const { conversationId } = place;
    const from = { name: "Bo Tamm", address: "bo@shopper.example" };
    const at = new Date("2026-11-25T13:30:00.000Z");
    const messageId = await addMessage(shop.keys, { conversationId, text: "Hello", at, from });
    await makeReading(shop.keys, { conversationId, messageId }, { orderIds: [place.order.id] });
    const { shopId, inShop, now } = shop;
    expect(await makeDraft({ inShop, now }, { shopId, messageId, automatic: true })).toEqual({
      outcome: "nothing",
      reason: "answered",
    });
    expect(await rows()).toEqual(["sent"]);
  });
});
