import type { NextStep } from "#app/desk/shapes.ts";

/** What is open around an order, newest conversation first. */
export type OpenMatters = {
  conversations: { id: string; status: string; waitingDraft: boolean; uncertainDelivery: boolean }[];
  /** Statuses of the order's disputes, as Shopify writes them. */
  disputes: string[];
};

/** One step, the most pressing: what may be lost, then what has a deadline at the bank, then who waits for an answer. */
export function suggestNextStep({ conversations, disputes }: OpenMatters): NextStep | null {
  const uncertain = conversations.find((conversation) => conversation.uncertainDelivery);
  if (uncertain) {
    return step("settle_delivery", "Check whether the last reply arrived, and say so", uncertain.id);
  }
  if (disputes.some((status) => status.toLowerCase() === "needs_response")) {
    return step("answer_dispute", "Answer the payment dispute in Shopify", null);
  }
  const open = conversations.filter(({ status }) => status === "open");
  const drafted = open.find((conversation) => conversation.waitingDraft);
  if (drafted) return step("review_draft", "Review the drafted reply", drafted.id);
  const [unanswered] = open;
  return unanswered ? step("answer", "Answer the shopper", unanswered.id) : null;
}

const step = (kind: NextStep["kind"], text: string, conversationId: string | null): NextStep => ({
  kind,
  text,
  conversationId,
});
