import { describe, expect, it } from "vitest";
import { loader as rulesDoor } from "#app/routes/api/triage-rules.ts";
import { action as ruleDoor } from "#app/routes/api/triage-rule.ts";
import { action as orderDoor } from "#app/routes/api/triage-order.ts";
import { action as dryRunDoor } from "#app/routes/api/triage-dry-run.ts";
import { days, minutes } from "#app/lib/duration.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { makeStaff } from "#tests/factories/staff.ts";
import { addMessage, triage, understand } from "#tests/factories/thread.ts";
import { triageShop } from "#tests/factories/triage-shop.ts";

const words = (...any: string[]) => ({ match: "all", list: [{ on: "words", in: "anywhere", any }] });
const aRule = (given: object = {}) => ({
  name: "Invoices",
  conditions: words("invoice"),
  actions: [{ do: "add_tags", tags: ["Billing"] }],
  ...given,
});

/** A shop whose calls are a lead's, and one's who reviews. */
async function apiShop() {
  const shop = await triageShop();
  await makeStaff(shop.keys, { id: "42", role: "lead" });
  const { domain } = shop;
  const post = (body: object) => callApi(rulesDoor, { shop: domain, body });
  const put = (id: string, body: object) =>
    callApi(ruleDoor, { shop: domain, method: "PUT", params: { id }, body });
  const remove = (id: string) => callApi(ruleDoor, { shop: domain, method: "DELETE", params: { id } });
  const order = (ids: unknown) => callApi(orderDoor, { shop: domain, method: "PUT", body: { ids } });
  const tried = (body: object) => callApi(dryRunDoor, { shop: domain, body });
  const list = async () => {
    const { body } = await callApi(rulesDoor, { shop: domain });
    return body["items"] as {
      id: string;
      name: string;
      version: number;
      applied: number;
      misnamed: unknown[];
    }[];
  };
  const made = async (name: string, given: object = {}) =>
    String((await post(aRule({ name, ...given }))).body["id"]);
  return { ...shop, post, put, remove, order, tried, list, made };
}

describe("the rules of a shop", () => {
  it("are written, listed in order, changed, put in another order and taken out", async () => {
    const { post, put, list, made, order, remove } = await apiShop();
    const first = await post(aRule());
    expect(first).toMatchObject({
      status: 201,
      body: { name: "Invoices", version: 1, enabled: true, stop: false, actions: [{ tags: ["billing"] }] },
    });
    const id = String(first.body["id"]);
    const others = [await made("Second"), await made("Third")];
    const names = async () => (await list()).map(({ name }) => name);
    expect(await names()).toEqual(["Invoices", "Second", "Third"]);

    expect((await put(id, aRule({ name: "Bills" }))).body).toMatchObject({ version: 1, name: "Bills" });
    expect((await put(id, aRule({ name: "Bills", stop: true, version: 1 }))).body).toMatchObject({
      version: 2,
    });
    expect(await put(id, aRule({ version: 1 }))).toMatchObject({
      status: 409,
      body: { error: { code: "changed_since" } },
    });

    expect((await order([others[1], id, others[0]])).status).toBe(204);
    expect(await names()).toEqual(["Third", "Bills", "Second"]);
    expect((await remove(id)).status).toBe(204);
    expect((await remove(id)).status).toBe(404);
    expect((await put(id, aRule())).status).toBe(404);
    expect(await names()).toEqual(["Third", "Second"]);
    expect(await systemPrisma.triageRule.findUnique({ where: { id } })).toMatchObject({ name: "Bills" });
  });

  it.each<[object, string]>([
    [{ name: "" }, "name"],
    [{ actions: [] }, "actions"],
    [{ actions: [{ do: "assign", to: "nobody" }] }, "actions.0.to"],
    [{ conditions: words() }, "conditions.list.0.any"],
    [{ conditions: words("?!") }, "conditions.list.0.any.0"],
    [{ conditions: { match: "some", list: [] } }, "conditions.match"],
    [{ regex: ".*" }, "regex"],
  ])("%j is refused by the name of the field %s", async (given, field) => {
    const { post, list } = await apiShop();
    expect(await post(aRule(given))).toMatchObject({
      status: 400,
      body: { error: { code: "bad_input", field } },
    });
    expect(await list()).toEqual([]);
  });

  it("name nobody who is not in the team, and no macro that is not in use", async () => {
    const { shopId, keys, post, list } = await apiShop();
    await makeStaff(keys, { id: "7" });
    const naming = (action: object) => post(aRule({ actions: [action] }));
    expect(await naming({ do: "assign_in_turn", among: ["7", "8"] })).toMatchObject({
      status: 422,
      body: { error: { code: "no_such_member", field: "actions.0.among.1" } },
    });
    expect(await naming({ do: "suggest_macro", articleId: "none" })).toMatchObject({
      status: 422,
      body: { error: { code: "no_such_macro", field: "actions.0.articleId" } },
    });
    expect((await naming({ do: "assign", to: "7" })).status).toBe(201);
    expect((await list())[0]?.misnamed).toEqual([]);
    await systemPrisma.staffMember.updateMany({
      where: { shopId, id: "7" },
      data: { removedAt: new Date() },
    });
    expect((await list())[0]?.misnamed).toEqual([{ field: "actions.0.to", why: "no_such_member" }]);
  });

  it("stay whole when two people put them in order, or one adds one meanwhile", async () => {
    const { list, made, order } = await apiShop();
    const ids = [await made("a"), await made("b"), await made("c")];
    await made("d");
    expect(await order(ids)).toMatchObject({ status: 409, body: { error: { field: "ids" } } });
    const all = (await list()).map(({ id }) => id);
    const answers = await Promise.all([
      order(all.toReversed()),
      order(all),
      order([...all.slice(1), all[0]]),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect((await list()).map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
      all.toSorted((a, b) => (a < b ? -1 : 1)),
    );
    expect(await order([all[0], all[0], all[1], all[2]])).toMatchObject({ status: 409 });
  });

  it("are a lead's, and another shop's are not there", async () => {
    const shop = await apiShop();
    const id = await shop.made("Mine");
    const stranger = await apiShop();
    expect((await stranger.put(id, aRule())).status).toBe(404);
    expect((await stranger.remove(id)).status).toBe(404);
    expect((await stranger.tried({ ruleId: id })).status).toBe(404);
    expect(await stranger.list()).toEqual([]);
    await systemPrisma.staffMember.updateMany({ where: { shopId: shop.shopId }, data: { role: "reviewer" } });
    const calls = [
      shop.post(aRule()),
      shop.put(id, aRule()),
      shop.remove(id),
      shop.order([id]),
      shop.tried({ ruleId: id }),
    ];
    for (const answer of await Promise.all(calls))
      expect(answer).toMatchObject({ status: 403, body: { error: { code: "forbidden" } } });
    expect(await shop.list()).toHaveLength(1);
  });
});

describe("trying a rule", () => {
  const NOW = Date.now();

  /** What every table of a shop holds, but for who was seen last. */
  async function everything(shopId: string): Promise<string> {
    const tables = [
      "conversations",
      "conversation_events",
      "triage_applications",
      "triage_turns",
      "jobs",
      "messages",
    ];
    const rows = await Promise.all(
      tables.map((table) =>
        systemPool.query(`SELECT t.*::text FROM ${table} t WHERE shop_id = $1 ORDER BY 1`, [shopId]),
      ),
    );
    return JSON.stringify(rows.map((one) => one.rows));
  }

  async function withLetters() {
    const shop = await apiShop();
    const write = async (text: string, { ago = minutes(5), address = "eva@shopper.example" } = {}) => {
      const at = new Date(NOW - ago);
      const place = await makeConversation({ keys: shop.keys, text, at, contact: { name: "Eva", address } });
      await understand(shop.shopId, place.messageId, at);
      return place;
    };
    return { ...shop, write };
  }

  it("says which conversations of the week it is for and what it would do, and does nothing", async () => {
    const { shopId, keys, write, tried, made } = await withLetters();
    const one = await write("The invoice is missing.", { ago: days(1) });
    await write("Where is my parcel?", { address: "ada@shopper.example" });
    await write("An invoice of long ago.", { ago: days(8), address: "old@shopper.example" });
    const two = await write("Where is it?", { address: "otto@shopper.example", ago: days(2) });
    const at = new Date(NOW - minutes(2));
    await understand(shopId, await addMessage(keys, { ...two, text: "And my INVOICE?", at }), at);
    await systemPrisma.conversation.update({ where: { id: two.conversationId }, data: { updatedAt: at } });
    await systemPrisma.conversation.update({
      where: { id: one.conversationId },
      data: { tags: ["billing"], assigneeId: "42" },
    });
    await made("Later");
    const before = await everything(shopId);
    const actions = [
      { do: "add_tags", tags: ["billing"] },
      { do: "assign_in_turn", among: [] },
      { do: "set_priority", priority: "urgent" },
    ];
    const { status, body } = await tried({ rule: aRule({ actions }) });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ days: 7, messages: 4, conversations: 3, matched: 2, kept: 0, nextCursor: null, cut: false },
      would: { tag: 1, assign: 1, raise_priority: 2 },
      sample: [
        { id: two.conversationId, customer: "Eva", subject: "Where is my parcel?", at: at.toISOString() },
        { id: one.conversationId, would: ["raise_priority"] },
      ],
    });
    expect(await everything(shopId)).toBe(before);
  });

  it("counts what an earlier rule that stops keeps from it, and looks from a saved rule's own place", async () => {
    const { write, tried, made } = await withLetters();
    await write("The invoice is missing.");
    await write("The invoice is wrong, says my lawyer.", { address: "ada@shopper.example" });
    const first = await made("First");
    await made("Lawyers", { conditions: words("lawyer"), stop: true });
    expect((await tried({ rule: aRule() })).body).toMatchObject({ matched: 1, kept: 1 });
    expect((await tried({ ruleId: first })).body).toMatchObject({ matched: 2, kept: 0 });
    const rule = aRule({ conditions: words("lawyer") });
    expect((await tried({ rule, ruleId: first })).body).toMatchObject({ matched: 1, kept: 0 });
  });

  it("says of a page at a time what the rule then does", async () => {
    const { shopId, keys, write, tried, post } = await withLetters();
    await write("The invoice is missing.");
    const rows = Array.from({ length: 320 }, (_, n) => n);
    const letter = await write("No such word.", { address: "ada@shopper.example" });
    await systemPool.query(
      `INSERT INTO conversations (id, shop_id, channel, status, reply_token, sealed, search_tokens, created_at, updated_at)
       SELECT 'empty-' || $2 || n, $2, 'email', 'open', 'empty-' || $2 || n, c.sealed, '{}', c.created_at, c.updated_at - n * interval '1 minute'
       FROM conversations c, unnest($3::int[]) AS n WHERE c.id = $1`,
      [letter.conversationId, shopId, rows],
    );
    let [pages, matched, looked] = [0, 0, 0];
    for (let cursor: unknown; cursor !== null; pages += 1) {
      const { body } = await tried({ rule: aRule(), ...(cursor === undefined ? {} : { cursor }) });
      matched += Number(body["matched"]);
      looked += Number(body["conversations"]);
      cursor = body["nextCursor"];
    }
    expect({ pages, matched, looked }).toEqual({ pages: 3, matched: 1, looked: 322 });
    expect((await tried({ rule: aRule(), cursor: `2990.${"x"}` })).status).toBe(400);
    expect(await tried({})).toMatchObject({ status: 400, body: { error: { field: "rule" } } });

    await post(aRule());
    const messages = await systemPrisma.message.findMany({ where: { shopId }, select: { id: true } });
    for (const { id } of messages) await triage(keys.shopId, id);
    expect(await systemPrisma.triageApplication.count({ where: { shopId } })).toBe(1);
  });
});
