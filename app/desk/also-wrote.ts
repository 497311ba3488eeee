import type { Check } from "#app/care/draft/draft.ts";
import type { ConversationSummary } from "#app/desk/shapes.ts";

type About = { name: string; conversations: Pick<ConversationSummary, "id" | "subject" | "status">[] };

/**
 * What the person who answers must know of the same shopper's other conversations about the same orders, pure: one that waits for an
 * answer too, and one that was answered and is not closed. A conversation about several of the orders is named once.
 */
export function alsoWrote(conversationId: string, orders: readonly About[]): Check[] {
  const found = new Map<string, Check>();
  for (const { name, conversations } of orders)
    for (const { id, subject, status } of conversations) {
      if (id === conversationId || found.has(id)) continue;
      const why = STANDS[status]?.(name, subject === "" ? "another conversation" : `“${subject}”`);
      if (why) found.set(id, { rule: "also_wrote", outcome: "warn", why, conversationId: id });
    }
  return [...found.values()];
}

const STANDS: Partial<Record<string, (order: string, other: string) => string>> = {
  open: (order, other) =>
    `They also wrote about order ${order} in ${other}, and wait for an answer there too. Answer both in one of them`,
  waiting: (order, other) =>
    `They also wrote about order ${order} in ${other}, and were answered there. Say nothing here that goes against it`,
};
