// What a person of the team adds to a conversation: cited as theirs, drafted with, taken back, and nobody else's.
import { describe, expect, it } from "vitest";
import type { Draft } from "#app/care/draft/draft.ts";
import { draftReply } from "#app/care/draft/draft-reply.server.ts";
import { addStaffFact } from "#app/care/review/change-staff-facts.server.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { forShop } from "#app/db.server.ts";
import { loader as conversation } from "#app/routes/api/conversation.ts";
import { action as askForDraft } from "#app/routes/api/draft.ts";
import { action as fact } from "#app/routes/api/fact.ts";
import { action as facts } from "#app/routes/api/facts.ts";
import { action as send } from "#app/routes/api/send.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeConversation } from "#tests/factories/reply.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { portsWith } from "#tests/fakes/shop-admin.ts";

const WORDS = "The warehouse confirmed by phone that it is packed";

/** Mara asked about her order, and a draft waits. */
async function drafted() {
  const made = await makeShop();
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
  const parcel = { estimatedDeliveryAt: day(2), events: [{ status: "in_transit", happenedAt: day(-1) }] };
  const { order } = await makeOrder(made.shop, made.keys, {
    ...{ placedAt: day(-6), updatedAt: day(-1), fulfillments: [parcel] },
  });
  const begun = await makeConversation(made, {
    from: { name: "Mara Lindqvist", address: "mara.lindqvist@example.com" },
    orderIds: [order.id],
  });
  const conversationId = begun.conversation.id;
  await makeReading(made.keys, { conversationId, messageId: begun.messageId }, { orderIds: [order.id] });
  const at = { shop: made.shop.domain, params: { id: conversationId } };
  await callApi(askForDraft, { ...at, body: {} });
  const show = async () => (await callApi(conversation, at)).body as unknown as ConversationDetail;
  /** Runs the jobs that are due, as the worker would. */
  const draftAnew = async () => {
    await draftReply(portsWith({ draftingModel: null }), makeRun(made.shop.id), {
      shopId: made.shop.id,
      messageId: begun.messageId,
    });
    return (await show()).draft as Draft;
  };
  const jobs = () => systemPrisma.job.count({ where: { shopId: made.shop.id, event: "facts-changed" } });
  return { ...made, order, at, conversationId, show, draftAnew, jobs };
}

describe("POST /api/conversations/:id/facts", () => {
  it("turns the waiting draft stale, says why, and the next one says it in those words", async () => {
    const { at, order, show, draftAnew, jobs } = await drafted();
    const added = await callApi(facts, { ...at, body: { text: WORDS, orderId: order.id, quoteIn: "en" } });
    expect(added.status).toBe(201);
    const shown = await show();
    expect(shown.staffFacts).toMatchObject([{ text: WORDS, by: { id: "42" }, orderId: order.id }]);
    expect(shown.draft).toMatchObject({ status: "stale", staleBecause: [{ before: null, after: WORDS }] });
    expect(await jobs()).toBe(1);
    const next = await draftAnew();
    expect(next).toMatchObject({ status: "waiting", version: 2 });
    expect(next.text).toContain(`${WORDS}.`);
    const id = `staff:${String(added.body["id"])}`;
    expect(next.sentences.find(({ cites }) => cites.includes(id))?.text).toBe(`${WORDS}.`);
    expect((await callApi(send, { ...at, body: { draftId: next.id } })).status).toBe(202);
  });

  it("lets an edit say what no record holds, and takes that back when the fact is removed", async () => {
    const { at, draftAnew, show } = await drafted();
    const edit = (draft: Draft) =>
      callApi(send, {
        ...at,
        body: { draftId: draft.id, text: `${draft.text}\n\nWe have contacted the carrier.` },
      });
    const before = (await show()).draft as Draft;
    expect((await edit(before)).status).toBe(422);
    const added = await callApi(facts, { ...at, body: { text: "We have contacted the carrier" } });
    const resting = await draftAnew();
    const path = { ...at.params, factId: String(added.body["id"]) };
    const removed = await callApi(fact, { ...at, params: path, method: "DELETE" });
    expect(removed.status).toBe(204);
    expect((await show()).staffFacts).toEqual([]);
    expect((await edit(resting)).status).toBe(409);
    expect((await edit(await draftAnew())).status).toBe(422);
    expect((await callApi(fact, { ...at, params: path, method: "DELETE" })).status).toBe(404);
  });

  it("names the field that is wrong, and takes a fact about the conversation's own orders only", async () => {
    const { at } = await drafted();
    const field = async (body: object) => {
      const answer = await callApi(facts, { ...at, body });
      return [answer.status, (answer.body["error"] as { field?: string }).field];
    };
    expect(await field({ text: "  " })).toEqual([400, "text"]);
    expect(await field({ text: "\u202e\u0007" })).toEqual([400, "text"]);
    expect(await field({ text: "x".repeat(501) })).toEqual([400, "text"]);
    expect(await field({ text: WORDS, orderId: "999" })).toEqual([400, "orderId"]);
    expect(await field({ text: WORDS, quoteIn: "xx" })).toEqual([400, "quoteIn"]);
    expect(await field({ text: WORDS, who: "me" })).toEqual([400, "who"]);
  });

  it("stops at twenty, one too many at the same time included", async () => {
    const { at } = await drafted();
    const answers = await Promise.all(
      Array.from({ length: 21 }, (_, n) => callApi(facts, { ...at, body: { text: `Fact ${n}` } })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      ...Array.from({ length: 20 }, () => 201),
      409,
    ]);
  });

  it("is closed to other shops", async () => {
    const { at, shop, conversationId } = await drafted();
    const other = await makeShop();
    const there = { shop: other.shop.domain, params: at.params };
    expect((await callApi(facts, { ...there, body: { text: WORDS } })).status).toBe(404);
    const added = await callApi(facts, { ...at, body: { text: WORDS } });
    const path = { id: conversationId, factId: String(added.body["id"]) };
    expect((await callApi(fact, { ...there, params: path, method: "DELETE" })).status).toBe(404);
    const staff = { id: "1", name: "Mia" };
    const input = { shopId: other.shop.id, conversationId, text: WORDS, staff };
    const stranger = { inShop: forShop(other.shop.id), now: () => new Date() };
    expect(await addStaffFact(stranger, input)).toEqual({ outcome: "not_found" });
    expect(await systemPrisma.staffFact.count({ where: { shopId: shop.id } })).toBe(1);
  });
});
