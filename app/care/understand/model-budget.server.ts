import type { Sql, Tx } from "#app/db.server.ts";
import type { TokenUsage } from "#app/ports.ts";

export type Spent = Pick<TokenUsage, "tokensIn" | "tokensOut">;

/** A question's hold on its shop's tokens of one day (UTC, `2026-11-21`). */
export type Reservation = { day: string; tokens: number };

/**
 * Holds tokens for one question, in the caller's transaction. Null when the day has not as many left. Several workers at once
 * stay within the budget: each sees what the others hold. What is never settled (a process that died in the middle of its
 * question) stays held for the day: it may have been paid for.
 */
export async function reserveTokens(
  sql: Sql,
  shopId: string,
  given: { now: Date; tokens: number; perDay: number },
): Promise<Reservation | null> {
  const { tokens, perDay } = given;
  const day = given.now.toISOString().slice(0, 10);
  const held = await sql(
    `INSERT INTO model_usage (shop_id, day, reserved) SELECT $1::text, $2::date, $3::bigint WHERE $3::bigint <= $4::bigint
     ON CONFLICT (shop_id, day) DO UPDATE SET reserved = model_usage.reserved + $3::bigint
     WHERE model_usage.tokens_in + model_usage.tokens_out + model_usage.reserved + $3::bigint <= $4::bigint
     RETURNING 1 AS held`,
    [shopId, day, tokens, perDay],
  );
  return held.length > 0 ? { day, tokens } : null;
}

/** Gives the hold back and counts what was spent instead. */
export async function settleTokens(
  sql: Sql,
  shopId: string,
  { day, tokens, spent }: Reservation & { spent: Spent },
): Promise<void> {
  await sql(
    `UPDATE model_usage SET reserved = greatest(0, reserved - $3::bigint), questions = questions + 1,
       tokens_in = tokens_in + $4::bigint, tokens_out = tokens_out + $5::bigint
     WHERE shop_id = $1 AND day = $2::date`,
    [shopId, day, tokens, spent.tokensIn, spent.tokensOut],
  );
}

/** What the shop's questions took today (UTC), and what is held for those under way, in tokens. */
export async function readTokensToday(tx: Tx, shopId: string, now: Date): Promise<number> {
  const day = new Date(now.toISOString().slice(0, 10));
  const today = await tx.modelUsage.findUnique({ where: { shopId_day: { shopId, day } } });
  return today ? Number(today.tokensIn + today.tokensOut + today.reserved) : 0;
}
