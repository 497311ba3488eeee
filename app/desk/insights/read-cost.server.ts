import type { Tx } from "#app/db.server.ts";
import type { During } from "#app/desk/insights/case.ts";

/**
 * The ledgers of what models took. Readings are counted in tokens by day (UTC), drafts and translations in millionths of a US dollar by
 * month (UTC): a month is named whole, whatever part of it the period has.
 */
export type Cost = {
  readings: { questions: number; tokens: number };
  months: { month: string; questions: number; micros: number }[];
};

export async function readCost(tx: Tx, { shopId, start, end }: During): Promise<Cost> {
  const days = { gte: dateOf(start), lt: end };
  const used = await tx.modelUsage.aggregate({
    where: { shopId, day: days },
    _sum: { questions: true, tokensIn: true, tokensOut: true },
  });
  const months = await tx.draftSpending.findMany({
    where: { shopId, month: { gte: new Date(`${start.toISOString().slice(0, 7)}-01`), lt: end } },
    orderBy: { month: "desc" },
  });
  const { questions, tokensIn, tokensOut } = used._sum;
  return {
    readings: { questions: questions ?? 0, tokens: Number((tokensIn ?? 0n) + (tokensOut ?? 0n)) },
    months: months.map(({ month, questions: asked, spentMicros }) => ({
      ...{ month: month.toISOString().slice(0, 7), questions: asked, micros: Number(spentMicros) },
    })),
  };
}

const dateOf = (at: Date) => new Date(at.toISOString().slice(0, 10));
