import { describe, expect, it, vi } from "vitest";
import { loader as conversation } from "#app/routes/api/conversation.ts";
import { loader as conversations } from "#app/routes/api/conversations.ts";
import { loader as health } from "#app/routes/api/health-shop.ts";
import { loader as issue } from "#app/routes/api/issue.ts";
import { loader as issues } from "#app/routes/api/issues.ts";
import { loader as nothing } from "#app/routes/api/not-found.ts";
import { loader as order } from "#app/routes/api/order.ts";
import { action as outreach } from "#app/routes/api/outreach.ts";
import { action as send } from "#app/routes/api/send.ts";
import { action as settings } from "#app/routes/api/settings.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation, makeDraftRow } from "#tests/factories/reply.ts";
import { callApi, sessionToken } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";

type Item = { id: string; subject: string; updatedAt: string; emotion: string };
const itemsOf = (answer: { body: Record<string, unknown> }) => answer.body["items"] as Item[];
const errorOf = (answer: { body: Record<string, unknown> }) =>
  answer.body["error"] as { code: string; message: string; field?: string };

async function shopWithReply() {
  const made = await makeShop();
  const begun = await makeConversation(made);
  const draft = await makeDraftRow(made, {
    conversationId: begun.conversation.id,
    messageId: begun.messageId,
  });
  return { ...made, ...begun, draft, domain: made.shop.domain, params: { id: begun.conversation.id } };
}

describe("who may ask", () => {
  it("answers 401 without leaking the token, and with CORS, whatever is wrong with it", async () => {
    const { shop } = await makeShop();
    const other = sessionToken(shop.domain, {}, "guess");
    const past = Math.floor(Date.now() / 1000) - 120;
    const bad = [
      null,
      "nonsense",
      other,
      sessionToken(shop.domain, { exp: past }),
      sessionToken(shop.domain, { aud: "another-app" }),
      sessionToken(shop.domain, { sub: "gid://shopify/Customer/1" }),
      sessionToken(shop.domain, { dest: "https://evil.example" }),
      sessionToken("never-installed.myshopify.com"),
    ];
    for (const token of bad) {
      const answer = await callApi(conversations, { token });
      expect(answer.status).toBe(401);
      expect(errorOf(answer).code).toBe("unauthorized");
      expect(JSON.stringify(answer.body)).not.toContain(token ?? "eyJ");
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    }
  });

  it("answers 401 while the app is uninstalled, and again 200 after", async () => {
    const { shop } = await makeShop();
    const uninstall = (uninstalledAt: Date | null) =>
      systemPrisma.shop.update({ where: { id: shop.id }, data: { uninstalledAt } });
    await uninstall(new Date());
    expect((await callApi(conversations, { shop: shop.domain })).status).toBe(401);
    await uninstall(null);
    expect((await callApi(conversations, { shop: shop.domain })).status).toBe(200);
  });

  it("answers OPTIONS without a token, a wrong method with 405, an unknown call with 404", async () => {
    const preflight = await callApi(send, { token: null, method: "OPTIONS" });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("Authorization");
    expect(preflight.headers.get("access-control-allow-methods")).toContain("POST");
    const { shop } = await makeShop();
    const wrong = await callApi(send, { shop: shop.domain, method: "GET" });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toBe("POST, OPTIONS");
    expect(errorOf(await callApi(nothing, { shop: shop.domain })).code).toBe("not_found");
  });

  it("limits a shop that asks far too often, and no other shop", async () => {
    const [busy, quiet] = [await makeShop(), await makeShop()];
    // What is allowed grows with the time, however long the calls take here.
    vi.useFakeTimers({ toFake: ["Date"] });
    const answers = await Promise.all(
      Array.from({ length: 400 }, () => callApi(issues, { shop: busy.shop.domain })),
    ).finally(() => vi.useRealTimers());
    const limited = answers.find(({ status }) => status === 429);
    expect(limited?.headers.get("retry-after")).toMatch(/^\d+$/u);
    expect((await callApi(issues, { shop: quiet.shop.domain })).status).toBe(200);
  });
});

describe("conversations", () => {
  it("lists by what changed last, in pages that miss and repeat nothing", async () => {
    const made = await makeShop();
    const at = new Date("2026-03-01T10:00:00Z");
    // Several rows share one moment: the id breaks the tie.
    for (let index = 0; index < 7; index += 1)
      await makeConversation(made, { at: index < 4 ? at : new Date(at.getTime() + index) });
    const seen: Item[] = [];
    let query = "?limit=2";
    for (;;) {
      const page = await callApi(conversations, { shop: made.shop.domain, query });
      expect(page.status).toBe(200);
      seen.push(...itemsOf(page));
      const next = page.body["nextCursor"];
      if (typeof next !== "string") break;
      query = `?limit=2&cursor=${next}`;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(7);
    expect(seen).toHaveLength(7);
    const times = seen.map(({ updatedAt }) => updatedAt);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it("filters by status, emotion and intent, and finds words whole or begun", async () => {
    const made = await makeShop();
    const angry = await makeConversation(made, {
      emotion: "anger",
      subject: "Kaputte Teekanne",
      text: "Die Kanne ist zerbrochen.",
    });
    const calm = await makeConversation(made, {
      status: "closed",
      intent: "praise",
      subject: "Thank you",
      text: "A lovely teapot.",
    });
    const find = async (query: string) =>
      itemsOf(await callApi(conversations, { shop: made.shop.domain, query })).map(({ id }) => id);
    expect(await find("?emotion=anger")).toEqual([angry.conversation.id]);
    expect(await find("?status=closed&intent=praise")).toEqual([calm.conversation.id]);
    expect(await find("?q=TEEK")).toEqual([angry.conversation.id]);
    expect(await find("?q=lovely+tea")).toEqual([calm.conversation.id]);
    expect(await find("?q=lovely+zerbrochen")).toEqual([]);
    expect(await find("?q=eekanne")).toEqual([]);
    expect(await find("?q=%25_'")).toEqual([]);
    expect(await find("?q=teapot&status=open")).toEqual([]);
    expect(await find("?q=teapot&status=closed&intent=praise")).toEqual([calm.conversation.id]);
    const other = await makeShop();
    const foreign = await callApi(conversations, { shop: other.shop.domain, query: "?q=teapot" });
    expect(itemsOf(foreign)).toEqual([]);
  });

  it("pages through what a search found", async () => {
    const made = await makeShop();
    for (let index = 0; index < 5; index += 1) await makeConversation(made, { subject: `Teapot ${index}` });
    const first = await callApi(conversations, { shop: made.shop.domain, query: "?q=teapot&limit=3" });
    const cursor = first.body["nextCursor"] as string;
    const second = await callApi(conversations, {
      shop: made.shop.domain,
      query: `?q=teapot&limit=3&cursor=${cursor}`,
    });
    expect([...itemsOf(first), ...itemsOf(second)].map(({ subject }) => subject)).toEqual(
      [4, 3, 2, 1, 0].map((index) => `Teapot ${index}`),
    );
    expect(second.body["nextCursor"]).toBeNull();
  });

  it.each([
    ["?status=lost", "status"],
    ["?emotion=hangry", "emotion"],
    ["?limit=0", "limit"],
    ["?limit=101", "limit"],
    ["?limit=x", "limit"],
    ["?cursor=x", "cursor"],
    ["?status=open&status=closed", "status"],
    [`?q=${"a".repeat(201)}`, "q"],
  ])("answers 400 for %s and names the field", async (query, field) => {
    const { shop } = await makeShop();
    const answer = await callApi(conversations, { shop: shop.domain, query });
    expect([answer.status, errorOf(answer).field]).toEqual([400, field]);
  });

  it("shows one with its messages, draft and deliveries; another shop's is not there", async () => {
    const { domain, params, draft, message } = await shopWithReply();
    const answer = await callApi(conversation, { shop: domain, params });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      id: params.id,
      subject: "Where is my parcel?",
      customer: { name: "Ada Berg", email: "ada@shopper.example.test" },
      messages: [{ direction: "in", from: message.from, text: message.text, attachments: [] }],
      draft: { id: draft.id, status: "waiting", version: 1, maker: "composer" },
      reading: null,
      orders: [],
      promises: [],
      deliveries: [],
    });
    const other = await makeShop();
    for (const id of [params.id, "0b6f2a34-0000-4000-8000-000000000001", "x y", "a\u0000b", "../x"]) {
      expect((await callApi(conversation, { shop: other.shop.domain, params: { id } })).status).toBe(404);
    }
  });
});

describe("the other calls", () => {
  it("lists no issues where none are, and knows none by an unknown id", async () => {
    const { shop } = await makeShop();
    expect((await callApi(issues, { shop: shop.domain })).body).toEqual({ items: [], nextCursor: null });
    expect(errorOf(await callApi(issues, { shop: shop.domain, query: "?status=x" })).field).toBe("status");
    expect((await callApi(issue, { shop: shop.domain, params: { id: "1" } })).status).toBe(404);
    const params = { id: "1" };
    expect(
      errorOf(await callApi(outreach, { shop: shop.domain, params, body: { decision: "maybe" } })).field,
    ).toBe("decision");
    expect(
      (await callApi(outreach, { shop: shop.domain, params, body: { decision: "approve" } })).status,
    ).toBe(404);
  });

  it("answers 404 for an order the mirror does not have, by number or gid", async () => {
    const { shop } = await makeShop();
    for (const orderId of ["1", "gid://shopify/Order/820982911946154508", "x"]) {
      expect((await callApi(order, { shop: shop.domain, params: { orderId } })).status).toBe(404);
    }
  });

  it("changes the settings it is given and keeps the others", async () => {
    const { shop } = await makeShop();
    const put = (body: object) => callApi(settings, { shop: shop.domain, method: "PUT", body });
    expect((await put({ voice: { signature: "Mia" } })).body).toMatchObject({
      voice: { signature: "Mia", formality: "friendly" },
    });
    expect((await put({ modelAccepted: true })).body).toMatchObject({
      modelAccepted: true,
      // No key is configured here: what was accepted changes nothing until there is one.
      modelAvailable: false,
      voice: { signature: "Mia" },
    });
    // The notice that is accepted is the one that is shown now.
    expect((await put({ modelBudgetPerMonth: 7.5 })).body).toMatchObject({
      modelNotice: 2,
      modelBudgetPerMonth: 7.5,
    });
    expect(errorOf(await put({ modelBudgetPerMonth: -1 })).field).toBe("modelBudgetPerMonth");
    expect(errorOf(await put({ modelAccepted: "yes" })).field).toBe("modelAccepted");
    expect((await put({ modelTokensPerDay: 50_000 })).body).toMatchObject({ modelTokensPerDay: 50_000 });
    expect(errorOf(await put({ modelTokensPerDay: -1 })).field).toBe("modelTokensPerDay");
    expect((await put({ glossLanguage: "de" })).body).toMatchObject({ glossLanguage: "de" });
    expect(errorOf(await put({ glossLanguage: "xx" })).field).toBe("glossLanguage");
    expect(errorOf(await put({ admin: true })).field).toBe("admin");
  });

  it("tells how the shop's data is doing", async () => {
    const { shop } = await makeShop();
    await systemPrisma.webhookDelivery.createMany({
      data: [
        { state: "recorded", webhookId: "1", receivedAt: new Date(Date.now() - 5_000) },
        { state: "mirrored", webhookId: "2", receivedAt: new Date(Date.now() - 1_000) },
        { state: "quarantined", webhookId: "3", receivedAt: new Date(Date.now() - 9_000) },
      ].map((row) => ({
        ...row,
        shopId: shop.id,
        shopDomain: shop.domain,
        topic: "orders/create",
        sealedBody: Buffer.from("x"),
      })),
    });
    const { body } = await callApi(health, { shop: shop.domain });
    expect(body).toMatchObject({
      backfill: { state: "waiting", done: 0, total: null },
      queueDepth: 0,
      quarantined: 1,
      inboundAddress: `${shop.inboundKey}@inbound.example.test`,
    });
    expect(body["mirrorLagMs"]).toBeGreaterThanOrEqual(5_000);
    expect(body["mirrorLagMs"]).toBeLessThan(60_000);
    expect(Date.parse(String(body["lastWebhookAt"]))).toBeGreaterThan(Date.now() - 60_000);
  });
});
