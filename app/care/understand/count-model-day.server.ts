import type { Sql } from "#app/db.server.ts";
import { dayName, dayOf } from "#app/lib/local-day.ts";

/** What a model is asked for: to read a message; or a draft or a translation. */
export type ModelUse = "reading" | "writing";

type Counted = {
  use: ModelUse;
  at: Date;
  /** `costMicros` in millionths of a US dollar; readings are counted in tokens alone. */
  spent: { tokensIn: number; tokensOut: number; costMicros?: number | undefined };
};

/** Counts a question to a model on the day that it is where the shop is, in the caller's transaction. */
export async function countModelDay(sql: Sql, shopId: string, { use, at, spent }: Counted): Promise<void> {
  const [shop] = await sql<{ timezone: string | null }>("SELECT timezone FROM shops WHERE id = $1", [shopId]);
  const day = dayName(dayOf(at.getTime(), shop?.timezone ?? "UTC"));
  await sql(
    `INSERT INTO model_days AS known (shop_id, day, use, questions, tokens_in, tokens_out, cost_micros)
     VALUES ($1, $2::date, $3, 1, $4::bigint, $5::bigint, $6::bigint)
     ON CONFLICT (shop_id, day, use) DO UPDATE SET questions = known.questions + 1,
       tokens_in = known.tokens_in + excluded.tokens_in, tokens_out = known.tokens_out + excluded.tokens_out,
       cost_micros = known.cost_micros + excluded.cost_micros`,
    [shopId, day, use, spent.tokensIn, spent.tokensOut, spent.costMicros ?? 0],
  );
}
