import { csatScaleOf, isLow, isSatisfied } from "#app/care/review/csat-choices.ts";
import type { Tx } from "#app/db.server.ts";

export type CsatResults = {
  /** Questions that left in this time. */
  asked: number;
  /** Of those, how many were answered so far. */
  answered: number;
  /** Of the answers: of five the upper two, of two the upper one. */
  satisfied: number;
  /** Of the answers: of five the lower two, of two the lower one. */
  low: number;
  /** By language of the question (BCP 47). */
  byLanguage: { language: string; asked: number; answered: number; satisfied: number }[];
  /** How many gave which answer, the best first. */
  ratings: { scale: 2 | 5; rating: number; count: number }[];
};

type Row = { language: string | null; scale: number | null; rating: number | null; count: number };

/** `language`: the base language of the conversation (BCP 47). */
type Asked = { from: Date; to: Date; language?: string | undefined; channel?: string | undefined };

/** How shoppers said that it went, of the questions asked from one time to another (`to` is not in it). Nobody is named. */
export async function csatResults(
  tx: Tx,
  { from, to, language = "", channel = "" }: Asked,
): Promise<CsatResults> {
  // What was planned and held back at the last moment was asked of nobody.
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.language, r.scale, r.rating, count(*)::int AS count
    FROM csat_requests r JOIN deliveries d ON d.id = r.delivery_id AND d.status = 'sent'
    JOIN conversations c ON c.id = r.conversation_id
    WHERE r.asked_at >= ${from} AND r.asked_at < ${to}
      AND ${channel} IN ('', c.channel) AND ${language} IN ('', split_part(lower(coalesce(c.language, '')), '-', 1))
    GROUP BY r.language, r.scale, r.rating ORDER BY r.scale DESC, r.rating DESC`;
  const totals = totalsOf(rows);
  const languages = [...new Set(rows.map(({ language }) => language ?? "und"))].toSorted();
  return {
    ...totals,
    byLanguage: languages.map((language) => {
      const { asked, answered, satisfied } = totalsOf(
        rows.filter((row) => (row.language ?? "und") === language),
      );
      return { language, asked, answered, satisfied };
    }),
    ratings: ratingsOf(rows),
  };
}

function totalsOf(rows: readonly Row[]) {
  const count = (fits: (row: Row) => boolean) => rows.filter(fits).reduce((sum, row) => sum + row.count, 0);
  return {
    asked: count(() => true),
    answered: count(({ rating }) => rating !== null),
    satisfied: count(({ scale, rating }) => rating !== null && isSatisfied(csatScaleOf(scale), rating)),
    low: count(({ scale, rating }) => rating !== null && isLow(csatScaleOf(scale), rating)),
  };
}

function ratingsOf(rows: readonly Row[]): CsatResults["ratings"] {
  const counts = new Map<string, CsatResults["ratings"][number]>();
  for (const { scale: stored, rating, count } of rows) {
    if (rating === null) continue;
    const scale = csatScaleOf(stored);
    const known = counts.get(`${scale}|${rating}`) ?? { scale, rating, count: 0 };
    counts.set(`${scale}|${rating}`, { ...known, count: known.count + count });
  }
  return [...counts.values()];
}
