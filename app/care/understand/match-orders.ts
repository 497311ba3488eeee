import type { Order } from "#app/mirror/order.ts";
import { fold } from "./fold.ts";
import type { OrderRef } from "./reading.ts";

export type OrderMatch = { orderRefs: OrderRef[]; orderIds: string[] };

/** Recent orders of the writer that are offered when the message names none. */
const OFFERED = 3;
const TITLE_WORD = 4;

/**
 * Which of the candidate orders a message is about: by name, then tracking number, then an item's title, then the writer's own
 * address, then what the conversation was about; without any of these the newest candidates. Each reference is returned with the
 * order it names. Somebody else's order is meant only where it is named, and never instead of one of the writer's: what is
 * answered may not tell whether it exists.
 */
export function matchOrders(input: {
  text: string;
  refs: OrderRef[];
  orders: readonly Order[];
  /** Orders the conversation was about before. */
  known?: readonly string[];
  /** Ids of the writer's own; absent: all are. */
  own?: ReadonlySet<string>;
}): OrderMatch {
  const { refs } = input;
  const orders = input.orders.filter(({ id }) => input.own?.has(id) ?? true);
  const others = input.orders.filter((order) => !orders.includes(order));
  const orderRefs = refs.map((ref) => ({
    ...ref,
    orderId: (namedBy(ref, orders) ?? namedExactly(ref, others))?.id ?? null,
  }));
  const named = orderRefs.flatMap((ref) => (ref.orderId && ref.kind !== "email" ? [ref.orderId] : []));
  const bare = bareNumbers(input.text, orders);
  const direct = unique([...named, ...bare]);
  if (direct.length > 0) return { orderRefs, orderIds: direct };
  const byTitle = orders.filter((order) => mentionsItem(fold(input.text), order)).map(({ id }) => id);
  if (byTitle.length > 0) return { orderRefs, orderIds: unique(byTitle) };
  const byMail = orderRefs.flatMap((ref) => (ref.orderId ? [ref.orderId] : []));
  if (byMail.length > 0) return { orderRefs, orderIds: unique(byMail) };
  // A number that is none of the candidates' must not be answered with another order.
  if (refs.some(({ kind }) => kind !== "email")) return { orderRefs, orderIds: [] };
  const known = orders.filter(({ id }) => input.known?.includes(id));
  const offered = newest(known.length > 0 ? known : orders).slice(0, OFFERED);
  return { orderRefs, orderIds: offered.map(({ id }) => id) };
}

/** Digits and letters only, lower case, leading zeros kept: `#EN-1001` and `en1001` are one name. */
export const nameKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

function namedBy(ref: OrderRef, orders: readonly Order[]): Order | undefined {
  if (ref.kind === "email")
    return newest(orders).find(({ customer }) => customer?.email?.toLowerCase() === ref.value);
  const byDigits = ref.kind === "order_name" ? soleByDigits(nameKey(ref.value), orders) : undefined;
  return namedExactly(ref, orders) ?? byDigits;
}

function namedExactly({ kind, value }: OrderRef, orders: readonly Order[]): Order | undefined {
  const key = nameKey(value);
  if (kind === "order_name") return orders.find(({ name }) => nameKey(name) === key);
  if (kind === "email") return undefined;
  return orders.find(({ fulfillments }) =>
    fulfillments.some(({ trackingNumber }) => trackingNumber && nameKey(trackingNumber) === key),
  );
}

/** Shoppers leave a shop's prefix or suffix out; the digits alone name an order when only one has them. */
function soleByDigits(key: string, orders: readonly Order[]): Order | undefined {
  const digits = key.replace(/\D/g, "");
  if (digits.length < 3) return undefined;
  const same = orders.filter(({ name }) => name.replace(/\D/g, "") === digits);
  return same.length === 1 ? same[0] : undefined;
}

function bareNumbers(text: string, orders: readonly Order[]): string[] {
  const numbers = new Set(text.match(/(?<![\p{L}\d.,€$£¥])\d{4,}(?![\p{L}\d%€$£¥]|[.,]\d)/gu) ?? []);
  return orders.filter(({ name }) => numbers.has(name.replace(/\D/g, ""))).map(({ id }) => id);
}

function mentionsItem(folded: string, order: Order): boolean {
  return order.lines.some(({ title }) => {
    const words = (fold(title).match(/[\p{L}]+/gu) ?? []).filter((word) => word.length >= TITLE_WORD);
    if (words.length === 0) return false;
    const found = words.filter((word) => folded.includes(word));
    return found.length >= Math.min(2, words.length);
  });
}

const newest = (orders: readonly Order[]): Order[] =>
  [...orders].sort((one, other) => other.placedAt.localeCompare(one.placedAt));

const unique = (ids: string[]): string[] => [...new Set(ids)];
