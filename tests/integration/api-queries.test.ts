import pg from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { forShop } from "#app/db.server.ts";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { showHome } from "#app/desk/show-home.server.ts";
import { showOrder } from "#app/desk/show-order.server.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeConversation, makeDelivery } from "#tests/factories/reply.ts";
import { makeShop } from "#tests/factories/shop.ts";

const now = () => new Date();

afterEach(() => void vi.restoreAllMocks());

/** What the database is asked while `work` runs. */
async function queriesOf(work: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  await work();
  const texts = query.mock.calls.map(([asked]: unknown[]) => {
    if (typeof asked === "string") return asked;
    const { text } = (asked ?? {}) as { text?: unknown };
    return typeof text === "string" ? text : "";
  });
  query.mockRestore();
  return texts;
}

it("no list reads the search tokens of a conversation", async () => {
  const made = await makeShop();
  const inShop = forShop(made.shop.id);
  const at = { inShop, keys: made.keys, now };
  await makeOrder(made.shop, made.keys, { id: "1001" });
  const { conversation } = await makeConversation(made, { orderIds: ["1001"] });
  const reads = [
    () => listConversations(at, { limit: 10 }),
    () => listConversations(at, { limit: 10, q: "parcel" }),
    () => showConversation(at, conversation.id),
    () => showOrder(at, "1001"),
  ];
  for (const read of reads) {
    const texts = await queriesOf(read);
    expect(JSON.stringify(await read())).toContain(conversation.id);
    const ofConversations = texts.filter((text) => /FROM "public"\."conversations"/.test(text));
    expect(ofConversations.length).toBeGreaterThan(0);
    for (const text of ofConversations) expect(text).not.toMatch(/search_tokens/);
  }
});

it("every count on the home page stops at a limit", async () => {
  const { shop } = await makeShop();
  const texts = await queriesOf(() => showHome({ inShop: forShop(shop.id), now }));
  const counts = texts.filter((text) => /COUNT\(/i.test(text));
  expect(counts).toHaveLength(18);
  const replies = texts.filter((text) => text.includes("FROM deliveries"));
  expect(replies).toHaveLength(3);
  for (const text of [...counts, ...replies]) expect(text).toMatch(/LIMIT/);
});

it("a cancelled reply counts as not sent as long as the shopper waits for an answer", async () => {
  const made = await makeShop();
  const inShop = forShop(made.shop.id);
  const listed = () =>
    listConversations({ inShop, keys: made.keys, now: () => new Date() }, { limit: 10, delivery: "failed" });
  const { conversation, messageId } = await makeConversation(made);
  const delivery = await makeDelivery(made, { conversationId: conversation.id, messageId });
  expect(await listed()).toMatchObject({ items: [] });
  await systemPrisma.delivery.update({ where: { id: delivery.id }, data: { status: "cancelled" } });
  expect(await listed()).toMatchObject({ items: [{ id: conversation.id }] });
  expect((await showHome({ inShop, now })).attention.failed).toBe(1);
  await systemPrisma.conversation.update({ where: { id: conversation.id }, data: { status: "closed" } });
  expect(await listed()).toMatchObject({ items: [] });
  expect((await showHome({ inShop, now })).attention.failed).toBe(0);
});

it("a shop's deliveries of one status are found by an index", async () => {
  const { shop } = await makeShop();
  const client = await systemPool.connect();
  try {
    await client.query(`BEGIN; SET LOCAL ROLE attune_app; SET LOCAL app.shop_id = '${shop.id}'`);
    await client.query("SET LOCAL enable_seqscan = off");
    const { rows } = await client.query<{ "QUERY PLAN": string }>(
      "EXPLAIN SELECT conversation_id FROM deliveries WHERE status = 'failed' ORDER BY at DESC LIMIT 2000",
    );
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(
      /Index Scan Backward using deliveries_shop_id_status_at_idx/,
    );
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
});
