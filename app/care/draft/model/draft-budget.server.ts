import type { DraftUsage } from "#app/care/draft/draft.ts";
import type { Micros } from "#app/care/draft/model/price.ts";
import { countModelDay } from "#app/care/understand/count-model-day.server.ts";
import type { Sql, Tx } from "#app/db.server.ts";

const MICROS = 1_000_000;

/** A question's hold on its shop's budget of one month (UTC, `2026-11-01`). */
export type Hold = { month: string; micros: Micros };

/**
 * Holds what one question costs at most, in the caller's transaction. Null when the month has not as much left. Several workers at
 * once stay within the budget. What is never settled stays held for the month: it may have been paid for.
 *
 * @param perMonth in US dollars
 */
export async function holdBudget(
  sql: Sql,
  shopId: string,
  { now, micros, perMonth }: { now: Date; micros: Micros; perMonth: number },
): Promise<Hold | null> {
  const month = monthOf(now);
  const held = await sql(
    `INSERT INTO draft_spending (shop_id, month, reserved_micros)
     SELECT $1::text, $2::date, $3::bigint WHERE $3::bigint <= $4::bigint
     ON CONFLICT (shop_id, month) DO UPDATE SET reserved_micros = draft_spending.reserved_micros + $3::bigint
     WHERE draft_spending.spent_micros + draft_spending.reserved_micros + $3::bigint <= $4::bigint
     RETURNING 1 AS held`,
    [shopId, month, micros, Math.floor(perMonth * MICROS)],
  );
  return held.length > 0 ? { month, micros } : null;
}

/** Gives the hold back and counts what was spent instead, for the month and for the shop's own day. */
export async function settleBudget(
  sql: Sql,
  shopId: string,
  { month, micros, usage, at }: Hold & { usage: DraftUsage; at: Date },
): Promise<void> {
  const spent = usage.costMicros;
  await sql(
    `UPDATE draft_spending SET reserved_micros = greatest(0, reserved_micros - $3::bigint),
       spent_micros = spent_micros + $4::bigint, questions = questions + 1
     WHERE shop_id = $1 AND month = $2::date`,
    [shopId, month, micros, spent],
  );
  await countModelDay(sql, shopId, { use: "writing", at, spent: usage });
}

/** What the shop's drafts and translations cost this month (UTC), and what is held for those under way, in US dollars. */
export async function readSpending(tx: Tx, shopId: string, now: Date): Promise<number> {
  const month = new Date(monthOf(now));
  const row = await tx.draftSpending.findUnique({ where: { shopId_month: { shopId, month } } });
  return row ? Number(row.spentMicros + row.reservedMicros) / MICROS : 0;
}

const monthOf = (now: Date): string => `${now.toISOString().slice(0, 7)}-01`;
