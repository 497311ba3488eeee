/** What can be planted in a history: the app's own kinds of problems, named again since the dev store knows nothing of the app. */
export const problems = [
  "unfulfilled",
  "preorder_slipped",
  "not_picked_up",
  "stalled",
  "past_estimate",
  "delivery_failed",
  "carrier_exception",
  "delivered_oddly",
  "partly_shipped",
  "cancelled_unsaid",
  "refund_not_executed",
  "payment_pending",
  "bad_address",
  "placed_twice",
  "needed_by_at_risk",
  "return_unsettled",
] as const;
export type Problem = (typeof problems)[number];

/** What is true of an order, as whoever planned its life knows it. Times are milliseconds. */
export type Label = {
  kind: Problem;
  /** When it could first be known. */
  from: number;
  /** When it ended by itself; null while it goes on. */
  until: number | null;
  /** When the shopper would have asked the shop; null when it ended before. */
  contactAt: number | null;
  /**
   * Whether a detector has to find it. False for what is true as well: it follows from another problem of the order, is over within
   * a day, or nobody could be blamed for not seeing it. Then neither finding it nor passing over it is wrong.
   */
  asked: boolean;
};

/** What somebody of the shop wrote to the shopper. Shopify's own notifications are none. */
export type Word = { at: number; about: Problem[] };
