import type { IssueKind, IssueStatus, Severity } from "#app/care/detect/issue.ts";
import type { Money } from "#app/mirror/order.ts";

/** What a shopper said of how it went. `good`: of five the upper two, of two the upper one. */
export type ShownRating = { rating: number; scale: 2 | 5; good: boolean };

/** A conversation that was before, and how it ended or stands. */
export type PastConversation = {
  id: string;
  subject: string;
  status: string;
  intent: string | null;
  /** As its newest message was read; null once that has expired. */
  emotion: string | null;
  unsure: boolean;
  updatedAt: string;
  rating: ShownRating | null;
};

export const marketingStates = [
  "subscribed",
  "not_subscribed",
  "unsubscribed",
  "pending",
  "invalid",
] as const;
export type MarketingState = (typeof marketingStates)[number];

/** Somebody the shop has dealt with: what the records and the conversations know of them, whichever conversation is looked at. */
export type ShownShopper = {
  /** As Shopify counts them; of somebody without an account, those of their address. `more`: counting stopped. */
  orders: { count: number; more: boolean };
  /** What they spent, as Shopify counts it; null without an account. */
  spent: Money | null;
  customerSince: string | null;
  /** The newest first, without the one that is looked at. `more`: there are older ones. */
  past: PastConversation[];
  more: boolean;
  /** What this conversation was rated. */
  rating: ShownRating | null;
  /** Of what was promised here and in the past ones. */
  promises: { open: number; kept: number; broken: number };
  /** Mail they take no more: `all` of it, `outreach`, or questions how it went (`csat`). */
  optOuts: { scope: string; since: string }[];
  /**
   * Whether they take the shop's marketing by e-mail, as Shopify says, and since when; null when it does not say. Attune sends none:
   * it is for who is asked about it.
   */
  marketing: { state: MarketingState; since: string | null } | null;
  /** Of their newest orders, the newest first. */
  issues: {
    id: string;
    kind: IssueKind;
    status: IssueStatus;
    severity: Severity;
    order: { id: string; name: string };
    openedAt: string;
  }[];
};
