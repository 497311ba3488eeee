// Drafts by a model while something else goes wrong: another shop's provider, a crash, a change of the records, a redaction.
import { describe, expect, it, vi } from "vitest";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { forShop, type InShop } from "#app/db.server.ts";
import { removeConversations } from "#app/privacy/remove-conversations.server.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import {
  aQuestionIn,
  draftByJob,
  DRAFTED_AT,
  draftingClaudeHere,
  draftOf,
  mara,
  shopWithDrafts,
  spentBy,
  type DraftingShop,
} from "#tests/factories/draft-by-model.ts";
import { patience } from "#tests/factories/job.ts";
import { manners, type Manner } from "#tests/fakes/anthropic.ts";
import { drafting } from "#tests/fakes/drafting-claude.ts";

const { server, claude } = await draftingClaudeHere();

const byJob = (place: DraftingShop, messageId: string) => draftByJob(place, messageId, { model: claude });
const question = (place: DraftingShop) => aQuestionIn(place);
const makerOf = async (place: DraftingShop, conversationId: string) =>
  (await draftOf(place, conversationId))?.maker;

/** Good drafts that are held back until the test gives them. */
function held() {
  const waiting: (() => void)[] = [];
  const manner: Manner = (response, asked) => void waiting.push(() => drafting.writes(response, asked));
  return { manner, waiting, give: () => waiting.splice(0).forEach((one) => one()) };
}

describe("two shops, of which one is slow", () => {
  const shops = async () => ({
    slow: await shopWithDrafts({}, { name: "Slow Goods" }),
    other: await shopWithDrafts({}, { name: "Other Goods" }),
  });

  it("one's stalled drafts take its own places and not the other's", async () => {
    const { slow, other } = await shops();
    const { manner, waiting, give } = held();
    server.behave(drafting.byShop({ "Slow Goods": manner, "Other Goods": drafting.writes }));
    const questions = await Promise.all([question(slow), question(slow), question(slow)]);
    const ended = questions.map(({ messageId }) =>
      byJob(slow, messageId).catch((error: unknown) => String(error)),
    );
    await vi.waitFor(() => expect(waiting).toHaveLength(2), patience);
    await expect(Promise.race(ended)).resolves.toContain("the model is busy");

    for (const { messageId, conversationId } of [await question(other), await question(other)]) {
      await byJob(other, messageId);
      expect(await makerOf(other, conversationId)).toBe(claude.name);
    }
    expect(waiting).toHaveLength(2);
    give();
    const said = await Promise.all(ended);
    expect(said.filter((one) => one === "drafted version 1")).toHaveLength(2);
  });

  it("one's refused calls put its own jobs back, and the other's drafts flow", async () => {
    const { slow, other } = await shops();
    const throttled = manners.throttles({ "retry-after": "30" });
    server.behave(drafting.byShop({ "Slow Goods": throttled, "Other Goods": drafting.writes }));
    for (let round = 0; round < 3; round += 1) {
      const theirs = await question(slow);
      await expect(byJob(slow, theirs.messageId)).rejects.toThrow("the model is overloaded");
      const { messageId, conversationId } = await question(other);
      await byJob(other, messageId);
      expect(await makerOf(other, conversationId)).toBe(claude.name);
    }
  });

  it("a provider that refuses the key is left alone, and every shop has its draft", async () => {
    const { slow, other } = await shops();
    server.behave(manners.fails(401));
    for (const place of [slow, other, slow, other, slow, other, slow, other]) {
      const { messageId, conversationId } = await question(place);
      await byJob(place, messageId);
      expect(await makerOf(place, conversationId)).toBe("composer");
    }
    expect(server.asked).toHaveLength(5);
  });
});

/** The process dies as the n-th transaction of a run begins. */
function dyingAt(place: DraftingShop, nth: number): InShop {
  let transactions = 0;
  const inShop = forShop(place.shop.id);
  return (work) => {
    transactions += 1;
    if (transactions === nth) return Promise.reject(new Error("The process died"));
    return inShop(work);
  };
}

describe("a process that dies", () => {
  const KEEPING = 3;
  const STORING = 4;
  it.each([
    ["after the answer is kept pays once", STORING, 1],
    ["before the answer is kept pays twice at most", KEEPING, 2],
  ])("%s, and there is one draft", async (_name, nth, questions) => {
    const place = await shopWithDrafts();
    const { messageId, conversationId } = await question(place);
    const dying = { inShop: dyingAt(place, nth), now: () => DRAFTED_AT, draftingModel: claude };
    const input = { shopId: place.shop.id, messageId, automatic: true };
    await expect(makeDraft(dying, input)).rejects.toThrow("The process died");
    expect(await draftOf(place, conversationId)).toBeNull();

    await byJob(place, messageId);
    expect(await makerOf(place, conversationId)).toBe(claude.name);
    expect(server.asked).toHaveLength(questions);
    expect(await spentBy(place)).toBeCloseTo(questions * 0.000_944, 6);
    expect(await systemPrisma.draft.count({ where: { conversationId } })).toBe(1);
  });

  it("or is thought dead while it asks: two runs make one draft, and keep one answer", async () => {
    const place = await shopWithDrafts();
    const { messageId, conversationId } = await question(place);
    const { manner, waiting, give } = held();
    server.behave(manner);
    const runs = [byJob(place, messageId), byJob(place, messageId)];
    await vi.waitFor(() => expect(waiting).toHaveLength(2), patience);
    give();
    expect((await Promise.all(runs)).toSorted()).toEqual([
      "a draft from the same facts is waiting",
      "drafted version 1",
    ]);
    expect(await systemPrisma.draft.count({ where: { conversationId } })).toBe(1);
    expect(await systemPrisma.draftAnswer.count({ where: { messageId } })).toBe(1);
  });
});

describe("while the model thinks", () => {
  it("the records change: it is asked again about what is true now", async () => {
    const place = await shopWithDrafts();
    const { messageId, conversationId, rows } = await question(place);
    const { manner, waiting, give } = held();
    server.behave(manner);
    const drafting_ = byJob(place, messageId);
    await vi.waitFor(() => expect(waiting).toHaveLength(1), patience);
    await systemPrisma.fulfillment.updateMany({
      where: { shopId: place.shop.id, id: rows.fulfillments[0]?.id ?? "" },
      data: { deliveredAt: DRAFTED_AT, shipmentStatus: "delivered", updatedAt: DRAFTED_AT },
    });
    server.behave(drafting.writes);
    give();
    await drafting_;
    expect(server.asked).toHaveLength(2);
    const draft = await draftOf(place, conversationId);
    expect(draft?.maker).toBe(claude.name);
    expect(draft?.facts.map(({ id }) => id)).toContainEqual(expect.stringMatching(/:deliveredAt$/u));
  });

  it("a value changes that it never saw: what it said still holds, with the new value", async () => {
    const place = await shopWithDrafts();
    const { messageId, conversationId, rows } = await question(place);
    await byJob(place, messageId);
    await systemPrisma.fulfillment.updateMany({
      where: { shopId: place.shop.id, id: rows.fulfillments[0]?.id ?? "" },
      data: { trackingNumber: "00340434161094099999" },
    });
    await byJob(place, messageId);
    const draft = await draftOf(place, conversationId);
    expect(draft).toMatchObject({ version: 2, maker: claude.name });
    expect(draft?.text).toContain("00340434161094099999");
    expect(server.asked).toHaveLength(1);
  });

  it("the shopper is redacted: nothing of it is kept", async () => {
    const place = await shopWithDrafts();
    const { messageId } = await question(place);
    const { manner, waiting, give } = held();
    server.behave(manner);
    const run = byJob(place, messageId);
    await vi.waitFor(() => expect(waiting).toHaveLength(1), patience);
    const person = {
      customerIds: [],
      orderIds: [],
      emails: [mara.address],
      contacts: [blindIndex(place.keys, "email", mara.address)],
    };
    await forShop(place.shop.id)((tx) => removeConversations(tx, place.keys, person));
    give();
    expect(await run).toBe("no draft: unknown message");
    expect(await systemPrisma.draftAnswer.count({ where: { shopId: place.shop.id } })).toBe(0);
  });
});

describe("a person who asks with a hint", () => {
  it("gets a new draft, and the same hint is not paid for twice", async () => {
    const place = await shopWithDrafts();
    const { messageId } = await question(place);
    await byJob(place, messageId);
    const asking = { inShop: forShop(place.shop.id), now: () => DRAFTED_AT, draftingModel: claude };
    const ask = (hint: string) => makeDraft(asking, { shopId: place.shop.id, messageId, hint });
    expect(await ask("warmer, and call me at kim@shop.example")).toMatchObject({
      outcome: "drafted",
      version: 2,
    });
    expect(server.asked.at(-1)?.body.messages[0]?.content).toContain(
      'hint: "warmer, and call me at [email]"',
    );
    expect(await ask("warmer, and call me at kim@shop.example")).toMatchObject({ outcome: "unchanged" });
    expect(server.asked).toHaveLength(2);
  });

  it("is not made to wait for a model that asks for a moment", async () => {
    server.behave(manners.throttles({ "retry-after": "30" }));
    const place = await shopWithDrafts();
    const { messageId, conversationId } = await question(place);
    const asking = { inShop: forShop(place.shop.id), now: () => DRAFTED_AT, draftingModel: claude };
    await makeDraft(asking, { shopId: place.shop.id, messageId, hint: "shorter" });
    expect(await makerOf(place, conversationId)).toBe("composer");
  });
});
