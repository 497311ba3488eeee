// The API over a conversation about a mirrored order: a draft with evidence, its staleness, and the order's own page.
import { describe, expect, it } from "vitest";
import { draftContentSchema, type Draft } from "#app/care/draft/draft.ts";
import { localDay } from "#app/care/draft/format-value.ts";
import { openJson, sealJson } from "#app/shop/seal.ts";
import type { ConversationDetail, OrderDetail } from "#app/desk/shapes.ts";
import { forShop, sqlOf } from "#app/db.server.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import { loader as conversation } from "#app/routes/api/conversation.ts";
import { action as draft } from "#app/routes/api/draft.ts";
import { loader as orderPage } from "#app/routes/api/order.ts";
import { action as send } from "#app/routes/api/send.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeConversation } from "#tests/factories/reply.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";

const email = "mara.lindqvist@example.com";

async function askedAboutOrder() {
  const made = await makeShop();
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
  const parcel = { estimatedDeliveryAt: day(2), events: [{ status: "in_transit", happenedAt: day(-1) }] };
  const { order, rows } = await makeOrder(made.shop, made.keys, {
    placedAt: day(-6),
    updatedAt: day(-1),
    fulfillments: [parcel],
  });
  const begun = await makeConversation(made, {
    from: { name: "Mara Lindqvist", address: email },
    orderIds: [order.id],
  });
  const place = { conversationId: begun.conversation.id, messageId: begun.messageId };
  await makeReading(made.keys, place, { orderIds: [order.id] });
  const shop = made.shop.domain;
  const params = { id: begun.conversation.id };
  const asked = await callApi(draft, { shop, params, body: {} });
  return { ...made, order, rows, shop, params, place, asked, draftMade: asked.body as unknown as Draft, day };
}

describe("a draft about an order", () => {
  it("is made on request, with its evidence, and shown with reading and order", async () => {
    const given = await askedAboutOrder();
    expect(given.asked.status).toBe(201);
    expect(given.draftMade).toMatchObject({
      status: "waiting",
      version: 1,
      maker: "composer",
      language: "en",
    });
    const cited = given.draftMade.sentences.flatMap(({ cites }) => cites);
    expect(cited.length).toBeGreaterThan(0);
    const known = given.draftMade.facts.map(({ id }) => id);
    expect(cited.filter((id) => !known.includes(id))).toEqual([]);
    const shown = (await callApi(conversation, given)).body as unknown as ConversationDetail;
    expect(shown.reading).toMatchObject({ intent: "order_status", identity: "address_match" });
    expect(shown.orders).toMatchObject([{ id: given.order.id, fulfillments: [{ trackingCompany: "DHL" }] }]);
    expect(shown.draft?.id).toBe(given.draftMade.id);
  });

  it("takes a hint into a next version, and answers 404 for a conversation that is not there", async () => {
    const given = await askedAboutOrder();
    const again = await callApi(draft, { ...given, body: { hint: "shorter" } });
    expect([again.status, (again.body as unknown as Draft).version]).toEqual([201, 2]);
    expect((await callApi(draft, { ...given, params: { id: "none" }, body: {} })).status).toBe(404);
    expect((await callApi(draft, { ...given, body: { hint: 7 } })).status).toBe(400);
    const first = await callApi(send, { ...given, body: { draftId: given.draftMade.id } });
    expect([first.status, (first.body["error"] as { code: string }).code]).toEqual([409, "stale"]);
  });

  it("is stale from the moment the record says something else, before any job has noticed", async () => {
    const given = await askedAboutOrder();
    const [parcel] = given.rows.fulfillments;
    if (!parcel) throw new Error("the order has no parcel");
    const delivered = {
      ...parcel,
      shipmentStatus: "delivered",
      deliveredAt: given.day(0),
      updatedAt: given.day(0),
    };
    await forShop(given.keys.shopId)((tx) => writeRows(sqlOf(tx), given.keys, { fulfillments: [delivered] }));
    const refused = await callApi(send, { ...given, body: { draftId: given.draftMade.id } });
    expect([refused.status, (refused.body["error"] as { code: string }).code]).toEqual([409, "stale"]);
    expect(await systemPrisma.draft.findUniqueOrThrow({ where: { id: given.draftMade.id } })).toMatchObject({
      status: "stale",
    });
    expect(
      await systemPrisma.job.count({ where: { shopId: given.keys.shopId, event: "facts-changed" } }),
    ).toBe(1);
    // The next version says what the record says now, and goes.
    const next = (await callApi(draft, { ...given, body: {} })).body as unknown as Draft;
    expect((await callApi(send, { ...given, body: { draftId: next.id } })).status).toBe(202);
  });

  it("is stale when it says how long ago something was and a day has passed", async () => {
    const given = await askedAboutOrder();
    const saysOn = async (day: string) => {
      const { id, sealed } = await systemPrisma.draft.findUniqueOrThrow({
        where: { id: given.draftMade.id },
      });
      const context = `drafts.sealed:${id}` as const;
      const content = openJson(given.keys, { context, bytes: sealed }, draftContentSchema);
      const cited = new Set(content.sentences.flatMap(({ cites }) => cites));
      const facts = content.facts.map((fact) => (cited.has(fact.id) ? { ...fact, on: day } : fact));
      await systemPrisma.draft.update({
        where: { id },
        data: { status: "waiting", sealed: sealJson(given.keys, context, { ...content, facts }) },
      });
      return (await callApi(send, { ...given, body: { draftId: id } })).status;
    };
    const today = localDay(new Date().toISOString(), "Europe/Berlin");
    expect(await saysOn("2026-01-01")).toBe(409);
    expect(await saysOn(today)).toBe(202);
  });

  it("blocks an edit with a tracking number, a date or an amount that no record has", async () => {
    const given = await askedAboutOrder();
    for (const claim of [
      "It arrives on 1 January 2031.",
      "We refund 999.00 EUR.",
      "See https://evil.example/track.",
    ]) {
      const text = `${given.draftMade.text}\n\n${claim}`;
      const answer = await callApi(send, { ...given, body: { draftId: given.draftMade.id, text } });
      expect([claim, answer.status]).toEqual([claim, 422]);
      expect(answer.body["checks"]).toEqual(
        expect.arrayContaining([expect.objectContaining({ outcome: "block" })]),
      );
    }
  });
});

describe("GET /api/orders/:orderId", () => {
  it("shows the order with its conversations and the next step, by number and by gid", async () => {
    const given = await askedAboutOrder();
    const ids = [given.order.id, `gid://shopify/Order/${given.order.id}`];
    for (const orderId of ids) {
      const answer = await callApi(orderPage, { shop: given.shop, params: { orderId } });
      const shown = answer.body as unknown as OrderDetail;
      expect(shown).toMatchObject({
        id: given.order.id,
        name: given.order.name,
        total: { amount: "59.90", currency: "EUR" },
        customer: { email },
        issues: [],
        conversations: [{ id: given.params.id, order: { name: given.order.name } }],
        nextStep: { kind: "review_draft", conversationId: given.params.id },
      });
    }
    const other = await makeShop();
    const foreign = await callApi(orderPage, {
      shop: other.shop.domain,
      params: { orderId: given.order.id },
    });
    expect(foreign.status).toBe(404);
  });
});
