import { beforeAll, describe, expect, it } from "vitest";
import { forShop } from "#app/db.server.ts";
import type { ConversationFilters, Sorting } from "#app/desk/inbox/conversation-query.ts";
import { readAddress } from "#app/desk/inbox/read-address.ts";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { several } from "#app/desk/inbox/asked.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { queryTokens } from "#app/shop/seal.ts";
import { systemPool } from "#app/system-db.server.ts";
import { grownStaffId, grownTag } from "#tests/factories/grown-desk.ts";
import { growRest, settleTables } from "#tests/factories/grown-rest.ts";
import { grown, growShop } from "#tests/factories/grown-shop.ts";
import { chances, wordAt } from "#tests/factories/grown-words.ts";
import { inboxCases } from "#tests/factories/inbox-cases.ts";
import { makeShop } from "#tests/factories/shop.ts";

const ORDERS = 12_000;
const ME = grownStaffId(1);
const now = new Date();

type Row = {
  id: string;
  status: string;
  priority: string;
  channel: string;
  language: string;
  intent: string;
  emotion: string;
  orderState: string;
  assigneeId: string | null;
  unsure: boolean;
  toReview: boolean;
  tags: string[];
  tokens: Set<string>;
  orderIds: string[];
  updatedAt: Date;
  waitingSince: Date | null;
};

let place: { inShop: ReturnType<typeof forShop>; keys: ShopKeys; now: () => Date };
let rows: Row[];

beforeAll(async () => {
  const { shop, keys } = await makeShop();
  await Promise.all([
    growShop(systemPool, { keys, from: 0, to: ORDERS, now }),
    growRest(systemPool, { shopId: shop.id, from: 0, to: ORDERS, now }),
  ]);
  await settleTables(systemPool);
  place = { inShop: forShop(shop.id), keys, now: () => now };
  const found = await systemPool.query<Omit<Row, "tokens"> & { tokens: string[] }>(
    `SELECT id, status, priority, channel, language, intent, emotion, order_state AS "orderState", assignee_id AS "assigneeId",
       unsure, to_review AS "toReview", tags, search_tokens AS tokens, order_ids AS "orderIds", updated_at AS "updatedAt",
       waiting_since AS "waitingSince" FROM conversations WHERE shop_id = $1`,
    [shop.id],
  );
  rows = found.rows.map((row) => ({ ...row, tokens: new Set(row.tokens) }));
});

/** All pages, one after the other. */
async function listed(asked: ConversationFilters & { sort?: Sorting }): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listConversations(place, { ...asked, limit: 100, cursor });
    if (page.outcome !== "listed") throw new Error(page.outcome);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

const fits = <T>(asked: T | readonly T[] | undefined, value: T) =>
  asked === undefined || several(asked).includes(value);

/** The same by looking at every row. */
function there({ sort = "newest", ...asked }: ConversationFilters & { sort?: Sorting }): string[] {
  const words = asked.q ? queryTokens(place.keys, asked.q) : [];
  return rows
    .filter(
      (row) =>
        fits<string>(asked.status, row.status) &&
        fits<string>(asked.emotion, row.emotion) &&
        fits<string>(asked.intent, row.intent) &&
        fits<string>(asked.language, row.language.split("-")[0] ?? "") &&
        fits<string>(asked.orderState, row.orderState) &&
        fits<string>(asked.assignee, row.assigneeId ?? "") &&
        fits<string>(asked.channel, row.channel) &&
        fits<string>(asked.priority, row.priority) &&
        fits(asked.unsure, row.unsure) &&
        (asked.draft === undefined || row.toReview) &&
        (asked.tag === undefined || several(asked.tag).some((tag) => row.tags.includes(tag))) &&
        words.every((tokens) => tokens.some((token) => row.tokens.has(token))),
    )
    .toSorted((one, other) => rank(other, sort) - rank(one, sort) || (one.id < other.id ? 1 : -1))
    .map(({ id }) => id);
}

const PRIORITIES = ["low", "normal", "high", "urgent"];

function rank(row: Row, sort: Sorting): number {
  if (sort === "newest") return row.updatedAt.getTime();
  const waits = row.waitingSince && ["open", "snoozed"].includes(row.status);
  const byWaiting = waits ? 2e13 - (row.waitingSince?.getTime() ?? 0) : row.updatedAt.getTime();
  return sort === "waiting" ? byWaiting : PRIORITIES.indexOf(row.priority) * 1e14 + byWaiting;
}

const [common, usual] = [wordAt(1), wordAt(120)];

describe("a list of a large shop", () => {
  it.each<ConversationFilters & { sort?: Sorting }>([
    {},
    { status: "open" },
    { status: "open", assignee: ME },
    { status: "open", assignee: "" },
    { status: ["open", "snoozed"], sort: "waiting" },
    { status: "open", unsure: true, sort: "priority" },
    { sort: "waiting" },
    { sort: "priority", priority: ["high", "urgent"] },
    { tag: grownTag(29) },
    { tag: [grownTag(0), grownTag(20)], status: "closed", sort: "priority" },
    { language: "fr", emotion: ["anger", "grief"] },
    { language: "ja", intent: "refund", orderState: ["refunded", "delivered"], channel: "email" },
    { orderState: "not_shipped", sort: "waiting" },
    { draft: "waiting", assignee: [ME, ""], emotion: "worry" },
    { q: common, language: "de", priority: "high" },
    { q: usual, tag: grownTag(1), sort: "priority" },
    { q: `${common} ${usual}`, assignee: ME, sort: "waiting" },
  ])("holds what is there, in its order, page by page: %j", async (asked) => {
    const all = there(asked);
    expect(all.length).toBeGreaterThan(0);
    expect(await listed(asked)).toEqual(all);
  });

  it("holds what is there for any address", async () => {
    const chance = chances(11);
    const readable = inboxCases.filter(({ name }) =>
      /^(?:filter|view: (?:all|open|mine|closed))/u.test(name),
    );
    for (const { name, ask } of readable) {
      const { filters, sort } = readAddress(new URLSearchParams(ask({ orders: ORDERS, now }, chance)), ME);
      const { delivery, keeping, atRisk } = filters;
      if (delivery || keeping || atRisk) continue;
      const ids = there({ ...filters, sort }).slice(0, 30);
      const page = await listConversations(place, { ...filters, sort, limit: 30 });
      expect({ name, ids: page.outcome === "listed" && page.items.map(({ id }) => id) }).toEqual({
        name,
        ids,
      });
    }
  });

  it("says what a row shows beside its summary", async () => {
    const page = await listConversations(place, { status: "snoozed", assignee: ME, limit: 1 });
    expect(page).toMatchObject({
      outcome: "listed",
      items: [
        {
          assignee: { id: ME },
          channel: expect.stringMatching(/^(?:email|storefront)$/u),
          orderState: expect.any(String),
          preview: { by: "shopper", text: expect.stringContaining("Hello") },
          snoozedUntil: expect.any(String),
          waitingSince: expect.any(String),
        },
      ],
    });
  });

  it("is empty for words that are none, and a page that is none of ours is said to be so", async () => {
    expect(await listConversations(place, { q: "?!", limit: 5 })).toMatchObject({
      items: [],
      nextCursor: null,
    });
    expect(await listConversations(place, { cursor: "x", limit: 5 })).toEqual({ outcome: "bad_cursor" });
  });
});

describe("a search by how an order or a parcel is called", () => {
  const about = (index: number) =>
    rows.filter(({ orderIds }) => orderIds.includes(grown.orderId(index))).map(({ id }) => id);

  /** An order that somebody wrote about, and what its conversations are told of it neither by name nor by number. */
  async function renamed() {
    const index = rows.length > 0 ? Number(rows[7]?.orderIds[0]) - 5_000_000_000_000 : 0;
    await systemPool.query(
      "UPDATE orders SET name = '#NX-77123-B', name_key = 'nx77123b' WHERE shop_id = $1 AND id = $2",
      [place.keys.shopId, grown.orderId(index)],
    );
    await systemPool.query(
      "UPDATE fulfillments SET tracking_number = 'LATE9900112233' WHERE shop_id = $1 AND order_id = $2",
      [place.keys.shopId, grown.orderId(index)],
    );
    return about(index);
  }

  it("finds them by what they are called now, whole, by its beginning and written with spaces", async () => {
    const ids = new Set(await renamed());
    for (const q of ["#NX-77123-B", "nx77123", "LATE9900112233", "late9900", "late 9900 112233"])
      expect({ q, found: new Set(await listed({ q })) }).toEqual({ q, found: ids });
    const [open] = [...ids];
    const status = rows.find(({ id }) => id === open)?.status;
    expect(status).toBeDefined();
    expect(
      await listed({ q: "LATE9900112233", status: status === "open" ? "closed" : "open" }),
    ).not.toContain(open);
  });
});
