import type { Tx } from "#app/db.server.ts";
import { daysOfMonth, modelDays, type ModelDay } from "#app/desk/model-days.ts";
import { readTimeZone } from "#app/shop/read-time-zone.server.ts";

/** What models took on each day of this month so far, by the days of the shop's time zone. */
export async function showModelDays(tx: Tx, shopId: string, now: Date): Promise<ModelDay[]> {
  const days = daysOfMonth(now, await readTimeZone(tx, shopId));
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const rows = await tx.modelDay.findMany({
    where: { shopId, day: { gte: new Date(first), lte: new Date(last) } },
  });
  return modelDays(
    days,
    rows.map(({ day, use, questions, tokensIn, tokensOut, costMicros }) => ({
      ...{ day: day.toISOString().slice(0, 10), use, questions },
      ...{ tokens: Number(tokensIn + tokensOut), micros: Number(costMicros) },
    })),
  );
}
