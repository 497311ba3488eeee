import { describe, expect, it } from "vitest";
import { declineDraft } from "#app/care/review/decline-draft.server.ts";
import { forShop } from "#app/db.server.ts";
import { countViews } from "#app/desk/inbox/count-views.server.ts";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { showHome } from "#app/desk/show-home.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { gate } from "#tests/factories/gate.ts";
import { makeConversation, makeDraftRow } from "#tests/factories/reply.ts";
import { makeShop } from "#tests/factories/shop.ts";

const now = () => new Date();

/** A shop with a conversation of which a draft waits, and what its inbox and home page say of it. */
async function aWaitingDraft() {
  const made = await makeShop();
  const inShop = forShop(made.shop.id);
  const { conversation, messageId } = await makeConversation(made);
  const about = { conversationId: conversation.id, messageId };
  const draft = await makeDraftRow(made, about);
  const toReview = async (q?: string) => {
    const listed = await listConversations(
      { inShop, keys: made.keys, now: () => new Date() },
      { draft: "waiting", limit: 5, q },
    );
    return listed.outcome === "listed" ? listed.items.map(({ id }) => id) : listed.outcome;
  };
  const counted = async () => {
    const { urgent, high, other } = (await showHome({ inShop, now })).attention.waitingDrafts;
    return urgent + high + other;
  };
  return { ...made, inShop, about, draft, toReview, counted };
}

/** Whether a transaction that changes drafts waits for another one. */
async function anyoneWaits() {
  const waiting = await systemPrisma.$queryRaw<unknown[]>`
    SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%drafts%' AND datname = current_database()`;
  return waiting.length > 0;
}

describe("drafts to review", () => {
  it("are listed, found and counted while they wait", async () => {
    const { shop, inShop, about, draft, toReview, counted } = await aWaitingDraft();
    expect([await toReview(), await toReview("parcel"), await counted()]).toEqual([
      [about.conversationId],
      [about.conversationId],
      1,
    ]);
    const declined = await declineDraft(
      { inShop, now },
      { shopId: shop.id, ...about, draftId: draft.id, staff: { id: "42" } },
    );
    expect(declined).toEqual({ outcome: "declined" });
    expect([await toReview(), await toReview("parcel"), await counted()]).toEqual([[], [], 0]);
  });

  it("stay when another takes the draft's place, without a change of the conversation", async () => {
    const { keys, about, draft, toReview } = await aWaitingDraft();
    const row = () =>
      systemPrisma.$queryRaw`SELECT xmin::text, to_review FROM conversations WHERE id = ${about.conversationId}`;
    const before = await row();
    await makeDraftRow({ keys }, { ...about, version: 2 });
    await systemPrisma.draft.update({ where: { id: draft.id }, data: { status: "superseded" } });
    expect(await row()).toEqual(before);
    expect(await toReview()).toEqual([about.conversationId]);
  });

  it.each(["closed", "snoozed", "spam"])(
    "are none of a conversation that is %s, until it is on the desk again",
    async (status) => {
      const { inShop, shop, about, toReview, counted } = await aWaitingDraft();
      const become = (to: string) =>
        systemPrisma.conversation.update({ where: { id: about.conversationId }, data: { status: to } });
      const all = async () => {
        const views = await inShop((tx) => countViews(tx, { shopId: shop.id, me: "42", now: now() }));
        return [await toReview(), await toReview("parcel"), views.drafts, await counted()];
      };
      const waiting = [[about.conversationId], [about.conversationId], 1, 1];
      expect(await all()).toEqual(waiting);
      await become(status);
      expect(await all()).toEqual([[], [], 0, 0]);
      await become("open");
      expect(await all()).toEqual(waiting);
    },
  );

  it("are none of a closed conversation, though a newer draft comes", async () => {
    const { keys, about, toReview } = await aWaitingDraft();
    await systemPrisma.conversation.update({
      where: { id: about.conversationId },
      data: { status: "closed" },
    });
    await makeDraftRow({ keys }, { ...about, version: 2 });
    expect(await toReview()).toEqual([]);
  });

  it("go with the draft", async () => {
    const { draft, toReview } = await aWaitingDraft();
    await systemPrisma.draft.delete({ where: { id: draft.id } });
    expect(await toReview()).toEqual([]);
  });

  it("are right when one draft goes and another comes in the same moment", async () => {
    const { keys, inShop, about, draft, toReview } = await aWaitingDraft();
    const [gone, hold] = [gate<void>(), gate<void>()];
    const going = inShop(async (tx) => {
      await tx.draft.update({ where: { id: draft.id }, data: { status: "superseded" } });
      gone.resolve();
      await hold.promise;
    });
    await gone.promise;
    let came = false;
    const coming = makeDraftRow({ keys }, { ...about, version: 2 }).finally(() => (came = true));
    await expect.poll(async () => came || (await anyoneWaits())).toBe(true);
    expect(came).toBe(false);
    hold.resolve();
    await Promise.all([going, coming]);
    expect(await toReview()).toEqual([about.conversationId]);
  });

  it("are no other shop's", async () => {
    const [one, other] = [await aWaitingDraft(), await aWaitingDraft()];
    expect([await one.toReview(), await other.toReview()]).toEqual([
      [one.about.conversationId],
      [other.about.conversationId],
    ]);
  });
});
