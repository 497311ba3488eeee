import { describe, expect, it } from "vitest";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { gather } from "#app/care/draft/gather.server.ts";
import { refreshKnowledgeDrafts } from "#app/care/draft/refresh-knowledge-drafts.server.ts";
import { buildFacts } from "#app/care/draft/build-facts.ts";
import type { Reading } from "#app/care/understand/reading.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { forShop } from "#app/db.server.ts";
import { writeShopRecord } from "#app/mirror/write-shop-record.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { articleSchema, type ArticleInput } from "#app/voice/article.ts";
import { findKnowledge } from "#app/voice/find-knowledge.server.ts";
import { listArticles } from "#app/voice/list-articles.server.ts";
import { retireArticle } from "#app/voice/retire-article.server.ts";
import { saveArticle } from "#app/voice/save-article.server.ts";
import { action as article } from "#app/routes/api/article.ts";
import { action as retire } from "#app/routes/api/article-retire.ts";
import { action as articles } from "#app/routes/api/articles.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeConversation } from "#tests/factories/reply.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { portsWith } from "#tests/fakes/shop-admin.ts";

const NOW = new Date("2026-11-21T10:00:00Z");

async function aShop() {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  const events = () => systemPrisma.job.count({ where: { shopId: shop.id, event: "knowledge-changed" } });
  const write = (given: Partial<ArticleInput>) =>
    inShop((tx) =>
      saveArticle(tx, shop.id, {
        staffId: "1",
        now: NOW,
        article: articleSchema.parse({ kind: "article", language: "en", title: "Care", body: "", ...given }),
      }),
    );
  const find = (text: string, language: string) =>
    inShop((tx) => findKnowledge(tx, shop.id, { text, language }));
  return { shop, keys, inShop, events, write, find };
}

type Place = Awaited<ReturnType<typeof aShop>>;

/** What Shopify answers about the shop, with policies of these texts. */
const mirrorPolicies = ({ inShop, shop }: Place, policies: Record<string, string>, updatedAt = NOW) =>
  inShop((tx) =>
    writeShopRecord(tx, shop.id, {
      shop: {
        name: "Fernweh",
        currencyCode: "EUR",
        ianaTimezone: "Europe/Berlin",
        updatedAt: updatedAt.toISOString(),
        shopPolicies: Object.entries(policies).map(([type, body]) => ({
          type,
          title: type === "REFUND_POLICY" ? "Refund policy" : "Shipping policy",
          body,
          url: `https://fernweh.example/policies/${type}`,
          updatedAt: updatedAt.toISOString(),
        })),
      },
      currentAppInstallation: { accessScopes: [] },
    } as unknown as Parameters<typeof writeShopRecord>[2]),
  );

const SHIPPING = "<p>Parcels to Japan take seven days.</p><p>Standard shipping costs 4.90 EUR.</p>";

describe("a policy", () => {
  it("is kept in passages whose ids outlive an edit elsewhere, and tells of a change once", async () => {
    const place = await aShop();
    await mirrorPolicies(place, { SHIPPING_POLICY: SHIPPING });
    const ids = async () =>
      (await systemPrisma.passage.findMany({ where: { shopId: place.shop.id } })).map(({ id }) => id);
    const before = await ids();
    expect(before).toHaveLength(2);
    expect(await place.events()).toBe(1);

    await mirrorPolicies(place, { SHIPPING_POLICY: SHIPPING });
    expect(await place.events()).toBe(1);

    await mirrorPolicies(place, { SHIPPING_POLICY: SHIPPING.replace("4.90", "5.90") });
    const after = await ids();
    expect(after.filter((id) => before.includes(id))).toHaveLength(1);
    expect(after).toHaveLength(2);
    expect(await place.events()).toBe(2);

    await mirrorPolicies(place, {});
    expect([await ids(), await place.events()]).toEqual([[], 3]);
  });

  it("gets its passages also when it was mirrored before there were any", async () => {
    const place = await aShop();
    await mirrorPolicies(place, { SHIPPING_POLICY: SHIPPING });
    await systemPrisma.passage.deleteMany({ where: { shopId: place.shop.id } });
    await mirrorPolicies(place, { SHIPPING_POLICY: SHIPPING });
    expect(await systemPrisma.passage.count({ where: { shopId: place.shop.id } })).toBe(2);
  });

  it("makes a waiting draft that cites it stale when it says something else", async () => {
    const place = await aShop();
    const { shop, keys, inShop } = place;
    await mirrorPolicies(place, { REFUND_POLICY: "<p>You can return items within 30 days.</p>" });
    const { order } = await makeOrder(shop, keys, { fulfillments: [{ events: [{ status: "delivered" }] }] });
    const ask = async (reading: Partial<Reading>) => {
      const { conversation, messageId } = await makeConversation(place, {
        from: { name: "Mara Lindqvist", address: "mara.lindqvist@example.com" },
        orderIds: [order.id],
        at: NOW,
      });
      const asked = { conversationId: conversation.id, messageId };
      await makeReading(keys, asked, { orderIds: [order.id], ...reading });
      const made = await makeDraft({ inShop, now: () => NOW }, { shopId: shop.id, messageId });
      return made.outcome === "drafted" ? made.draftId : made.outcome;
    };
    const [about, besides] = [await ask({ intent: "return" }), await ask({ intent: "order_status" })];
    const refresh = () =>
      refreshKnowledgeDrafts(portsWith({ now: () => NOW }), makeRun(shop.id), { shopId: shop.id });
    expect(await refresh()).toBe("marked 0 of 2 waiting drafts stale");

    await mirrorPolicies(place, { REFUND_POLICY: "<p>You can return items within 60 days.</p>" });
    expect(await refresh()).toBe("marked 1 of 2 waiting drafts stale");
    const statusOf = async (id: string) =>
      (await systemPrisma.draft.findUniqueOrThrow({ where: { id } })).status;
    expect([await statusOf(about), await statusOf(besides)]).toEqual(["stale", "waiting"]);
    expect(await systemPrisma.job.count({ where: { shopId: shop.id, event: "facts-changed" } })).toBe(1);
  });
});

describe("an article", () => {
  it.each([
    ["en", "Wash wool blankets by hand in cold water.", "Can I wash my blanket, it is made of wool?"],
    [
      "de",
      "Wolldecken werden von Hand in kaltem Wasser gewaschen.",
      "Soll ich die Wolldecke mit kalten Händen waschen?",
    ],
    ["es", "Las mantas se lavan a mano con agua fría.", "¿Puedo lavar la manta?"],
    ["fr", "Les couvertures se lavent à la main.", "Ma couverture se lave-t-elle à la main ?"],
    ["pt", "Os cobertores são lavados à mão.", "Posso lavar o cobertor?"],
    ["it", "Le coperte si lavano a mano in acqua fredda.", "Posso lavare la coperta?"],
    [
      "nl",
      "Dekens worden met de hand gewassen in koud water.",
      "Mag de wollen deken in koude waters gewassen worden?",
    ],
    ["ja", "毛布は冷たい水で手洗いしてください。", "毛布を水で洗えますか？"],
  ])(
    "in %s is found by other forms of its words, and by no other language",
    async (language, body, question) => {
      const { write, find } = await aShop();
      await write({ language, body, title: "1" });
      await write({ language, body: "X.", title: "2" });
      const [found] = await find(question, language);
      expect(found).toMatchObject({ body, sourceKind: "article" });
      expect(found?.id).toMatch(/^article:[0-9a-f-]{36}:[0-9a-f]{12}$/u);
      expect(await find(question, language === "en" ? "de" : "en")).toEqual([]);
    },
  );

  it("is found in its shop only, is changed, retired and brought back, and tells of each change", async () => {
    const { shop, inShop, write, find, events } = await aShop();
    const saved = await write({ title: "Washing", body: "Wash wool blankets by hand." });
    if (saved.outcome !== "saved") throw new Error(saved.outcome);
    const question = "Can I wash this wool blanket?";
    expect(await find(question, "en")).toHaveLength(1);
    expect(await (await aShop()).find(question, "en")).toEqual([]);

    const again = (body: string) =>
      inShop((tx) =>
        saveArticle(tx, shop.id, {
          id: saved.id,
          staffId: "2",
          now: NOW,
          article: articleSchema.parse({ kind: "macro", language: "en", title: "Washing", body }),
        }),
      );
    await again("Wash wool blankets at 30 degrees.");
    expect((await find(question, "en")).map(({ body }) => body)).toEqual([
      "Wash wool blankets at 30 degrees.",
    ]);
    await again("Wash wool blankets at 30 degrees.");
    expect(await events()).toBe(2);

    expect(await inShop((tx) => retireArticle(tx, shop.id, { id: saved.id, now: NOW }))).toBe("retired");
    expect([await find(question, "en"), await events()]).toEqual([[], 3]);
    expect((await inShop((tx) => listArticles(tx, shop.id))).items).toMatchObject([
      { id: saved.id, kind: "macro", writtenBy: "2", retiredAt: NOW.toISOString() },
    ]);
    await again("Wash wool blankets at 30 degrees.");
    expect(await find(question, "en")).toHaveLength(1);
    expect(await inShop((tx) => retireArticle(tx, shop.id, { id: "none", now: NOW }))).toBe("not_found");
  });

  it("comes to the sheet of a draft, in its own words, with an id to cite", async () => {
    const place = await aShop();
    const { keys, inShop, write } = place;
    await write({ title: "Washing", body: "Wash wool blankets by hand in cold water." });
    const { conversation, messageId } = await makeConversation(place, {
      text: "Hello, can I wash the wool blanket in the machine?",
      at: NOW,
    });
    const asked = { conversationId: conversation.id, messageId };
    await makeReading(keys, asked, { language: "en", intent: "product_question" });
    const gathered = await inShop(async (tx) => {
      const read = await readConversation(tx, keys, conversation.id);
      const [message] = read?.messages ?? [];
      return read && message && gather(tx, keys, { conversation: read, message, now: NOW });
    });
    if (!gathered) throw new Error("Nothing was gathered");
    const { facts, knowledgeFacts } = buildFacts({
      ...gathered.input.facts,
      language: "en",
      intent: "product_question",
      riskFlags: [],
    });
    expect(knowledgeFacts).toHaveLength(1);
    expect(facts.find(({ id }) => id === knowledgeFacts[0]?.id)).toMatchObject({
      value: "Wash wool blankets by hand in cold water.",
      label: "Washing",
      needs: "none",
    });
  });

  it("is quoted in the draft that answers by it, and makes it stale when it is changed", async () => {
    const place = await aShop();
    const { shop, keys, inShop, write } = place;
    const saved = await write({ title: "Washing", body: "Wash wool blankets by hand in cold water." });
    if (saved.outcome !== "saved") throw new Error(saved.outcome);
    const { conversation, messageId } = await makeConversation(place, {
      text: "Hello, can I wash the wool blanket in the machine?",
      at: NOW,
    });
    const asked = { conversationId: conversation.id, messageId };
    await makeReading(keys, asked, { language: "en", intent: "product_question" });
    const made = await makeDraft({ inShop, now: () => NOW }, { shopId: shop.id, messageId });
    if (made.outcome !== "drafted") throw new Error(made.outcome);
    const draft = await inShop((tx) => readDraft(tx, keys, conversation.id));
    expect(draft?.text).toContain("Wash wool blankets by hand in cold water.");

    const body = "Wash wool blankets at 30 degrees.";
    const changed = articleSchema.parse({ kind: "article", language: "en", title: "Washing", body });
    await inShop((tx) =>
      saveArticle(tx, shop.id, { id: saved.id, staffId: "1", now: NOW, article: changed }),
    );
    expect(
      await refreshKnowledgeDrafts(portsWith({ now: () => NOW }), makeRun(shop.id), { shopId: shop.id }),
    ).toBe("marked 1 of 1 waiting drafts stale");
  });
});

describe("/api/articles", () => {
  const washing = { kind: "article", language: "en", title: "Washing", body: "Wash wool by hand." };

  it("writes, lists by pages, changes and retires", async () => {
    const { shop } = await aShop();
    const call = { shop: shop.domain };
    const created = await callApi(articles, { ...call, body: washing });
    expect(created.status).toBe(201);
    const params = { id: String(created.body["id"]) };
    await callApi(articles, { ...call, body: { ...washing, title: "Ironing" } });
    const put = { ...call, params, method: "PUT", body: { ...washing, body: "Wash wool at 30 degrees." } };
    expect((await callApi(article, put)).status).toBe(200);
    expect((await callApi(retire, { ...call, params, body: {} })).status).toBe(204);

    const first = await callApi(articles, { ...call, query: "?limit=1" });
    const second = await callApi(articles, {
      ...call,
      query: `?limit=1&cursor=${String(first.body["nextCursor"])}`,
    });
    const items = [first, second].flatMap(({ body }) => body["items"] as { id: string }[]);
    expect(second.body["nextCursor"]).toBeNull();
    expect(items.find(({ id }) => id === params.id)).toMatchObject({
      body: "Wash wool at 30 degrees.",
      retiredAt: expect.any(String),
    });
    expect(items).toHaveLength(2);
  });

  it("names the field that is wrong, and knows nothing of another shop's", async () => {
    const [{ shop }, other] = [await aShop(), await aShop()];
    const call = { shop: shop.domain };
    for (const [field, wrong] of Object.entries({ kind: "essay", language: "xx", title: " ", body: "" })) {
      const refused = await callApi(articles, { ...call, body: { ...washing, [field]: wrong } });
      expect([refused.status, refused.body["error"]]).toEqual([400, expect.objectContaining({ field })]);
    }
    const created = await callApi(articles, { shop: other.shop.domain, body: washing });
    const params = { id: String(created.body["id"]) };
    expect((await callApi(article, { ...call, params, method: "PUT", body: washing })).status).toBe(404);
    expect((await callApi(retire, { ...call, params, body: {} })).status).toBe(404);
    expect((await callApi(articles, call)).body).toEqual({ items: [], nextCursor: null });
  });
});
