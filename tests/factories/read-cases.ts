import { whyNotApprovable } from "#app/care/review/why-not-approvable.server.ts";
import { findThread } from "#app/conversation/find-thread.server.ts";
import { isKnownMail, isOurMail } from "#app/conversation/is-known-mail.server.ts";
import { knowShopper } from "#app/conversation/know-shopper.server.ts";
import type { MessageContent } from "#app/conversation/message-content.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import { writeCursor } from "#app/desk/cursor.ts";
import { filtersOf, viewIds } from "#app/desk/inbox/views.ts";
import { listConversations, type ConversationQuery } from "#app/desk/list-conversations.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { readingRates } from "#app/desk/reading-rates.server.ts";
import { shopHealth } from "#app/desk/shop-health.server.ts";
import { showHome } from "#app/desk/show-home.server.ts";
import { showShopper } from "#app/desk/show-shopper.server.ts";
import { showOrder } from "#app/desk/show-order.server.ts";
import { days } from "#app/lib/duration.ts";
import { findOrders, type OrderQuery } from "#app/mirror/find-orders.server.ts";
import { findCustomerByEmail, readCustomer } from "#app/mirror/read-customer.server.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";
import { grown } from "#tests/factories/grown-shop.ts";
import { emotionAt, intentAt, wordAt, zipfRank } from "#tests/factories/grown-words.ts";

export type Place = { inShop: InShop; keys: ShopKeys; now: Date; orders: number };
/** A read that a screen, the API, the mail intake or the reading of a message does; each call asks for something else. */
export type ReadCase = { name: string; run: (place: Place, chance: () => number) => Promise<unknown> };

/** The place at its own time, for what asks a clock. */
export const at = ({ now, ...place }: Place) => ({ ...place, now: () => now });

type Ask = (place: Place, chance: () => number) => Partial<ConversationQuery>;

const listing = (name: string, ask: Ask): ReadCase => ({
  name,
  run: async (place, chance) => {
    const listed = await listConversations(at(place), { limit: 25, ...ask(place, chance) });
    if (listed.outcome !== "listed") throw new Error(`${name}: ${listed.outcome}`);
    return listed.items;
  },
});

const inTx = (
  name: string,
  read: (tx: Tx, place: Place, chance: () => number) => Promise<unknown>,
): ReadCase => ({ name, run: (place, chance) => place.inShop((tx) => read(tx, place, chance)) });

const view = (id: (typeof viewIds)[number]) => filtersOf(id, "");

/** One filter or both, as they come. */
function filters(chance: () => number) {
  const which = chance();
  return {
    ...(which < 0.66 ? { emotion: emotionAt(chance()) } : {}),
    ...(which > 0.33 ? { intent: intentAt(chance()) } : {}),
  };
}

/** Somewhere in the shop's two years: a page that nobody turned to from the first. */
const somewhere = ({ now }: Place, chance: () => number) =>
  writeCursor({ at: new Date(now.getTime() - days(730) * chance()), id: grown.conversationId(0) });

const among = (count: number, chance: () => number) => Math.floor(chance() * count);
const anyView = (chance: () => number) => view(viewIds[among(viewIds.length, chance)] ?? "all");
const common = (chance: () => number) => wordAt(among(12, chance));
const usual = (chance: () => number) => wordAt(12 + among(600, chance));
const rare = (chance: () => number) => wordAt(12_000 + among(18_000, chance));
const anyWord = (chance: () => number) => wordAt(zipfRank(chance()));

const LISTS: ReadCase[] = viewIds.flatMap((id) => [
  listing(`list: ${id}`, () => view(id)),
  listing(`list: ${id}, filtered`, (_, chance) => ({ ...view(id), ...filters(chance) })),
  listing(`list: ${id}, a deep page`, (place, chance) => ({
    ...view(id),
    ...(chance() < 0.5 ? filters(chance) : {}),
    cursor: somewhere(place, chance),
  })),
]);

const SEARCHES: ReadCase[] = [
  listing("search: a rare word", (_, chance) => ({ q: rare(chance) })),
  listing("search: a usual word", (_, chance) => ({ q: usual(chance) })),
  listing("search: a common word", (_, chance) => ({ q: common(chance) })),
  listing("search: a common word, 100 rows", (_, chance) => ({ q: common(chance), limit: 100 })),
  listing("search: the beginning of a word", (_, chance) => ({
    q: anyWord(chance).slice(0, 3 + among(3, chance)),
  })),
  listing("search: several words", (_, chance) => ({
    q: `${usual(chance)} ${common(chance)} ${anyWord(chance)}`,
  })),
  listing("search: two common words", (_, chance) => ({ q: `${common(chance)} ${common(chance)}` })),
  listing("search: a name", ({ orders }, chance) => ({
    q: `shopper ${among(grown.customers(orders), chance)}`,
  })),
  listing("search: an order's number", ({ orders }, chance) => ({
    q: grown.orderName(among(orders, chance)),
  })),
  listing("search: a tracking number", ({ orders }, chance) => ({
    q: grown.tracking(among(orders, chance)),
  })),
  listing("search: nothing found", (_, chance) => ({ q: `xq${among(9_999, chance)}zj` })),
  listing("search: in a view, filtered", (_, chance) => ({
    ...anyView(chance),
    ...filters(chance),
    q: chance() < 0.5 ? common(chance) : anyWord(chance),
  })),
  listing("search: in a view, a deep page", (place, chance) => ({
    ...anyView(chance),
    q: chance() < 0.5 ? common(chance) : anyWord(chance),
    cursor: somewhere(place, chance),
  })),
];

const buyer = ({ orders }: Place, chance: () => number) =>
  Math.floor(chance() ** 2 * grown.customers(orders));
/** Nothing is drafted for these: a draft's words are not really sealed. */
const conversation = ({ orders }: Place, chance: () => number) =>
  20 * among(grown.conversations(orders) / 20, chance);

const PAGES: ReadCase[] = [
  {
    name: "page: home",
    run: ({ inShop, now }) => showHome({ inShop, now: () => now }),
  },
  {
    name: "page: rates of the readings",
    run: ({ inShop, now }) => readingRates({ inShop, now: () => now }),
  },
  {
    name: "page: health of the shop",
    run: ({ inShop, keys, now }) =>
      shopHealth({ inShop, now: () => now }, { id: keys.shopId, inboundKey: "grown" }),
  },
  {
    name: "page: conversation",
    run: (place, chance) => showConversation(at(place), grown.conversationId(conversation(place, chance))),
  },
  inTx("page: who buys and writes most", (tx, place) =>
    showShopper(tx, place.keys, {
      who: {
        id: grown.conversationId(0),
        contactIndex: blindIndex(place.keys, "email", grown.email(0)),
        customerId: grown.customerId(0),
      },
      now: place.now,
    }),
  ),
  {
    name: "page: order",
    run: (place, chance) => showOrder(at(place), grown.orderId(among(place.orders, chance))),
  },
  inTx("page: customer", (tx, place, chance) =>
    readCustomer(tx, place.keys, grown.customerId(buyer(place, chance))),
  ),
  inTx("review: may a draft be approved", async (tx, place, chance) => {
    const id = `d${20 * among(grown.conversations(place.orders) / 20, chance) + 1}`;
    const row = await tx.draft.findUniqueOrThrow({ where: { id } });
    return whyNotApprovable(tx, { row, key: `reply:${id}` });
  }),
];

const finding = (name: string, ask: (place: Place, chance: () => number) => Partial<OrderQuery>): ReadCase =>
  inTx(`orders: ${name}`, (tx, place, chance) =>
    findOrders(tx, place.keys, { limit: 20, ...ask(place, chance) }),
  );
const emailIndex = (place: Place, chance: () => number) => ({
  emailIndex: blindIndex(place.keys, "email", grown.email(buyer(place, chance))),
});
const named = ({ orders }: Place, chance: () => number) => ({
  nameKeys: [grown.orderName(among(orders, chance)), "#99"],
});
const tracked = ({ orders }: Place, chance: () => number) => ({
  trackingNumbers: [grown.tracking(among(orders, chance))],
});
const bought = (place: Place, chance: () => number) => ({
  customerId: grown.customerId(buyer(place, chance)),
});

const UNDERSTANDING: ReadCase[] = [
  finding("by address", emailIndex),
  finding("by number", named),
  finding("by tracking number", tracked),
  finding("by customer", bought),
  finding("all a message says", (place, chance) => ({
    ...emailIndex(place, chance),
    ...named(place, chance),
    ...tracked(place, chance),
    ...bought(place, chance),
  })),
  finding("of who buys most", ({ keys }) => ({
    emailIndex: blindIndex(keys, "email", grown.email(0)),
    customerId: grown.customerId(0),
  })),
  inTx("customer: by address", (tx, place, chance) =>
    findCustomerByEmail(tx, place.keys, grown.email(buyer(place, chance))),
  ),
];

const content = (given: Partial<MessageContent> = {}): MessageContent => ({
  ...{ from: { name: "", address: "shopper@example.com" }, to: [], cc: [], text: "", quoted: "" },
  ...{ subject: "", signature: "", references: [], ...given },
});

const threading = (
  name: string,
  ask: (place: Place, chance: () => number) => { content?: MessageContent; replyToken?: string },
): ReadCase =>
  inTx(`thread: ${name}`, (tx, place, chance) =>
    findThread(tx, place.keys, {
      at: place.now,
      contactIndex: blindIndex(place.keys, "email", grown.email(buyer(place, chance))),
      content: content(),
      replyToken: null,
      ...ask(place, chance),
    }),
  );
const mailId = (place: Place, chance: () => number) => grown.mailId(conversation(place, chance), 2);

const INTAKE: ReadCase[] = [
  threading("by token", (place, chance) => ({ replyToken: grown.replyToken(conversation(place, chance)) })),
  threading("by references", (place, chance) => ({
    content: content({
      inReplyTo: mailId(place, chance),
      references: Array.from({ length: 1 + among(20, chance) }, () => mailId(place, chance)),
    }),
  })),
  threading("by references nobody knows", (_, chance) => ({
    content: content({ inReplyTo: `${chance()}@elsewhere.example` }),
  })),
  threading("by subject and sender", () => ({ content: content({ subject: "Nobody wrote this" }) })),
  inTx("mail: was it ours", (tx, place, chance) =>
    isOurMail(tx, place.keys, chance() < 0.5 ? mailId(place, chance) : `${chance()}@elsewhere.example`),
  ),
  inTx("mail: is it known", (tx, place, chance) =>
    isKnownMail(tx, place.keys, {
      content: content({ mailMessageId: grown.mailId(conversation(place, chance), 1) }),
      attachments: [],
    }),
  ),
  inTx("mail: who wrote", (tx, place, chance) =>
    knowShopper(tx, place.keys, { contactIndex: emailIndex(place, chance).emailIndex, signedInId: null }),
  ),
  inTx("mail: who buys most wrote", (tx, { keys }) =>
    knowShopper(tx, keys, { contactIndex: blindIndex(keys, "email", grown.email(0)), signedInId: null }),
  ),
];

export const readCases: ReadCase[] = [...LISTS, ...SEARCHES, ...PAGES, ...UNDERSTANDING, ...INTAKE];
