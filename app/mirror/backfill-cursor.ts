import { z } from "zod";
import { minutes, seconds, type Duration } from "#app/lib/duration.ts";
import { paceSchema } from "#app/mirror/backfill-pace.ts";

export const stages = ["shop", "customers", "orders", "events"] as const;
export type Stage = (typeof stages)[number];

const count = z.number().int();
const bulkSchema = z.object({
  id: z.string().nullable(),
  startedAt: z.iso.datetime(),
  /** Lines mirrored, and bytes before the next one (0: unknown, the lines are counted again). */
  line: count,
  byte: count.default(0),
  /** Lines of the whole result, once Shopify has told. */
  objects: count.nullable().default(null),
});

/** Where a backfill goes on after a crash or a pause, as kept in backfills.cursor. */
export const cursorSchema = z.object({
  /** Raised with every step: a run that finds another number than it left knows that another run went on. */
  version: count.default(0),
  stage: z.enum(stages).default("shop"),
  /** The bulk operation of this stage; `id` is null between asking for it and knowing it. */
  bulk: bulkSchema.nullable().default(null),
  /** Bulk operations of this stage that came to nothing. */
  failures: count.default(0),
  /** The events stage reads `fulfillments`, then `refunds`, in the order of their ids. */
  after: z
    .object({ kind: z.enum(["fulfillments", "refunds"]), id: z.string() })
    .default({ kind: "fulfillments", id: "" }),
  /** Records mirrored in this stage. */
  stageDone: count.default(0),
  /** Records that each stage has, once known; they are part of backfills.total. */
  totals: z.partialRecord(z.enum(stages), count).default({}),
  /** How fast this stage goes. */
  pace: paceSchema.default([]),
});
export type Cursor = z.infer<typeof cursorSchema>;
export type BulkCursor = z.infer<typeof bulkSchema>;

/** The stage after this one, from its beginning; null after the last. */
export function nextStage(cursor: Cursor): Cursor | null {
  const next = stages[stages.indexOf(cursor.stage) + 1];
  if (!next) return null;
  return cursorSchema.parse({ version: cursor.version, stage: next, totals: cursor.totals });
}

/** What a stage turned out to have, and how many more that is than was believed. */
export function withTotal(cursor: Cursor, total: number): { cursor: Cursor; more: number } {
  const { stage, totals } = cursor;
  return { cursor: { ...cursor, totals: { ...totals, [stage]: total } }, more: total - (totals[stage] ?? 0) };
}

/** Soon at first, since most shops are small; a quarter of the time it took so far later on. `bulk_operations/finish` wakes it earlier. */
export function pollDelay(runningFor: Duration): Duration {
  return Math.min(Math.max(runningFor / 4, seconds(1)), minutes(1));
}
