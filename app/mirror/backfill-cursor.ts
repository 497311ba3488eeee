import { z } from "zod";
import { minutes, seconds, type Duration } from "#app/lib/duration.ts";

export const stages = ["shop", "customers", "orders", "events"] as const;
export type Stage = (typeof stages)[number];

/** Where a backfill goes on after a crash or a pause, as kept in backfills.cursor. */
export const cursorSchema = z.object({
  /** Raised with every step: a run that finds another number than it left knows that another run went on. */
  version: z.number().int().default(0),
  stage: z.enum(stages).default("shop"),
  /** The bulk operation of this stage; `id` is null between asking for it and knowing it. */
  bulk: z
    .object({ id: z.string().nullable(), startedAt: z.iso.datetime(), line: z.number().int() })
    .nullable()
    .default(null),
  /** Bulk operations of this stage that came to nothing. */
  failures: z.number().int().default(0),
  /** The events stage reads `fulfillments`, then `refunds`, in the order of their ids. */
  after: z
    .object({ kind: z.enum(["fulfillments", "refunds"]), id: z.string() })
    .default({ kind: "fulfillments", id: "" }),
});
export type Cursor = z.infer<typeof cursorSchema>;

/** The stage after this one, from its beginning; null after the last. */
export function nextStage(cursor: Cursor): Cursor | null {
  const next = stages[stages.indexOf(cursor.stage) + 1];
  return next ? cursorSchema.parse({ version: cursor.version, stage: next }) : null;
}

/** Soon at first, since most shops are small; a quarter of the time it took so far later on. `bulk_operations/finish` wakes it earlier. */
export function pollDelay(runningFor: Duration): Duration {
  return Math.min(Math.max(runningFor / 4, seconds(1)), minutes(1));
}
