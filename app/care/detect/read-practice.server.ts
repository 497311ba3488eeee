import { daysAtWork } from "#app/care/detect/days-at-work.ts";
import { habitsFrom, type HabitRow } from "#app/care/detect/habit-of.ts";
import type { Seen } from "#app/care/detect/issue.ts";
import type { Sql } from "#app/db.server.ts";
import { settingsSchema } from "#app/shop/settings.ts";

export type Practice =
  | { outcome: "known"; shop: Seen["shop"]; habitOf: Seen["habitOf"] }
  /** The shop's history is not all in the mirror, or nothing was learned of it: what is missing there would look like silence. */
  | { outcome: "not_yet" };

type Row = { timeZone: string | null; settings: unknown; usualHandling: number | null; ready: boolean };

/** How the shop works and how its carriers behave: what its orders are judged by. */
export async function readPractice(sql: Sql, shopId: string): Promise<Practice> {
  const [row] = await sql<Row>(
    `SELECT timezone AS "timeZone", settings, usual_handling_ms::float8 AS "usualHandling",
       backfills.shop_id IS NULL OR (state = 'done' AND learned_at IS NOT NULL) AS ready
     FROM shops LEFT JOIN backfills ON backfills.shop_id = shops.id LEFT JOIN detections ON detections.shop_id = shops.id
     WHERE shops.id = $1`,
    [shopId],
  );
  if (!row?.ready) return { outcome: "not_yet" };
  const habits = await sql<HabitRow>(
    `SELECT carrier, country, parcels, reported, longest_usual_gap_ms::float8 AS "longestUsualGap",
       usual_transit_ms::float8 AS "usualTransit" FROM carrier_habits WHERE shop_id = $1`,
    [shopId],
  );
  const { promises, serviceLevels } = settingsSchema.parse(row.settings);
  const working = daysAtWork(serviceLevels, row.timeZone ?? "UTC");
  return {
    outcome: "known",
    shop: { ...promises, ...working, usualHandling: row.usualHandling },
    habitOf: habitsFrom(habits),
  };
}
