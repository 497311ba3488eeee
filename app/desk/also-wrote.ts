import type { Check } from "#app/care/draft/draft.ts";
import { excerpt } from "#app/conversation/display.ts";
import type { ConversationSummary } from "#app/desk/shapes.ts";

type Orders = readonly string[];
type About = {
  id: string;
  name: string;
  conversations: Pick<ConversationSummary, "id" | "subject" | "status">[];
};

/**
 * What the person who answers must know of the same shopper's other conversations about the same orders, pure: one that waits for an
 * answer too and was not joined with this one, and one that was answered and is not closed. A conversation about several of the orders
 * is named once; one that only might be about an order is not.
 *
 * @param about the orders that each conversation's newest message is about beyond doubt, by the conversation's id
 */
export function alsoWrote(
  conversationId: string,
  { orders, about }: { orders: readonly About[]; about: ReadonlyMap<string, Orders> },
): Check[] {
  const isAbout = (id: string, orderId: string) => about.get(id)?.includes(orderId) === true;
  const found = new Map<string, Check>();
  for (const order of orders.filter(({ id }) => isAbout(conversationId, id)))
    for (const { id, subject, status } of order.conversations) {
      const other = excerpt(subject);
      if (id === conversationId || found.has(id) || !isAbout(id, order.id)) continue;
      const why = STANDS[status]?.(order.name, other === "" ? "another conversation" : `“${other}”`);
      if (why)
        found.set(id, {
          ...{ rule: "also_wrote", outcome: "warn", why, conversationId: id },
          ...{ code: status, values: { order: order.name, other: other || "none" } },
        });
    }
  return [...found.values()];
}

const STANDS: Partial<Record<string, (order: string, other: string) => string>> = {
  open: (order, other) =>
    `They also wrote about order ${order} in ${other}, and wait for an answer there too. Answer both in one of them`,
  waiting: (order, other) =>
    `They also wrote about order ${order} in ${other}, and were answered there. Say nothing here that goes against it`,
};
