import { z } from "zod";
import { days, hours, minutes, seconds, type Duration } from "#app/lib/duration.ts";

export const reconcileStages = ["shop", "orders", "customers", "disputes", "open", "counts"] as const;
export type ReconcileStage = (typeof reconcileStages)[number];

export const repairedSchema = z.object({
  orders: z.number().int().default(0),
  customers: z.number().int().default(0),
  deleted: z.number().int().default(0),
});
/** How many orders and customers were missing or old, and how many were deleted at Shopify. */
export type Repaired = z.infer<typeof repairedSchema>;

const time = z.iso.datetime();

/** Where a run goes on after a crash or a pause, as kept in reconciles.cursor. */
export const reconcileCursorSchema = z.object({
  /** Raised with every step: a run that finds another number than it left knows that another run went on. */
  version: z.number().int().default(0),
  stage: z.enum(reconcileStages).default("shop"),
  /** Of a list by `updated_at`: where its next page begins; null before its first. */
  from: time.nullable().default(null),
  /** Shopify's page cursor, needed only when one second has more changes than a page. */
  after: z.string().nullable().default(null),
  /** The list was read to its end. */
  listed: z.boolean().default(false),
  /** Found missing or old, and still to be read whole: a pause or a crash costs what was being read, not the page. */
  todo: z
    .object({ orders: z.array(z.string()), customers: z.array(z.string()) })
    .default({ orders: [], customers: [] }),
  /** Page cursors that Shopify did not take any more. */
  lostCursors: z.number().int().default(0),
  /** The newest `updated_at` that was compared in this run. */
  seen: z
    .object({ orders: time.nullable().default(null), customers: time.nullable().default(null) })
    .default({ orders: null, customers: null }),
  /** Of lists of our own: what comes after this. */
  past: z
    .object({ entity: z.enum(["order", "customer"]).default("order"), at: time, id: z.string() })
    .nullable()
    .default(null),
  repaired: repairedSchema.default({ orders: 0, customers: 0, deleted: 0 }),
  /** What Shopify refused, in words for the shop's team; the other stages go on. */
  error: z.string().nullable().default(null),
});
export type ReconcileCursor = z.infer<typeof reconcileCursorSchema>;

/**
 * A window begins this long before the newest change that was compared: Shopify's lists lag behind its changes, and the clock
 * that bounds the watermark may be ten minutes off.
 */
export const OVERLAP: Duration = minutes(15);
/** The first watermark is a time of our own clock: the backfill's start. */
export const FIRST_OVERLAP: Duration = minutes(20);

/** The stage after this one, from its beginning; null after the last. */
export function afterStage(cursor: ReconcileCursor): ReconcileCursor | null {
  const stage = reconcileStages[reconcileStages.indexOf(cursor.stage) + 1];
  if (!stage) return null;
  const todo = { orders: [], customers: [] };
  return { ...cursor, stage, from: null, after: null, listed: false, todo, lostCursors: 0, past: null };
}

export function windowStart(watermark: Date): string {
  return new Date(watermark.getTime() - OVERLAP).toISOString();
}

/**
 * How far the list has been compared. Never back, never ahead of our clock: a record may carry a time to come, and a
 * watermark that is too old costs a longer list and nothing else.
 */
export function nextWatermark(known: Date, { seen, now }: { seen: string | null; now: Date }): Date {
  const reached = Math.min(seen ? Date.parse(seen) : 0, now.getTime());
  return new Date(Math.max(known.getTime(), reached));
}

export type Page = {
  /** `updated_at` of its last record; null when it is empty. */
  last: string | null;
  hasNextPage: boolean;
  endCursor?: string | null | undefined;
};

/**
 * Where the next page begins; null when this was the last. By time, not by Shopify's cursor, which may expire: the page's last
 * second is read again. Only a page within one second goes on by the cursor.
 */
export function afterPage(
  { from, after }: { from: string; after: string | null },
  { last, hasNextPage, endCursor }: Page,
): { from: string; after: string | null } | null {
  if (!hasNextPage || last === null) return null;
  if (Date.parse(last) > Date.parse(from)) return { from: last, after: null };
  return endCursor && endCursor !== after ? { from, after: endCursor } : null;
}

export function laterOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) >= Date.parse(other) ? one : other;
}

/** The cursor with what one more page repaired. */
export function withRepaired(cursor: ReconcileCursor, more: Repaired): ReconcileCursor {
  const { repaired } = cursor;
  return {
    ...cursor,
    repaired: {
      orders: repaired.orders + more.orders,
      customers: repaired.customers + more.customers,
      deleted: repaired.deleted + more.deleted,
    },
  };
}

/** Webhooks take a few seconds: what changed just now is written if it is missing, but nothing was lost. */
const ON_ITS_WAY: Duration = seconds(10);
export function isOverdue(updatedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(updatedAt) > ON_ITS_WAY;
}

const OPEN_EVERY: Duration = hours(1);
const COUNT_EVERY: Duration = hours(1);
const COUNT_LARGE_EVERY: Duration = days(1);

/** Whether parcels under way and the like are compared in this run, too. A last time that is yet to come counts as long ago. */
export function openIsDue(checkedAt: Date | null, now: Date): boolean {
  return checkedAt === null || Math.abs(now.getTime() - checkedAt.getTime()) >= OPEN_EVERY;
}

/** Whether records are counted against Shopify's: hourly, in a large shop daily, since counting takes the database long. */
export function countIsDue(countedAt: Date | null, { now, large }: { now: Date; large: boolean }): boolean {
  if (countedAt === null) return true;
  return Math.abs(now.getTime() - countedAt.getTime()) >= (large ? COUNT_LARGE_EVERY : COUNT_EVERY);
}
