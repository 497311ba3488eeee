import type { CareEmotion, Intent } from "#app/care/understand/reading.ts";
import type { KeepingMatter } from "#app/desk/keeping-matters.ts";
import type { ConversationStatus } from "#app/desk/shapes.ts";

/** Where the order is that a conversation is most about. Made by the database: prisma/migrations/20261127000300_inbox. */
export const orderStates = [
  "not_shipped",
  "partly_shipped",
  "on_its_way",
  "delivered",
  "returning",
  "refunded",
  "cancelled",
] as const;
export type OrderState = (typeof orderStates)[number];

export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

export const channels = ["email", "storefront"] as const;

/** The last changed first; the longest waiting first; the most urgent first, and of those the longest waiting. */
export const sortings = ["newest", "waiting", "priority"] as const;
export type Sorting = (typeof sortings)[number];

/** One of several, or one. */
type Some<T> = T | readonly T[] | undefined;

/** What a list of conversations is narrowed to: all that is given, of each any. An empty text stands for what has none. */
export type ConversationFilters = {
  status?: Some<ConversationStatus>;
  emotion?: Some<CareEmotion>;
  intent?: Some<Intent>;
  /** BCP 47, of which the language itself counts. */
  language?: Some<string>;
  orderState?: Some<OrderState | "">;
  tag?: Some<string>;
  /** Shopify's user id; empty: nobody's. */
  assignee?: Some<string>;
  channel?: Some<string>;
  priority?: Some<Priority>;
  unsure?: boolean | undefined;
  /** Only those of which a draft waits for a person. */
  draft?: "waiting" | undefined;
  /** Only those that have a delivery in this state; `failed` is whatever did not leave. */
  delivery?: "uncertain" | "failed" | undefined;
  /** Only those in which something is to be kept or put right. */
  keeping?: KeepingMatter | undefined;
  /** Only those in which a promise or a service level is about to be broken, or a promise is. */
  atRisk?: true | undefined;
  /** Only those about an order that belongs to this incident now. */
  incident?: string | undefined;
  /** Words, each of which must be found whole or as the beginning of a word; orders and parcels by how they are called, too. */
  q?: string | undefined;
};

export type ConversationQuery = ConversationFilters & {
  sort?: Sorting | undefined;
  cursor?: string | undefined;
  limit: number;
};
