import { z } from "zod";
import type { MirroredOrder } from "#app/mirror/order.ts";

/** What can go wrong with an order before its shopper asks. Each has one file in detect/issues/. */
export const issueKinds = [
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
export const issueKindSchema = z.enum(issueKinds);
export type IssueKind = (typeof issueKinds)[number];

export const issueStatuses = ["open", "resolved", "dismissed"] as const;
export const issueStatusSchema = z.enum(issueStatuses);
export type IssueStatus = (typeof issueStatuses)[number];

/** 1 low, 2 medium, 3 high, 4 critical. */
export const severitySchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Severity = z.infer<typeof severitySchema>;

/**
 * One thing the record says that an issue rests on. Ids are those of a draft's facts where there is one for it
 * (`fulfillment:12:lastEventAt`), so that a sentence can cite what detection found. `value` is for machines: an ISO time, a
 * status word, a decimal number; the screens and the composer write it as people read it.
 */
export const evidenceSchema = z.object({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  kind: z.enum(["text", "status", "date", "money", "number", "order_name", "tracking", "title"]),
  source: z.object({ entity: z.string(), id: z.string(), field: z.string() }),
  observedAt: z.iso.datetime({ offset: true }),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** What makes an issue weigh more, from the record alone: care/detect/severity-of.ts. */
export const stakes = [
  "needed_by",
  "gift",
  "first_order",
  "second_failure",
  "perishable",
  "high_value",
  "lost_money",
] as const;
export type Stake = (typeof stakes)[number];

/** What an issue may have in common with others; nothing personal. Absent: not known. */
export const traitsSchema = z.object({
  carrier: z.string().optional(),
  country: z.string().optional(),
  /** The last place a carrier named. */
  hub: z.string().optional(),
  /** The stock it is to leave from, or left from, by its name in the shop: the id is another scope's. */
  location: z.string().optional(),
  /** Product titles or SKUs of what waits. */
  products: z.array(z.string()).optional(),
});
export type Traits = z.infer<typeof traitsSchema>;

const habitSchema = z.object({
  parcels: z.number(),
  /** The share of parcels of which the carrier says anything, 0 to 1. */
  coverage: z.number(),
  longestUsualGap: z.number().nullable(),
  usualTransit: z.number().nullable(),
});
/** How a carrier usually behaves; times in milliseconds, null where too little is known of it. */
export type Habit = z.infer<typeof habitSchema>;

const practiceSchema = z.object({
  timeZone: z.string(),
  /** Weekdays on which the shop works, 0 is Sunday; absent: those that are usual where it is. */
  workdays: z.array(z.number()).readonly().optional(),
  /** Days on which nobody does: "2026-04-03", or "12-25" for each year. */
  holidays: z.array(z.string()).readonly().default([]),
  /** Business days within which the shop says that orders leave. */
  handlingDays: z.number(),
  /** How long its orders usually take to leave, in milliseconds; null while too few are known. */
  usualHandling: z.number().nullable(),
  /** Tags that mark an order or a product as perishable, or as ordered ahead; lower case. */
  perishableTags: z.array(z.string()).readonly(),
  preorderTags: z.array(z.string()).readonly(),
});

/**
 * What an issue was judged by when it was found: what is learned later says nothing of it. `past` is a digest of what had happened
 * to the order until then (past-of.ts), which tells whether that was all.
 */
const judgedBySchema = z.object({
  shop: practiceSchema,
  habits: z.array(
    z.object({
      carrier: z.string().nullable(),
      country: z.string().nullable(),
      habit: habitSchema.nullable(),
    }),
  ),
  past: z.string(),
});
export type JudgedBy = z.infer<typeof judgedBySchema>;

/** What `order_issues.sealed` holds. SealContext: `order_issues.sealed:<issue id>`. */
export const issueContentSchema = z.object({
  evidence: z.array(evidenceSchema),
  stakes: z.array(z.enum(stakes)),
  judgedBy: judgedBySchema.optional(),
  /** Digest of what had happened to the order until the issue was resolved. */
  resolvedPast: z.string().optional(),
});
export type IssueContent = z.infer<typeof issueContentSchema>;

/** What an issue's rule found. */
export type Found = {
  /** Tells episodes apart: what is found again with the same subject is the same issue, whatever happened between. */
  subject: string;
  /** The earliest time at which the records showed it. */
  knownSince: Date;
  evidence: Evidence[];
  /** 1 low … 4 critical, before the stakes of the order are added. */
  weight: Severity;
  traits?: Traits | undefined;
};

/** What a rule says of an order now, and when it may say something else though nothing happens; null: never. */
export type Looked = { found: Found[]; lookAt: Date | null };

/** Another order of the same shopper, as far as telling two orders apart needs. */
export type NearOrder = Pick<
  MirroredOrder,
  "id" | "name" | "placedAt" | "cancelledAt" | "fulfillmentStatus" | "total"
> & {
  lines: { key: string; quantity: number }[];
  /** The same delivery address and the same shopper. */
  samePlace: boolean;
};

/**
 * What the shopper said of the order in a message of their own: by which calendar day they need it, and that it is a gift. The writer was
 * shown to own the order.
 */
export type SaidOfOrder = { messageId: string; at: string; neededBy: string | null; gift: boolean };

/** All that an issue's rule may look at. Pure data: the same gives the same answer. */
export type Seen = {
  order: MirroredOrder;
  now: Date;
  shop: z.infer<typeof practiceSchema>;
  /** Of this carrier on the way to this country. */
  habitOf: (carrier: string | null | undefined, country: string | null | undefined) => Habit | null;
  history: {
    /** Orders the same shopper placed before this one; null where it is not known who they are. */
    earlierOrders: number | null;
    /** Issues of this order, or of this shopper in the last 90 days, besides the one that is looked for. */
    earlierIssues: number;
    /** When issues of this order were last over, by kind: a wait that was not the shop's ends then. Absent: not known. */
    over?: Partial<Record<IssueKind, string>> | undefined;
    near: readonly NearOrder[];
  };
  /**
   * When the shop wrote to the shopper about this order, and what it told of: mails sent by people and by us. Of what a person wrote
   * in their own words nobody knows what it told of: `about` is empty then, and it counts for all.
   */
  told: readonly { at: string; about: readonly IssueKind[] }[];
  /** Oldest first. */
  said: readonly SaidOfOrder[];
};

/** One kind of issue: pure, one file each. */
export type IssueRule = { kind: IssueKind; look: (seen: Seen) => Looked };
