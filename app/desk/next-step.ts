import type { OutreachState } from "#app/care/decide/outreach.ts";
import type { NextStep, ShownIssue } from "#app/desk/shapes.ts";

/** What is open around an order, newest conversation first. */
export type OpenMatters = {
  conversations: { id: string; status: string; waitingDraft: boolean; uncertainDelivery: boolean }[];
  /** Statuses of the order's disputes, as Shopify writes them. */
  disputes: string[];
  issues: Pick<ShownIssue, "id" | "status" | "severity" | "snoozedUntil" | "outreach">[];
};

/** From here on an issue does not wait until somebody comes by. */
const HIGH = 3;

/**
 * One step, the most pressing: what may be lost, then what has a deadline at the bank, then who waits for an answer, then who has
 * to be told first. A shopper who wrote about a grave problem is answered: that tells them.
 */
export function suggestNextStep({ conversations, disputes, issues }: OpenMatters): NextStep | null {
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
  if (unanswered) return step("answer", "Answer the shopper", unanswered.id);
  const waiting = issues.filter(({ status, outreach }) => status === "open" && outreach?.state === "waiting");
  const [toReview] = waiting.toSorted((one, other) => other.severity - one.severity);
  if (toReview) {
    const { id, outreach } = toReview;
    return {
      ...step("review_outreach", "Review the message about a problem", outreach?.conversationId ?? null),
      issueId: id,
    };
  }
  const grave = issues.find(
    ({ status, severity, snoozedUntil, outreach }) =>
      status === "open" && severity >= HIGH && snoozedUntil === null && !isSeenTo(outreach?.state),
  );
  return grave
    ? { ...step("look_into_issue", "Look into the problem with this order", null), issueId: grave.id }
    : null;
}

/** A message is on its way or was sent, or a person decided that there is none. */
const isSeenTo = (state: OutreachState | undefined) =>
  state === "wanted" ||
  state === "approved" ||
  state === "sent" ||
  state === "declined" ||
  state === "snoozed";

const step = (kind: NextStep["kind"], text: string, conversationId: string | null): NextStep => ({
  kind,
  text,
  conversationId,
});
