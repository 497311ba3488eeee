import type { Preview } from "#app/conversation/preview.ts";
import type { IncidentSummary } from "#app/desk/issue-shapes.ts";
import type { ConversationSummary } from "#app/desk/shapes.ts";

/**
 * What is at risk in a conversation, the worst first: the time of a service level is over, a promise is broken and nobody made up for
 * it, that time is over soon, a promise is about to be broken.
 */
export const risks = ["overdue", "broken", "due", "promise"] as const;
export type Risk = (typeof risks)[number];

/** `place`: "DHL, Leipzig"; `toward`: the same of a carrier on the way to one country. */
export type ListedIncident = Pick<IncidentSummary, "id" | "place" | "toward">;

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
  /** What is about to be broken in it, or is. */
  risk: Risk | null;
  /** What its order and others have in common that went wrong. */
  incident: ListedIncident | null;
  /** A draft of it waits for a person. */
  toReview: boolean;
};
