/** What has happened to a seeded order until now. Each story is played by `seed-orders.ts`. */
export type Story =
  | "delivered"
  | "delivered_late"
  | "in_transit"
  | "out_for_delivery"
  | "stalled"
  | "delayed"
  | "attempted"
  | "pickup"
  | "failed"
  | "unfulfilled"
  | "on_hold"
  | "partly_shipped"
  | "split"
  | "cancelled"
  | "partly_refunded"
  | "refunded"
  | "returned"
  | "return_requested"
  | "disputed"
  | "gift_missed";

/** Age in days, who (index into `people`), what became of it. Oldest first, so that order numbers rise with time. */
export const stories: { age: number; person: number; story: Story }[] = [
  { age: 119, person: 3, story: "delivered" },
  { age: 116, person: 5, story: "delivered" },
  { age: 112, person: 14, story: "delivered" },
  { age: 108, person: 8, story: "refunded" },
  { age: 104, person: 0, story: "delivered" },
  { age: 100, person: 10, story: "delivered_late" },
  { age: 96, person: 12, story: "delivered" },
  { age: 93, person: 6, story: "returned" },
  { age: 89, person: 1, story: "delivered" },
  { age: 85, person: 4, story: "partly_refunded" },
  { age: 82, person: 15, story: "delivered_late" },
  { age: 78, person: 9, story: "delivered" },
  { age: 74, person: 2, story: "disputed" },
  { age: 71, person: 11, story: "delivered" },
  { age: 67, person: 7, story: "cancelled" },
  { age: 63, person: 13, story: "delivered" },
  { age: 58, person: 3, story: "split" },
  { age: 55, person: 5, story: "delivered" },
  { age: 52, person: 14, story: "partly_refunded" },
  { age: 49, person: 8, story: "delivered" },
  { age: 46, person: 0, story: "returned" },
  { age: 43, person: 10, story: "delivered" },
  { age: 40, person: 6, story: "delivered_late" },
  { age: 37, person: 12, story: "failed" },
  { age: 34, person: 1, story: "delivered" },
  { age: 31, person: 4, story: "delivered" },
  { age: 28, person: 15, story: "delivered" },
  { age: 26, person: 9, story: "return_requested" },
  { age: 24, person: 2, story: "stalled" },
  { age: 22, person: 11, story: "delivered" },
  { age: 20, person: 7, story: "gift_missed" },
  { age: 18, person: 13, story: "stalled" },
  { age: 16, person: 3, story: "delayed" },
  { age: 14, person: 14, story: "attempted" },
  { age: 12, person: 0, story: "in_transit" },
  { age: 11, person: 8, story: "pickup" },
  { age: 10, person: 5, story: "attempted" },
  { age: 9, person: 10, story: "partly_shipped" },
  { age: 8, person: 6, story: "in_transit" },
  { age: 7, person: 12, story: "in_transit" },
  { age: 6, person: 15, story: "in_transit" },
  { age: 5, person: 1, story: "on_hold" },
  { age: 4, person: 4, story: "out_for_delivery" },
  { age: 3, person: 9, story: "in_transit" },
  { age: 3, person: 2, story: "cancelled" },
  { age: 2, person: 11, story: "unfulfilled" },
  { age: 1, person: 7, story: "unfulfilled" },
  { age: 0, person: 13, story: "unfulfilled" },
];
