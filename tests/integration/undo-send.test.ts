import { describe, expect, it } from "vitest";
import { deliverReply } from "#app/care/deliver/deliver-reply.server.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import { approveDraft, type ApproveInput } from "#app/care/review/approve-draft.server.ts";
import { declineDraft } from "#app/care/review/decline-draft.server.ts";
import { undoSend } from "#app/care/review/undo-send.server.ts";
import { forShop } from "#app/db.server.ts";
import { showActivity } from "#app/desk/show-activity.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { notSent } from "#app/desk/not-sent.server.ts";
import { seconds } from "#app/lib/duration.ts";
import type { Ports } from "#app/ports.ts";
import { openJson } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { mailServer } from "#tests/factories/queued-reply.ts";
import { makeConversation, makeDraftRow } from "#tests/factories/reply.ts";
import { makeStaff } from "#tests/factories/staff.ts";
import { makeShop } from "#tests/factories/shop.ts";

const mia = { id: "42", name: "Mia" };
const noor = { id: "43", name: "Noor" };

/** A draft that waits, two people who may send it, a worker, and a clock that only the test moves. */
async function atTheDesk(status = "open") {
  const made = await makeShop();
  const { conversation, messageId } = await makeConversation(made, { status });
  const place = { conversationId: conversation.id, messageId };
  const draft = await makeDraftRow(made, place);
  const shopId = made.shop.id;
  const inShop = forShop(shopId);
  const clock = { now: new Date() };
  const now = () => clock.now;
  const mail = mailServer();
  const approve = (given: Partial<ApproveInput> = {}) =>
    approveDraft(
      { inShop, now },
      { shopId, ...place, draftId: draft.id, staff: mia, holdFor: seconds(8), ...given },
    );
  const undo = (deliveryId: string, staff = mia) => undoSend({ inShop, now }, { shopId, deliveryId, staff });
  const work = (deliveryId: string) => {
    const signal = new AbortController().signal;
    const ports = { sendMail: mail.sendMail, now } as Ports;
    return deliverReply(ports, { ...makeRun(shopId), signal }, { shopId, deliveryId });
  };
  const deliveries = () =>
    systemPrisma.delivery.findMany({ where: { shopId }, orderBy: { createdAt: "asc" } });
  const conversationNow = () =>
    systemPrisma.conversation.findUniqueOrThrow({ where: { id: conversation.id } });
  const draftNow = async () => {
    const row = await systemPrisma.draft.findUniqueOrThrow({ where: { id: draft.id } });
    const sealed = { context: `drafts.sealed:${row.id}` as const, bytes: row.sealed };
    return { ...row, content: openJson(made.keys, sealed, draftContentSchema) };
  };
  return {
    ...{ ...made, ...place, shopId, inShop, clock, draft, mail },
    ...{ approve, undo, work, deliveries, conversationNow, draftNow },
  };
}

async function approved(desk: Awaited<ReturnType<typeof atTheDesk>>, given: Partial<ApproveInput> = {}) {
  const approval = await desk.approve(given);
  if (approval.outcome !== "approved") throw new Error(`not approved: ${approval.outcome}`);
  return approval.deliveryId;
}

describe("a reply that is held before it leaves", () => {
  it("leaves when its time has come, and not before, whoever looks", async () => {
    const desk = await atTheDesk();
    const deliveryId = await approved(desk);
    const [row] = await desk.deliveries();
    expect(row?.nextAttemptAt.getTime()).toBe(desk.clock.now.getTime() + seconds(8));
    const job = await systemPrisma.job.findFirstOrThrow({
      where: { shopId: desk.shopId, name: "deliverReply" },
    });
    expect(job.runAt).toEqual(row?.nextAttemptAt);
    await expect(desk.work(deliveryId)).rejects.toThrow("it is not due yet");
    expect(desk.mail.taken).toHaveLength(0);
    desk.clock.now = new Date(desk.clock.now.getTime() + seconds(8));
    expect(await desk.work(deliveryId)).toBe("sent");
    expect(desk.mail.taken).toHaveLength(1);
  });

  it("says who sent it, took it back, sent it edited and declined, and who wrote what left", async () => {
    const desk = await atTheDesk();
    const { keys, inShop, shopId, conversationId } = desk;
    await makeStaff(keys, { id: mia.id, name: "Mia Tanaka" });
    await makeStaff(keys, { id: noor.id, name: "Noor Haddad" });
    const first = await approved(desk);
    await desk.undo(first, noor);
    const given = { shopId, conversationId, draftId: desk.draft.id };
    await declineDraft({ inShop, now: () => desk.clock.now }, { ...given, staff: noor });
    await systemPrisma.draft.update({ where: { id: desk.draft.id }, data: { status: "waiting" } });
    const text = `${(await desk.draftNow()).content.text}\n\nP.S. I looked twice.`;
    const second = await approved(desk, { text, holdFor: undefined, overrule: { reason: "a postscript" } });
    const activity = await inShop((tx) =>
      showActivity(tx, keys, { conversationId, staff: { id: mia.id, role: "reviewer" } }),
    );
    if (activity.outcome !== "shown") throw new Error(activity.outcome);
    const events = activity.items.flatMap((one) => (one.type === "event" ? [one] : []));
    const said = new Set(events.map(({ kind, by, data }) => [kind, by.name, data["made"]].join(" ")));
    expect(events).toHaveLength(4);
    expect(said).toEqual(
      new Set([
        "sent Mia Tanaka drafted",
        "taken_back Noor Haddad ",
        "declined Noor Haddad ",
        "sent Mia Tanaka edited",
      ]),
    );
    expect(await desk.work(second)).toBe("sent");
    const shown = await showConversation({ inShop, keys, now: () => desk.clock.now }, conversationId);
    expect(shown?.messages.map(({ sentBy }) => sentBy)).toEqual([null, { id: "42", name: "Mia Tanaka" }]);
  });

  it("leaves at once where nobody asked to hold it", async () => {
    const desk = await atTheDesk();
    const deliveryId = await approved(desk, { holdFor: undefined });
    expect(await desk.work(deliveryId)).toBe("sent");
  });

  it("is taken back: its draft waits as it was drafted, the conversation is as before, and the words are not lost", async () => {
    const desk = await atTheDesk("snoozed");
    const before = await desk.draftNow();
    const text = `${before.content.text}\n\nP.S. I looked twice.`;
    const deliveryId = await approved(desk, { text, overrule: { reason: "a postscript" } });
    expect(await desk.conversationNow()).toMatchObject({ status: "waiting", toReview: false });
    expect(await desk.undo(deliveryId)).toEqual({
      ...{ outcome: "undone", conversationId: desk.conversationId, draftId: desk.draft.id, text },
    });
    const after = await desk.draftNow();
    expect(after).toMatchObject({ status: "waiting", editedBy: null, decidedAt: null, decidedBy: null });
    expect(after.content).toEqual(before.content);
    expect(await desk.conversationNow()).toMatchObject({ status: "snoozed", toReview: false });
    expect(await desk.deliveries()).toMatchObject([{ status: "cancelled", draftId: null }]);
    expect(await desk.inShop((tx) => notSent(tx, 10))).toEqual([]);
    desk.clock.now = new Date(desk.clock.now.getTime() + seconds(20));
    expect(await desk.work(deliveryId)).toBe("it is cancelled");
    expect(desk.mail.taken).toEqual([]);
  });

  it("can be approved and taken back as often as somebody likes, and leaves once under its own key", async () => {
    const desk = await atTheDesk();
    for (let time = 0; time < 3; time += 1) await desk.undo(await approved(desk));
    const deliveryId = await approved(desk);
    desk.clock.now = new Date(desk.clock.now.getTime() + seconds(8));
    for (const { id } of await desk.deliveries()) await desk.work(id);
    expect(desk.mail.taken).toHaveLength(1);
    const sent = (await desk.deliveries()).filter(({ status }) => status === "sent");
    expect(sent).toMatchObject([{ id: deliveryId, key: `reply:${desk.draft.id}` }]);
  });

  it("has one winner of two clicks on undo, and tells the other", async () => {
    const desk = await atTheDesk();
    const deliveryId = await approved(desk);
    const outcomes = await Promise.all([desk.undo(deliveryId), desk.undo(deliveryId, noor)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["too_late", "undone"]);
    expect(await desk.draftNow()).toMatchObject({ status: "waiting" });
  });

  it("either leaves or is taken back when the worker claims it while somebody clicks, and says which", async () => {
    for (let round = 0; round < 12; round += 1) {
      const desk = await atTheDesk();
      const deliveryId = await approved(desk);
      desk.clock.now = new Date(desk.clock.now.getTime() + seconds(8));
      const [worked, undone] = await (round % 2 === 0
        ? Promise.all([desk.work(deliveryId), desk.undo(deliveryId)])
        : Promise.all([desk.undo(deliveryId), desk.work(deliveryId)]).then(([u, w]) => [w, u] as const));
      const left = desk.mail.taken.length === 1;
      expect(undone.outcome).toBe(left ? "too_late" : "undone");
      expect(worked).toBe(left ? "sent" : "it is cancelled");
      expect(await desk.draftNow()).toMatchObject({ status: left ? "sent" : "waiting" });
    }
  });

  it("cannot be taken back once an attempt was made, though it waits for the next", async () => {
    const desk = await atTheDesk();
    const deliveryId = await approved(desk, { holdFor: undefined });
    const busy = mailServer({ outcome: "deferred", code: 451, response: "451 busy" });
    const ports = { sendMail: busy.sendMail, now: () => desk.clock.now } as Ports;
    const run = { ...makeRun(desk.shopId), signal: new AbortController().signal };
    await expect(deliverReply(ports, run, { shopId: desk.shopId, deliveryId })).rejects.toThrow("put off");
    expect(await desk.undo(deliveryId)).toEqual({ outcome: "too_late", status: "queued" });
  });

  it("leaves the conversation as somebody else set it meanwhile", async () => {
    const desk = await atTheDesk();
    const deliveryId = await approved(desk);
    await systemPrisma.conversation.update({
      where: { id: desk.conversationId },
      data: { status: "closed" },
    });
    await desk.undo(deliveryId);
    expect(await desk.conversationNow()).toMatchObject({ status: "closed" });
  });

  it("is nobody's to take back in another shop", async () => {
    const [desk, other] = [await atTheDesk(), await atTheDesk()];
    const deliveryId = await approved(desk);
    expect(await other.undo(deliveryId)).toEqual({ outcome: "not_found" });
    expect(await desk.deliveries()).toMatchObject([{ status: "queued" }]);
  });
});

describe("two reviewers of one conversation", () => {
  it("send one mail, however they edited it and however close they click", async () => {
    for (const holdFor of [undefined, seconds(8)]) {
      const desk = await atTheDesk();
      const edits = ["Hello Ada,\n\nIt is on its way. Mia", "Hello Ada,\n\nIt is on its way. Noor"];
      const reason = { reason: "our own words" };
      const answers = await Promise.all([
        desk.approve({ text: edits[0], overrule: reason, staff: mia, holdFor }),
        desk.approve({ text: edits[1], overrule: reason, staff: noor, holdFor }),
      ]);
      expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(["already_sent", "approved"]);
      const ids = answers.map((one) => ("deliveryId" in one ? one.deliveryId : null));
      expect(ids[0]).toBe(ids[1]);
      desk.clock.now = new Date(desk.clock.now.getTime() + seconds(8));
      const rows = await desk.deliveries();
      expect(rows).toHaveLength(1);
      await Promise.all(rows.map(({ id }) => desk.work(id)));
      expect(desk.mail.taken).toHaveLength(1);
      const winner = answers.findIndex(({ outcome }) => outcome === "approved");
      expect(desk.mail.taken[0]?.text).toContain(edits[winner]?.split("\n\n")[1]);
    }
  });

  it("cannot send a second reply from an older draft while the first is held", async () => {
    const desk = await atTheDesk();
    const { conversationId, messageId } = desk;
    const older = await makeDraftRow(desk, { conversationId, messageId, version: 2 });
    const first = await approved(desk);
    const second = await desk.approve({ draftId: older.id, staff: noor });
    expect(second).toEqual({ outcome: "already_sent", deliveryId: first });
  });
});
