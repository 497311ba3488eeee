import { bounded } from "#app/care/understand/bounded.ts";
import { messageText } from "#app/care/understand/message-content.server.ts";
import type { Reading } from "#app/care/understand/reading.ts";
import { effective, standingReadings, type Standing } from "#app/care/understand/standing-readings.server.ts";
import { messageContentSchema, type MessageContent } from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import type { ReadyRule, TriageCase } from "./apply-rules.ts";
import { openOrders } from "./open-orders.server.ts";
import { orderStateOf } from "./order-state-of.ts";
import { wordsIn } from "./words-in.ts";

export type CaseMessage = { id: string; conversationId: string };

/** What the rules ask about: what none of them looks at is not read. */
export type Wanted = { words: boolean; orders: boolean; firstContact: boolean };

type Asked = { messages: readonly CaseMessage[]; wanted: Wanted; now: Date };

/** More orders than this are about none in particular. */
const ORDERS = 5;

export function wantedBy(rules: readonly ReadyRule[]): Wanted {
  const on = new Set(rules.flatMap(({ conditions }) => conditions.list.map((one) => one.on)));
  return {
    words: on.has("words"),
    orders: on.has("order_value") || on.has("order_state"),
    firstContact: on.has("first_contact"),
  };
}

/**
 * Messages as rules see them, by id. One that was not read yet, or whose reading cannot be opened, is left out; one whose text cannot be
 * opened has no words.
 */
export async function readCases(tx: Tx, keys: ShopKeys, asked: Asked): Promise<Map<string, TriageCase>> {
  const { messages, wanted, now } = asked;
  const messageIds = messages.map(({ id }) => id);
  const standing = await standingReadings(tx, keys, { messageIds, now, onUnreadable: () => undefined });
  const readings = new Map<string, Reading>();
  for (const [id, one] of standing) readings.set(id, await asItStands(tx, keys, one));
  const places = await placesOf(tx, messages);
  const contents = wanted.words ? await contentsOf(tx, keys, messageIds) : new Map<string, MessageContent>();
  const orders = wanted.orders ? await ordersOf(tx, keys, readings) : () => [];
  const firsts = wanted.firstContact ? await firstsOf(tx, messageIds) : new Set<string>();
  const cases = new Map<string, TriageCase>();
  for (const { id, conversationId } of messages) {
    const [reading, place, one] = [readings.get(id), places.get(conversationId), standing.get(id)];
    if (!reading || !place || !one) continue;
    const content = contents.get(id);
    cases.set(id, {
      intents: one.corrections.intent ? [reading.intent] : reading.intents,
      emotion: one.expired ? null : reading.emotion.label,
      unsure: reading.unsure,
      language: reading.language,
      riskFlags: reading.riskFlags,
      orders: orders(reading),
      subject: wordsIn(bounded(content?.subject ?? "")),
      text: wordsIn(bounded(content?.text ?? "")),
      channel: place.channel,
      tags: place.tags,
      firstContact: firsts.has(id),
    });
  }
  return cases;
}

/** Of a message whose text cannot be opened its reading says what it said. */
const asItStands = (tx: Tx, keys: ShopKeys, standing: Standing): Promise<Reading> =>
  effective(standing, () => messageText(tx, keys, standing.messageId)).catch(() => standing.reading);

async function placesOf(tx: Tx, messages: readonly CaseMessage[]) {
  const ids = [...new Set(messages.map(({ conversationId }) => conversationId))];
  const rows = await tx.conversation.findMany({
    where: { id: { in: ids } },
    select: { id: true, channel: true, tags: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** As base64: Prisma reads bytes number by number. */
async function contentsOf(tx: Tx, keys: ShopKeys, ids: string[]): Promise<Map<string, MessageContent>> {
  const rows = await tx.$queryRaw<{ id: string; sealed: string }[]>`
    SELECT id, encode(sealed, 'base64') AS sealed FROM messages WHERE id = ANY(${ids})`;
  return new Map(
    rows.flatMap(({ id, sealed }): [string, MessageContent][] => {
      const bytes = Buffer.from(sealed, "base64");
      try {
        return [[id, openJson(keys, { context: `messages.sealed:${id}`, bytes }, messageContentSchema)]];
      } catch {
        return [];
      }
    }),
  );
}

async function ordersOf(tx: Tx, keys: ShopKeys, readings: ReadonlyMap<string, Reading>) {
  const idsOf = ({ orderIds }: Reading) => orderIds.slice(0, ORDERS);
  const orders = await openOrders(tx, keys, [...new Set([...readings.values()].flatMap(idsOf))]);
  const byId = new Map(orders.map((order) => [order.id, order]));
  return (reading: Reading): TriageCase["orders"] =>
    idsOf(reading).flatMap((id) => {
      const order = byId.get(id);
      return order ? [{ value: order.total, state: orderStateOf(order) }] : [];
    });
}

/** Of these messages, those before which nobody of that address wrote. */
async function firstsOf(tx: Tx, ids: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM messages m JOIN conversations c ON c.id = m.conversation_id
    WHERE m.id = ANY(${ids}) AND c.contact_index IS NOT NULL AND NOT EXISTS (
      SELECT FROM conversations o JOIN messages e ON e.conversation_id = o.id
      WHERE o.shop_id = c.shop_id AND o.contact_index = c.contact_index
        AND e.direction = 'in' AND NOT e.automatic AND (e.at, e.id) < (m.at, m.id))`;
  return new Set(rows.map(({ id }) => id));
}
