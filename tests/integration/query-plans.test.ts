import { beforeAll, describe, expect, it } from "vitest";
import { forShop } from "#app/db.server.ts";
import { listConversations, type ConversationQuery } from "#app/desk/list-conversations.server.ts";
import { queryTokens } from "#app/shop/seal.ts";
import { systemPool } from "#app/system-db.server.ts";
import { growIssues } from "#tests/factories/grown-issues.ts";
import { growShop } from "#tests/factories/grown-shop.ts";
import { addNeighbours, growRest, settleTables } from "#tests/factories/grown-rest.ts";
import { chances, wordAt } from "#tests/factories/grown-words.ts";
import { insightCases } from "#tests/factories/insight-cases.ts";
import { inboxReads } from "#tests/factories/inbox-cases.ts";
import { levelCases } from "#tests/factories/level-cases.ts";
import { issueCases } from "#tests/factories/issue-cases.ts";
import { at, readCases, type Place } from "#tests/factories/read-cases.ts";
import { recordPlans } from "#tests/factories/record-plans.ts";
import { triageCases } from "#tests/factories/triage-cases.ts";
import { makeShop } from "#tests/factories/shop.ts";

const ORDERS = 20_000;
const ROUNDS = 2;
/** 8 kB each. What a page of a list, a search or an order takes, however large the shop is. */
const MOST_PAGES = 3_000;

let place: Place;

beforeAll(async () => {
  const now = new Date();
  const { shop, keys } = await makeShop();
  await addNeighbours(systemPool, { shops: 200, now });
  await Promise.all([
    growShop(systemPool, { keys, from: 0, to: ORDERS, now }),
    growRest(systemPool, { shopId: shop.id, from: 0, to: ORDERS, now }),
    growIssues(systemPool, { keys, from: 0, to: ORDERS, now }),
  ]);
  await settleTables(systemPool);
  place = { inShop: forShop(shop.id), keys, now, orders: ORDERS };
});

describe("a read of a large shop", () => {
  it.each([...readCases, ...issueCases, ...triageCases, ...levelCases, ...inboxReads])(
    "$name uses indexes",
    async ({ run }) => {
      const chance = chances(7);
      for (let round = 0; round < ROUNDS; round += 1) {
        const { statements, scanned } = await recordPlans(() => run(place, chance));
        expect(statements.length).toBeGreaterThan(0);
        expect(scanned).toEqual([]);
        expect(statements.reduce((sum, { pages }) => sum + pages, 0)).toBeLessThan(MOST_PAGES);
      }
    },
  );
});

describe("the insights of a large shop", () => {
  it.each(insightCases)("$name use indexes", async ({ run }) => {
    const { statements, scanned } = await recordPlans(() => run(place, chances(7)));
    expect(statements.length).toBeGreaterThan(0);
    expect(scanned).toEqual([]);
  });
});

describe("a search of a large shop", () => {
  const [common, usual, rare] = [wordAt(1), wordAt(120), wordAt(20_000)];

  /** All pages, one after the other. */
  async function found(asked: Partial<ConversationQuery>): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listConversations(at(place), { ...asked, limit: 100, cursor });
      if (page.outcome !== "listed") throw new Error(page.outcome);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return ids;
  }

  /** The same by reading every conversation, without the function. */
  async function there({ q = "", status, emotion, unsure }: Partial<ConversationQuery>): Promise<string[]> {
    const { rows } = await systemPool.query<{ id: string }>(
      `SELECT id FROM conversations WHERE shop_id = $1 AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR emotion = $3)
         AND ($4::boolean IS NULL OR unsure = $4)
         AND NOT EXISTS (SELECT FROM jsonb_array_elements($5::jsonb) AS word WHERE NOT search_tokens && ARRAY(SELECT jsonb_array_elements_text(word)))
       ORDER BY updated_at DESC, id DESC`,
      [
        ...[place.keys.shopId, status ?? null, emotion ?? null, unsure ?? null],
        JSON.stringify(queryTokens(place.keys, q)),
      ],
    );
    return rows.map(({ id }) => id);
  }

  it.each<Partial<ConversationQuery>>([
    { q: common },
    { q: usual },
    { q: rare },
    { q: rare.slice(0, 4) },
    { q: `${common} ${usual}` },
    { q: common, status: "spam" },
    { q: usual, emotion: "joy", status: "closed" },
    { q: common, unsure: true, emotion: "worry" },
  ])("finds what is there, by pages: %j", async (asked) => {
    const all = await there(asked);
    expect(all.length).toBeGreaterThan(0);
    expect(await found(asked)).toEqual(all);
  });

  it("finds among the drafts to review only", async () => {
    const { rows } = await systemPool.query<{ id: string }>(
      `SELECT c.id FROM drafts d JOIN conversations c ON c.id = d.conversation_id
       WHERE d.shop_id = $1 AND d.status = 'waiting' AND c.status IN ('open', 'waiting')`,
      [place.keys.shopId],
    );
    const waiting = new Set(rows.map(({ id }) => id));
    const all = (await there({ q: common })).filter((id) => waiting.has(id));
    expect(all.length).toBeGreaterThan(0);
    expect(await found({ q: common, draft: "waiting" })).toEqual(all);
  });
});

describe("a search among replies that may not have left", () => {
  it("finds those only", async () => {
    const { rows } = await systemPool.query<{ id: string }>(
      "SELECT conversation_id AS id FROM deliveries WHERE shop_id = $1 AND status = 'uncertain'",
      [place.keys.shopId],
    );
    const uncertain = new Set(rows.map(({ id }) => id));
    const page = async (asked: Partial<ConversationQuery>) => {
      const listed = await listConversations(at(place), { delivery: "uncertain", limit: 100, ...asked });
      return listed.outcome === "listed" ? listed.items.map(({ id }) => id) : [];
    };
    const all = await page({});
    expect(new Set(all)).toEqual(uncertain);
    const parts = await Promise.all([1, 6, 12, 24, 48].map((rank) => page({ q: wordAt(rank) })));
    for (const part of parts) expect(all.filter((id) => part.includes(id))).toEqual(part);
    expect(parts.some(({ length }) => length > 0 && length < all.length)).toBe(true);
  });
});

describe("what watches the plans", () => {
  it("sees a table read from end to end, in a statement and in a function", async () => {
    const whole = () => place.inShop((tx) => tx.conversation.findFirst({ where: { language: "xx" } }));
    expect(await recordPlans(whole)).toMatchObject({
      scanned: ["conversations"],
      statements: [{ scanned: ["conversations"] }],
    });
    await systemPool.query(`CREATE FUNCTION read_all() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
      AS 'SELECT count(*) FROM orders WHERE cancel_reason = ''none'''`);
    const within = () => place.inShop((tx) => tx.$queryRaw`SELECT read_all()::text`);
    expect((await recordPlans(within)).scanned).toEqual(["orders"]);
  });
});
