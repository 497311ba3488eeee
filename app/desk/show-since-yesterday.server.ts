import { csatScaleOf, isSatisfied } from "#app/care/review/csat-choices.ts";
import type { Tx } from "#app/db.server.ts";
import { sameTimeYesterday } from "#app/desk/since-yesterday.ts";

/** What happened in the shop since the same time yesterday. Counts stop at a thousand. */
export type SinceYesterday = {
  since: string;
  /** Conversations that began; spam and automatic mail are none, as in the insights (insights/read-volume.server.ts). */
  begun: number;
  /** Conversations in which somebody was answered. */
  answered: number;
  /** Mails that left from a draft. */
  draftsSent: number;
  issuesFound: number;
  issuesSettled: number;
  promisesKept: number;
  promisesBroken: number;
  /** Shoppers who said how it went, and how many of them were satisfied. */
  rated: number;
  satisfied: number;
};

/** Counting stops there. */
export const MOST_COUNTED = 1_000;

/** Each count walks an index from yesterday on: what the shop did before costs nothing. */
export async function showSinceYesterday(
  tx: Tx,
  { shopId, timeZone, now }: { shopId: string; timeZone: string; now: Date },
): Promise<SinceYesterday> {
  const since = sameTimeYesterday(now, timeZone);
  const of = { shopId, since, now };
  const rated = await ratings(tx, of);
  return {
    since: since.toISOString(),
    ...(await conversationsOf(tx, of)),
    ...(await recordsOf(tx, of)),
    rated: rated.length,
    satisfied: rated.filter(({ scale, rating }) => isSatisfied(csatScaleOf(scale), rating)).length,
  };
}

type Of = { shopId: string; since: Date; now: Date };

async function conversationsOf(tx: Tx, { shopId, since }: Of) {
  // What began since yesterday was changed since, too, and by that there is an index. Without an order PostgreSQL may read the whole
  // table for the first thousand.
  const [counted] = await tx.$queryRaw<{ begun: number; answered: number; draftsSent: number }[]>`
    SELECT
      (SELECT count(*)::int FROM (SELECT FROM conversations
        WHERE shop_id = ${shopId} AND NOT unsent AND updated_at >= ${since}::timestamptz AND created_at >= ${since}::timestamptz
          AND parent_id IS NULL AND status <> 'spam' AND intent IS DISTINCT FROM 'spam_or_auto'
        ORDER BY updated_at DESC LIMIT ${MOST_COUNTED}) one) AS begun,
      count(DISTINCT conversation_id)::int AS answered,
      (count(*) FILTER (WHERE draft_id IS NOT NULL))::int AS "draftsSent"
    FROM (SELECT conversation_id, draft_id FROM deliveries
      WHERE shop_id = ${shopId} AND status = 'sent' AND at >= ${since}::timestamptz AND purpose NOT IN ('receipt', 'csat', 'side', 'code')
      ORDER BY at DESC LIMIT ${MOST_COUNTED}) sent`;
  return counted ?? { begun: 0, answered: 0, draftsSent: 0 };
}

async function recordsOf(tx: Tx, { shopId, since, now }: Of) {
  const take = MOST_COUNTED;
  const between = { gte: since, lte: now };
  return {
    issuesFound: await tx.orderIssue.count({
      where: { shopId, openedAt: { gte: since } },
      orderBy: [{ openedAt: "desc" }, { id: "desc" }],
      take,
    }),
    issuesSettled: await tx.orderIssue.count({
      where: { shopId, resolvedAt: { gte: since } },
      orderBy: { resolvedAt: "desc" },
      take,
    }),
    promisesKept: await tx.promise.count({
      where: { shopId, keptAt: { gte: since } },
      orderBy: { keptAt: "desc" },
      take,
    }),
    // It was broken when its day was over.
    promisesBroken: await tx.promise.count({
      where: { shopId, state: "broken", dueAt: between },
      orderBy: { dueAt: "desc" },
      take,
    }),
  };
}

async function ratings(tx: Tx, { shopId, since }: Of): Promise<{ scale: number | null; rating: number }[]> {
  const rows = await tx.csatRequest.findMany({
    where: { shopId, ratedAt: { gte: since } },
    orderBy: { ratedAt: "desc" },
    select: { scale: true, rating: true },
    take: MOST_COUNTED,
  });
  return rows.flatMap(({ scale, rating }) => (rating === null ? [] : [{ scale, rating }]));
}
