import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { draftReply } from "#app/care/draft/draft-reply.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { handOver } from "#app/care/keep/hand-over.server.ts";
import { keepPromises } from "#app/care/keep/keep-promises.server.ts";
import { recordSent } from "#app/care/review/record-sent.server.ts";
import { undoChange } from "#app/care/triage/undo-change.server.ts";
import type { Ports } from "#app/ports.ts";
import { action as handOverCall } from "#app/routes/api/hand-over.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { keptShop, SENT } from "#tests/factories/kept-shop.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { callApi, sessionToken } from "#tests/factories/session-token.ts";
import { sendReply } from "#tests/factories/sent-reply.ts";
import { makeStaff } from "#tests/factories/staff.ts";

/** Monday, in the early afternoon in Berlin. */
const UNTIL = new Date("2026-11-30T12:30:00.000Z");
const MONDAY_MORNING = new Date("2026-11-30T08:00:00.000Z");

async function place() {
  const shop = await keptShop();
  const { keys, inShop, shopId } = shop;
  await makeStaff(keys, { id: "1", role: "owner" });
  await makeStaff(keys, { id: "2", name: "Mia Berg" });
  /** Somebody asks for their money: a reply says by when a person writes. */
  const asks = async () => {
    const { conversationId, messageId, order } = await shop.aConversation();
    await systemPrisma.reading.deleteMany({ where: { messageId } });
    const read = { intent: "refund" as const, unsure: false, orderIds: [order.id] };
    await makeReading(keys, { conversationId, messageId }, read);
    return { conversationId, messageId };
  };
  const hand = (conversationId: string, more: Partial<Parameters<typeof handOver>[2]> = {}) =>
    inShop((tx) =>
      handOver(tx, keys, {
        ...{ conversationId, to: "2", until: UNTIL, note: "", by: "1", at: SENT, changeId: randomUUID() },
        ...more,
      }),
    );
  const drafting = async (messageId: string) => {
    const said = await draftReply({ now: () => SENT } as Ports, makeRun(shopId), { shopId, messageId });
    const { conversationId } = await systemPrisma.message.findUniqueOrThrow({ where: { id: messageId } });
    const draft = await inShop((tx) => readDraft(tx, keys, conversationId));
    if (!draft) throw new Error(said);
    return draft;
  };
  /** The draft is approved and leaves. */
  const send = async (conversationId: string, draftId: string) => {
    const approved = await approveDraft(
      { inShop, now: () => SENT },
      { shopId, conversationId, draftId, staff: { id: "1", name: "Ada" } },
    );
    if (approved.outcome !== "approved") throw new Error(approved.outcome);
    const { deliveryId } = approved;
    const delivery = await systemPrisma.delivery.update({
      where: { id: deliveryId },
      data: { status: "sent", at: SENT },
    });
    await inShop((tx) => recordSent(tx, keys, { delivery, at: SENT }));
    return {
      deliveryId,
      keep: () => keepPromises({ now: () => SENT } as Ports, makeRun(shopId), { shopId, deliveryId }),
    };
  };
  return { ...shop, asks, hand, drafting, send };
}

describe("handing over with a promised time", () => {
  it("gives the conversation to somebody, and enters the ledger as a promise of the shop's", async () => {
    const { asks, hand, conversationOf, promises, shown } = await place();
    const asked = await asks();
    expect(await hand(asked.conversationId, { note: "Please measure one." })).toMatchObject({
      outcome: "handed_over",
    });
    expect(await conversationOf(asked)).toMatchObject({ assigneeId: "2", status: "open" });
    expect(await promises()).toMatchObject([
      {
        ...{ kind: "write", owner: "2", saidBy: "person", state: "open", deliveryId: null },
        ...{ dueAt: UNTIL, warnAt: MONDAY_MORNING },
      },
    ]);
    const seen = await shown(asked);
    expect(seen?.promises).toMatchObject([
      {
        text: "You will hear from Fernweh Supply by November 30 at the latest.",
        ...{ told: false, owner: "Mia Berg" },
      },
    ]);
    const events = await systemPrisma.conversationEvent.findMany({
      where: { conversationId: asked.conversationId },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ kind }) => kind)).toEqual(["noted", "assigned", "handed_over"]);
  });

  it("is warned of when its time is near, and the shopper, who was promised nothing, is told nothing", async () => {
    const { asks, hand, wake, conversationOf, promises, attention, shopId } = await place();
    const asked = await asks();
    await hand(asked.conversationId);
    await systemPrisma.conversation.update({
      where: { id: asked.conversationId },
      data: { status: "closed" },
    });
    expect(await wake(MONDAY_MORNING)).toEqual(["it is due soon"]);
    expect(await conversationOf(asked)).toMatchObject({ status: "open", priority: "high" });
    expect(await attention()).toMatchObject({ promisesDue: 1 });
    expect(await wake(UNTIL)).toEqual(["it is broken"]);
    expect(await promises()).toMatchObject([{ state: "broken" }]);
    expect(await systemPrisma.job.count({ where: { shopId, event: "promise-at-risk" } })).toBe(0);
  });

  it("is the day that the next draft names, and is told once that left: one promise, with its hour and its owner", async () => {
    const { asks, hand, drafting, send, promises } = await place();
    const asked = await asks();
    const before = await drafting(asked.messageId);
    expect(before.text).toContain("November 26");
    await hand(asked.conversationId);
    const draft = await drafting(asked.messageId);
    expect(draft.text).toContain("November 30");
    expect(draft.text).not.toContain("November 26");
    const { keep, deliveryId } = await send(asked.conversationId, draft.id);
    // It promises besides that somebody checks.
    expect(await keep()).toBe("wrote down 1 of its promises");
    expect(await keep()).toBe("its promises were written down before");
    const kept = await promises();
    expect(kept).toHaveLength(2);
    expect(kept.filter(({ owner }) => owner === "2")).toMatchObject([
      { dueAt: UNTIL, state: "open", deliveryId, keptAt: null, saidBy: "composer" },
    ]);
  });

  it("makes the draft that waits stale, which names another day", async () => {
    const { asks, hand, drafting } = await place();
    const asked = await asks();
    const { id } = await drafting(asked.messageId);
    await hand(asked.conversationId);
    expect(await systemPrisma.draft.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "stale" });
  });

  it("is kept by an answer", async () => {
    const { aConversation, hand, keys, promises } = await place();
    const asked = await aConversation();
    await hand(asked.conversationId);
    const at = new Date(SENT.getTime() + 60_000);
    const { deliveryId } = await sendReply(keys, { ...asked, orderIds: [], text: "It is on its way.", at });
    expect(await promises()).toMatchObject([{ state: "kept", keptBy: `message:${deliveryId}` }]);
  });

  it("moves the promise that was made already, and takes back its own when it is undone", async () => {
    const { asks, hand, inShop, promises, conversationOf } = await place();
    const asked = await asks();
    const [first, second] = [randomUUID(), randomUUID()];
    await hand(asked.conversationId, { changeId: first });
    const later = new Date("2026-12-02T12:00:00.000Z");
    await hand(asked.conversationId, { changeId: second, to: "1", until: later, by: "2" });
    expect(await promises()).toMatchObject([{ owner: "1", dueAt: later }]);
    const undo = (changeId: string) => inShop((tx) => undoChange(tx, { changeId, by: "1", at: SENT }));
    expect(await undo(second)).toMatchObject({ kept: [{ kind: "handed_over", why: "stays" }] });
    expect(await conversationOf(asked)).toMatchObject({ assigneeId: "2" });

    const other = await asks();
    const changeId = randomUUID();
    await hand(other.conversationId, { changeId });
    expect(await undo(changeId)).toMatchObject({ ids: [other.conversationId], kept: [] });
    expect(await promises()).toHaveLength(1);
  });

  it("is refused by name", async () => {
    const { asks, keys, shopId, inShop } = await place();
    const asked = await asks();
    const { domain } = await systemPrisma.shop.findUniqueOrThrow({ where: { id: shopId } });
    const token = sessionToken(domain, { sub: "1" });
    const call = (body: object, id = asked.conversationId) =>
      callApi(handOverCall, { token, params: { id }, body });
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    expect(await call({ to: "99", until: soon })).toMatchObject({
      ...{ status: 422, body: { error: { code: "no_such_member", field: "to" } } },
    });
    expect(await call({ to: "2", until: "2020-01-01T00:00:00Z" })).toMatchObject({
      ...{ status: 422, body: { error: { code: "not_in_future", field: "until" } } },
    });
    expect(await call({ to: "2", until: "2036-01-01T00:00:00Z" })).toMatchObject({ status: 422 });
    expect((await call({ to: "2", until: "soon" })).status).toBe(400);
    expect((await call({ to: "2", until: soon }, randomUUID())).status).toBe(404);
    expect(await call({ to: "2", until: soon, note: "Your turn" })).toMatchObject({
      ...{ status: 200, body: { promiseId: expect.any(String), changeId: expect.any(String) } },
    });
    const spam = await makeConversation({ keys, status: "spam" });
    expect((await call({ to: "2", until: soon }, spam.conversationId)).status).toBe(409);
    expect(await inShop((tx) => tx.promise.count())).toBe(1);
  });
});
