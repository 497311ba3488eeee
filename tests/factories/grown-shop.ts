import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { mailIdIndex } from "#app/conversation/mail-id.ts";
import { days } from "#app/lib/duration.ts";
import { WORDS_FORM } from "#app/shop/search-words.ts";
import { blindIndex, sealJson, searchTokens, type ShopKeys } from "#app/shop/seal.ts";
import { DESK_COLUMNS, deskFields } from "#tests/factories/grown-desk.ts";
import {
  chances,
  emotionAt,
  intentAt,
  statusAt,
  tokenMaker,
  wordAt,
  zipfRank,
} from "#tests/factories/grown-words.ts";

/** How much a shop of so many orders has beside them, and what its rows are called: a case asks for what is there. */
export const grown = {
  conversations: (orders: number) => Math.floor(orders / 5),
  customers: (orders: number) => Math.floor(orders * 0.3),
  orderId: (index: number) => String(5_000_000_000_000 + index),
  orderName: (index: number) => `#${100_000 + index}`,
  tracking: (index: number) => `JJD0143${String(index * 7_919).padStart(12, "0")}`,
  customerId: (index: number) => String(7_000_000_000_000 + index),
  email: (index: number) => `shopper${index}@example.com`,
  conversationId: (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
  messageId: (index: number, part: 1 | 2) =>
    `00000000-0000-400${part}-8000-${String(index).padStart(12, "0")}`,
  mailId: (index: number, part: 1 | 2) => `mail-${index}-${part}@mail.example`,
  replyToken: (index: number) => `token${index}`,
  subject: (index: number) => `Question ${index}`,
  /** A draft of it waits (growRest). */
  hasDraft: (index: number) => index % 20 === 1,
  /** Who bought: the first customers buy often, the last ones once. A fifth of the orders is a guest's. */
  buyerOf: (index: number, customers: number) => Math.floor(chances(index)() ** 2 * customers),
  isGuest: (index: number) => index % 5 === 4,
};

/** A column of a row. */
export type Field = string | number | boolean | Date | Buffer | null;

const SPAN = days(730);

type Grow = { keys: ShopKeys; from: number; to: number; now: Date };

/**
 * Brings a shop from `from` to `to` orders, and customers and conversations with them, by COPY. What a screen opens is really
 * sealed; the rest (parcels, mail that left, webhooks) are random bytes of a usual size.
 */
export async function growShop(pool: pg.Pool, grow: Grow): Promise<void> {
  const conversations = {
    ...grow,
    from: grown.conversations(grow.from),
    to: grown.conversations(grow.to),
    orders: grow.to,
  };
  const tables: Copied[] = [
    { table: "orders", columns: ORDER_COLUMNS, rows: orderRows(grow) },
    { table: "customers", columns: CUSTOMER_COLUMNS, rows: customerRows(grow) },
    { table: "conversations", columns: CONVERSATION_COLUMNS, rows: conversationRows(conversations) },
    { table: "messages", columns: MESSAGE_COLUMNS, rows: messageRows(conversations) },
  ];
  await Promise.all(tables.map((table) => copy(pool, table)));
}

const ORDER_COLUMNS =
  "shop_id, id, gid, name, name_key, placed_at, updated_at, financial_status, fulfillment_status, currency, total, lines, customer_id, locale, tags, email_index, sealed";

function* orderRows({ keys, from, to, now }: Grow): Generator<Field[]> {
  const customers = grown.customers(to);
  for (let index = from; index < to; index += 1) {
    const id = grown.orderId(index);
    const buyer = grown.buyerOf(index, customers);
    const email = grown.email(buyer);
    const placed = new Date(now.getTime() - SPAN * (1 - index / to));
    const lines = [
      {
        id: `${id}1`,
        title: "Trail bottle",
        variantTitle: "0.7 l",
        sku: "TB-07",
        quantity: 1,
        price: "59.90",
      },
      { id: `${id}2`, title: "Enamel mug, forest green", sku: "EM-11", quantity: 2, price: "18.00" },
    ];
    const person = {
      email,
      customerName: `Shopper ${buyer}`,
      shippingAddress: { name: `Shopper ${buyer}`, address1: "Uferweg 12", city: "Hamburg", zip: "20457" },
      statusPageUrl: `https://shop.example/orders/${id}/authenticate?key=0123456789abcdef`,
    };
    yield [
      ...[keys.shopId, id, `gid://shopify/Order/${id}`, grown.orderName(index), String(100_000 + index)],
      ...[placed, placed, "paid", "fulfilled", "EUR", "95.90", JSON.stringify(lines)],
      ...[
        grown.isGuest(index) ? null : grown.customerId(buyer),
        "en",
        "{}",
        blindIndex(keys, "email", email),
      ],
      Buffer.from(sealJson(keys, `orders.sealed:${id}`, person)),
    ];
  }
}

const CUSTOMER_COLUMNS =
  "shop_id, id, gid, email_index, sealed, tags, orders_count, updated_at, merged_into_id, deleted_at";

/** One in two hundred was merged into the one before. */
function* customerRows({ keys, from, to, now }: Grow): Generator<Field[]> {
  for (let index = grown.customers(from); index < grown.customers(to); index += 1) {
    const id = grown.customerId(index);
    const email = grown.email(index);
    const merged = index % 200 === 199;
    const person = { firstName: "Shopper", lastName: String(index), email };
    yield [
      ...[keys.shopId, id, `gid://shopify/Customer/${id}`, blindIndex(keys, "email", email)],
      ...[Buffer.from(sealJson(keys, `customers.sealed:${id}`, person)), "{}", 3, now],
      ...[merged ? grown.customerId(index - 1) : null, merged ? now : null],
    ];
  }
}

const CONVERSATION_COLUMNS = `shop_id, id, status, intent, emotion, unsure, to_review, reply_token, contact_index, customer_id, order_ids, sealed, search_tokens, words_form, created_at, updated_at, ${DESK_COLUMNS}`;
const WORDS_OF_A_CONVERSATION = 40;

type GrowConversations = Grow & { orders: number };

function* conversationRows({ keys, from, to, now, orders }: GrowConversations): Generator<Field[]> {
  const tokensOf = tokenMaker(keys);
  for (let index = from; index < to; index += 1) {
    const chance = chances(1_000_003 + index);
    const id = grown.conversationId(index);
    const about = Math.floor(chance() * orders);
    const buyer = grown.buyerOf(about, grown.customers(orders));
    const email = grown.email(buyer);
    const tokens = new Set([
      ...searchTokens(keys, `${grown.orderName(about)} ${grown.tracking(about)} ${buyer}`),
      ...tokensOf("shopper"),
    ]);
    for (let word = 0; word < WORDS_OF_A_CONVERSATION; word += 1) {
      for (const token of tokensOf(wordAt(zipfRank(chance())))) tokens.add(token);
    }
    const at = changedAt({ index, to, now });
    const content = { subject: grown.subject(index), contactName: `Shopper ${buyer}`, contactEmail: email };
    const age = 1 - index / to;
    const status = statusAt(age, chance());
    yield [
      ...[keys.shopId, id, status],
      ...[
        intentAt(chance()),
        emotionAt(chance()),
        chance() < 0.08,
        grown.hasDraft(index) && (status === "open" || status === "waiting"),
        grown.replyToken(index),
      ],
      ...[blindIndex(keys, "email", email), grown.isGuest(about) ? null : grown.customerId(buyer)],
      ...[`{${grown.orderId(about)}}`, Buffer.from(sealJson(keys, `conversations.sealed:${id}`, content))],
      ...[`{${[...tokens].join()}}`, WORDS_FORM, at, at],
      ...deskFields({ keys, index, id, status, age, at }),
    ];
  }
}

const changedAt = ({ index, to, now }: { index: number; to: number; now: Date }) =>
  new Date(now.getTime() - SPAN * (1 - index / to));

const MESSAGE_COLUMNS =
  "shop_id, id, conversation_id, direction, channel, at, mail_id_index, proof, sealed, created_at";

/** A question and its answer. */
function* messageRows({ keys, from, to, now }: Grow): Generator<Field[]> {
  const text = "Hello, my parcel has not arrived, and the tracking page says nothing. ".repeat(2);
  for (let index = from; index < to; index += 1) {
    for (const part of [1, 2] as const) {
      const id = grown.messageId(index, part);
      const at = new Date(changedAt({ index, to, now }).getTime() + part);
      const content = {
        from: { name: "Shopper", address: "shopper@example.com" },
        subject: grown.subject(index),
        text,
        mailMessageId: grown.mailId(index, part),
      };
      yield [
        ...[keys.shopId, id, grown.conversationId(index), part === 1 ? "in" : "out", "email", at],
        ...[mailIdIndex(keys, content.mailMessageId), part === 1 ? "address_match" : "none"],
        ...[Buffer.from(sealJson(keys, `messages.sealed:${id}`, content)), at],
      ];
    }
  }
}

export type Copied = { table: string; columns: string; rows: Iterable<Field[]> };

/** Writes rows by COPY, on a connection of its own. */
export async function copy(pool: pg.Pool, { table, columns, rows }: Copied): Promise<void> {
  const client = new pg.Client({ connectionString: pool.options.connectionString });
  await client.connect();
  try {
    const into = client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`));
    await pipeline(Readable.from(linesOf(rows)), into);
  } finally {
    await client.end();
  }
}

/** COPY's text format, in pieces of some hundred rows. */
function* linesOf(rows: Iterable<Field[]>): Generator<string> {
  let piece: string[] = [];
  for (const row of rows) {
    piece.push(`${row.map(fieldOf).join("\t")}\n`);
    if (piece.length < 500) continue;
    yield piece.join("");
    piece = [];
  }
  yield piece.join("");
}

function fieldOf(value: Field): string {
  if (value === null) return String.raw`\N`;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return String.raw`\\x` + value.toString("hex");
  return `${value}`.replaceAll("\\", "\\\\");
}
