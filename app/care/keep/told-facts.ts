import type { DraftContent, Fact } from "#app/care/draft/draft.ts";
import type { ToldFact } from "#app/care/keep/became-false.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

/** Values of these kinds are not in a text by chance. */
const TELLING = new Set<Fact["kind"]>(["date", "money", "tracking", "order_name"]);

/**
 * The facts of each order that a sent reply told, by order id: those that a drafted sentence cites which is still in it, and those a
 * person left in their own words. Only what a sentence states: what a question or a courtesy rests on was not said.
 */
export function toldFacts(
  { facts, sentences }: Pick<DraftContent, "facts" | "sentences">,
  text: string,
  orders: readonly MirroredOrder[],
): Map<string, ToldFact[]> {
  const sent = squeezed(text);
  const told = new Map<string, ToldFact[]>();
  for (const fact of facts) {
    const orderId = orderOf(fact, orders);
    if (!orderId) continue;
    const stating = sentences.filter(
      ({ kind, cites }) => kind !== "question" && kind !== "courtesy" && cites.includes(fact.id),
    );
    const kept = stating.find((one) => sent.includes(squeezed(one.text)));
    const sentence = kept?.text ?? (stating.length > 0 ? sentenceWith(fact, text) : null);
    if (sentence === null) continue;
    const { id, label, value, raw, kind, source } = fact;
    told.set(orderId, [...(told.get(orderId) ?? []), { id, label, value, raw, kind, source, sentence }]);
  }
  return told;
}

/** A person's own sentence that still names the value. */
function sentenceWith({ kind, value }: Fact, text: string): string | null {
  if (!TELLING.has(kind)) return null;
  return text.split(/(?<=[.!?。！？])\s+|\n+/u).find((sentence) => sentence.includes(value)) ?? null;
}

function orderOf({ source }: Fact, orders: readonly MirroredOrder[]): string | null {
  const has = (parts: readonly { id: string }[]) => parts.some(({ id }) => id === source.id);
  switch (source.entity) {
    case "order":
      return orders.find(({ id }) => id === source.id)?.id ?? null;
    case "fulfillment":
      return orders.find(({ fulfillments }) => has(fulfillments))?.id ?? null;
    case "refund":
      return orders.find(({ refunds }) => has(refunds))?.id ?? null;
    default:
      return null;
  }
}

const squeezed = (text: string) => text.replace(/\s+/gu, " ").trim();
