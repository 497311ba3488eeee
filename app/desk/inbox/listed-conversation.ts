import type { Preview } from "#app/conversation/preview.ts";
import type { ConversationSummary } from "#app/desk/shapes.ts";

/** A conversation as a list shows it. */
export type ListedConversation = ConversationSummary & {
  /** email | storefront */
  channel: string;
  tags: string[];
  /** Who of the team takes it. */
  assignee: { id: string; name: string } | null;
  /** When the shopper wrote what nobody answered yet. */
  waitingSince: string | null;
  snoozedUntil: string | null;
  /** Of `order`; see orderStates (app/desk/inbox/conversation-query.ts). */
  orderState: string | null;
  /** How the newest message begins. */
  preview: Preview | null;
  /** A promise or a service level is about to be broken in it, or a promise is. */
  atRisk: boolean;
  /** A draft of it waits for a person. */
  toReview: boolean;
};
