// Macros: kept with a text per language, filled from what a reply may tell, and no text with a gap leaves.
import { describe, expect, it } from "vitest";
import { loader as fillDoor } from "#app/routes/api/conversation-macros.ts";
import { action as macroDoor } from "#app/routes/api/macro.ts";
import { loader as macrosDoor } from "#app/routes/api/macros.ts";
import { loader as rulesDoor } from "#app/routes/api/triage-rules.ts";
import { loader as editorDoor } from "#app/routes/conversation/macros.ts";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { checkEdit } from "#app/care/review/check-edit.server.ts";
import { forShop } from "#app/db.server.ts";
import type { FilledForConversation } from "#app/desk/fill-macros.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { articleSchema } from "#app/voice/article.ts";
import { findKnowledge } from "#app/voice/find-knowledge.server.ts";
import { retireArticle } from "#app/voice/retire-article.server.ts";
import { saveArticle } from "#app/voice/save-article.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { keepSession, openDoor } from "#tests/factories/open-screen.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeStaff } from "#tests/factories/staff.ts";

const NOW = new Date("2026-11-13T10:00:00Z");
const now = () => NOW;
const TEXT = "Hi {{first_name}}, {{order}} is with {{carrier}}: {{tracking_number}}.";

/** A shop whose calls are a lead's. */
async function aShop(role: "lead" | "reviewer" = "lead") {
  const { shop, keys } = await makeShop();
  await makeStaff(keys, { id: "42", role });
  const inShop = forShop(shop.id);
  const post = (body: object) => callApi(macrosDoor, { shop: shop.domain, body });
  const put = (id: string, body: object) =>
    callApi(macroDoor, { shop: shop.domain, method: "PUT", params: { id }, body });
  const remove = (id: string) => callApi(macroDoor, { shop: shop.domain, method: "DELETE", params: { id } });
  const list = async (query = "") => {
    const { body } = await callApi(macrosDoor, { shop: shop.domain, query });
    return body as { items: { id: string; name: string; texts: object }[]; nextCursor: string | null };
  };
  const made = async (name: string, given: object = {}) =>
    String((await post({ name, texts: { en: "Words." }, ...given })).body["id"]);
  const filled = async (conversationId: string) => {
    const { body } = await callApi(fillDoor, { shop: shop.domain, params: { id: conversationId } });
    return body["macros"] as FilledForConversation[];
  };
  const events = () => systemPrisma.job.count({ where: { shopId: shop.id, event: "knowledge-changed" } });
  return { shop, shopId: shop.id, keys, inShop, post, put, remove, list, made, filled, events };
}
type Place = Awaited<ReturnType<typeof aShop>>;

const PARCEL = { trackingCompany: "DHL", trackingNumber: "JD014600003871" };

/** Mara's question about her order, read in her language. */
async function asked(
  { shop, keys }: Place,
  { orders = 1, language = "de", as = "mara.lindqvist@example.com" } = {},
) {
  const made = [];
  for (let n = 0; n < orders; n += 1) made.push(await makeOrder(shop, keys, { fulfillments: [PARCEL] }));
  const orderIds = made.map(({ order }) => order.id);
  const contact = { name: "Mara Lindqvist", address: as };
  const place = await makeConversation({ keys, contact, orderIds, at: new Date("2026-11-13T09:00:00Z") });
  const { conversationId, messageId } = place;
  await makeReading(keys, { conversationId, messageId }, { language, orderIds });
  return { conversationId, messageId, order: made[0]?.order };
}

describe("the macros of a shop", () => {
  it("are written, listed by name, searched, changed and taken out", async () => {
    const { post, put, list, made, remove, shop } = await aShop();
    const first = await post({
      name: " Parcel ",
      texts: { en: TEXT, de: "Zug nach Zürich" },
      tags: ["Late  Parcel"],
    });
    expect(first).toMatchObject({
      status: 201,
      body: {
        name: "Parcel",
        version: 1,
        tags: ["late parcel"],
        closes: false,
        texts: { en: TEXT },
        writtenBy: "42",
      },
    });
    const id = String(first.body["id"]);
    await made("apple", { closes: true });
    await made("Äpfel");
    expect((await list()).items.map(({ name }) => name)).toEqual(["Äpfel", "apple", "Parcel"]);
    const [page, search] = [await list("?limit=2"), async (q: string) => (await list(`?q=${q}`)).items];
    expect((await list(`?limit=2&cursor=${page.nextCursor}`)).items.map(({ name }) => name)).toEqual([
      "Parcel",
    ]);
    expect((await search("zurich%20ZUG")).map(({ name }) => name)).toEqual(["Parcel"]);
    expect(await search("%25")).toEqual([]);

    const changed = await put(id, { name: "Where it is", texts: { fr: "Bonjour." }, version: 1 });
    expect(changed).toMatchObject({ status: 200, body: { version: 2, texts: { fr: "Bonjour." } } });
    expect(Object.keys(changed.body["texts"] as object)).toEqual(["fr"]);
    expect(await put(id, { name: "Again", texts: { fr: "Bonjour." }, version: 1 })).toMatchObject({
      status: 409,
      body: { error: { code: "changed_since" } },
    });
    expect((await callApi(macroDoor, { shop: shop.domain, params: { id } })).body).toMatchObject({
      version: 2,
    });
    expect((await remove(id)).status).toBe(204);
    expect((await remove(id)).status).toBe(404);
    expect((await put(id, { name: "x", texts: { en: "x" } })).status).toBe(404);
    expect((await list()).items).toHaveLength(2);
  });

  it.each<[object, string]>([
    [{ name: "" }, "name"],
    [{ texts: {} }, "texts"],
    [{ texts: { en: " " } }, "texts.en"],
    [{ texts: { xx: "Words." } }, "texts.xx"],
    [{ texts: { en: "{{gift}}" } }, "texts.en"],
    [{ tags: ["x".repeat(41)] }, "tags.0"],
    [{ html: "<b>" }, "html"],
  ])("%j is refused by the name of the field %s", async (given, field) => {
    const { post, list } = await aShop();
    expect(await post({ name: "Parcel", texts: { en: "Words." }, ...given })).toMatchObject({
      status: 400,
      body: { error: { code: "bad_input", field } },
    });
    expect((await list()).items).toEqual([]);
  });

  it("are a lead's to write, anybody's to use, and no other shop's", async () => {
    const place = await aShop("reviewer");
    expect((await place.post({ name: "x", texts: { en: "x" } })).status).toBe(403);
    expect((await place.put("none", { name: "x", texts: { en: "x" } })).status).toBe(403);
    expect((await place.remove("none")).status).toBe(403);
    const [other, mine] = [await aShop(), await asked(place)];
    const id = await other.made("Theirs");
    expect((await place.list()).items).toEqual([]);
    expect(await place.filled(mine.conversationId)).toEqual([]);
    const foreign = { shop: place.shop.domain, params: { id } };
    expect((await callApi(macroDoor, foreign)).status).toBe(404);
    const door = { shop: other.shop.domain, params: { id: mine.conversationId } };
    expect((await callApi(fillDoor, door)).status).toBe(404);
  });

  it("are one with their articles: written, changed, retired and brought back by either way", async () => {
    const { inShop, shopId, list, made, remove } = await aShop();
    const article = articleSchema.parse({
      kind: "macro",
      language: "en",
      title: "Invoices",
      body: "See Documents.",
    });
    const write = (given: { id?: string; article: typeof article }) =>
      inShop((tx) => saveArticle(tx, shopId, { staffId: "1", now: NOW, ...given }));
    const saved = await write({ article });
    const id = saved.outcome === "saved" ? saved.id : "";
    expect((await list()).items).toMatchObject([{ id, name: "Invoices", texts: { en: "See Documents." } }]);
    await write({ id, article: { ...article, title: "Bills", body: "See Bills." } });
    expect((await list("?q=bills")).items).toMatchObject([
      { id, name: "Bills", texts: { en: "See Bills." } },
    ]);
    await inShop((tx) => retireArticle(tx, shopId, { id, now: NOW }));
    expect((await list()).items).toEqual([]);
    await write({ id, article });
    expect((await list()).items).toMatchObject([{ id, name: "Invoices" }]);
    await write({ id, article: { ...article, kind: "article" } });
    expect((await list()).items).toEqual([]);

    const question = { text: "How do I wash this wool blanket?", language: "de" };
    const wool = await made("Wool", {
      texts: { de: "Die Decke wird von Hand gewaschen.", en: "Wash it by hand." },
    });
    const cited = () => inShop((tx) => findKnowledge(tx, shopId, { ...question, suggested: [wool] }));
    expect((await cited()).map(({ body }) => body)).toEqual(["Die Decke wird von Hand gewaschen."]);
    await remove(wool);
    expect(await cited()).toEqual([]);
  });

  it("tell the drafts that may cite them of each change, and of nothing else", async () => {
    const { made, put, remove, events } = await aShop();
    const id = await made("Wool");
    expect(await events()).toBe(1);
    await put(id, { name: "Wool", texts: { en: "Words." }, tags: ["wool"], closes: true });
    expect(await events()).toBe(1);
    await put(id, { name: "Wool", texts: { en: "Other words." } });
    expect(await events()).toBe(2);
    await remove(id);
    expect(await events()).toBe(3);
  });
});

describe("a macro in a conversation", () => {
  it("is in the shopper's language, filled with what its records say, and each value names its fact", async () => {
    const place = await aShop();
    const id = await place.made("Parcel", {
      texts: { en: TEXT, de: `Hallo. ${TEXT}` },
      tags: ["parcel"],
      closes: true,
    });
    const { conversationId, order } = await asked(place);
    const [macro] = await place.filled(conversationId);
    expect(macro).toMatchObject({
      ...{ id, name: "Parcel", language: "de", gaps: [], tags: ["parcel"], closes: true, suggested: false },
      text: `Hallo. Hi Mara, ${order?.name} is with DHL: JD014600003871.`,
    });
    expect(macro?.filled.map(({ field }) => field)).toEqual([
      "first_name",
      "order",
      "carrier",
      "tracking_number",
    ]);
    expect(macro?.filled[1]?.factId).toBe(`order:${order?.id}:name`);
    await keepSession(place.shop.domain);
    const screen = await openDoor(editorDoor, { shop: place.shop.domain, staff: "42" });
    expect(screen.status).toBe(404);
  });

  it("is in English, else in what there is, where it is not written in theirs", async () => {
    const place = await aShop();
    await place.made("a", { texts: { fr: "Bonjour.", en: "It comes {{estimated_day}}." } });
    await place.made("b", { texts: { fr: "Bonjour {{first_name}}." } });
    const { conversationId } = await asked(place);
    expect(await place.filled(conversationId)).toMatchObject([
      { language: "en", text: "It comes {{estimated_day}}.", gaps: ["estimated_day"] },
      { language: "fr", text: "Bonjour Mara.", gaps: [] },
    ]);
  });

  it("says nothing of an order to who is not proven to own it, and of several orders of none", async () => {
    const place = await aShop();
    await place.made("Parcel", { texts: { en: "{{order}} {{tracking_number}} {{total}}" } });
    const stranger = await asked(place, { as: "otto@example.com", language: "en" });
    const gaps = ["order", "tracking_number", "total"];
    expect(await place.filled(stranger.conversationId)).toMatchObject([{ gaps, filled: [] }]);
    const several = await asked(place, { orders: 2, language: "en" });
    expect(await place.filled(several.conversationId)).toMatchObject([{ gaps }]);
    // What was paid needs a code besides.
    const own = await asked(place, { language: "en" });
    expect(await place.filled(own.conversationId)).toMatchObject([{ gaps: ["total"] }]);
  });

  it("leaves a gap that nobody can send, whatever the reason", async () => {
    const place = await aShop();
    await place.made("Day", { texts: { de: "Es kommt am {{estimated_day}}." } });
    const { conversationId, messageId } = await asked(place);
    await makeDraft({ inShop: place.inShop, now }, { shopId: place.shopId, messageId });
    const draft = await place.inShop((tx) => readDraft(tx, place.keys, conversationId));
    const [macro] = await place.filled(conversationId);
    const checked = await checkEdit(
      { inShop: place.inShop, now },
      { shopId: place.shopId, conversationId, draftId: draft?.id ?? "", text: macro?.text ?? "" },
    );
    expect(checked).toMatchObject({
      outcome: "checked",
      checks: expect.arrayContaining([
        expect.objectContaining({
          ...{ rule: "gap", outcome: "block", overrulable: false, quote: "{{estimated_day}}" },
          ...{ code: "left", values: { gap: "estimated_day" } },
        }),
      ]),
    });
  });

  it("comes first where a rule suggests it, and the rule says so when it is gone", async () => {
    const place = await aShop();
    await place.made("a");
    const id = await place.made("b");
    const { conversationId, messageId } = await asked(place, { language: "en" });
    const { shopId, shop } = place;
    await systemPrisma.triageApplication.create({
      data: {
        ...{ shopId, ruleId: "rule", ruleVersion: 1, messageId, place: 0, at: NOW },
        did: [{ do: "suggest_macro", articleId: id, outcome: "suggested" }],
      },
    });
    expect((await place.filled(conversationId)).map(({ name, suggested }) => [name, suggested])).toEqual([
      ["b", true],
      ["a", false],
    ]);
    const rule = {
      ...{ name: "Wool", conditions: { match: "all", list: [] } },
      actions: [{ do: "suggest_macro", articleId: id }],
    };
    expect((await callApi(rulesDoor, { shop: shop.domain, body: rule })).status).toBe(201);
    await place.remove(id);
    const { body } = await callApi(rulesDoor, { shop: shop.domain });
    expect(body["items"]).toMatchObject([{ misnamed: [{ why: "no_such_macro" }] }]);
  });
});
