import type { InShop } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import type { Now } from "#app/ports.ts";

/** How the messages of the last 30 days were read when they came. Each count is of messages. */
export type ReadingRates = {
  read: number;
  /** Not sure of the emotion. */
  unsure: number;
  /** Read by more than one of the three readings. */
  compared: number;
  /** Of those: all named the same feeling, or one close to it. */
  agreed: number;
  /** A person named another emotion. */
  corrected: number;
};

const PERIOD = days(30);
/** The newest are enough to tell a share by, and the page that shows it is asked for again and again. */
const MOST = 10_000;

/**
 * Counted from the readings themselves, so that nothing drifts: only a message's first version counts. Each corrected one is
 * looked up by itself: joined as a whole PostgreSQL reads both tables, since it cannot know how few the period leaves.
 */
export function readingRates({ inShop, now }: { inShop: InShop; now: Now }): Promise<ReadingRates> {
  const since = new Date(now().getTime() - PERIOD);
  return inShop(async (tx) => {
    const [rates] = await tx.$queryRaw<ReadingRates[]>`
      WITH newest AS MATERIALIZED (
        SELECT made_at, unsure, agreed FROM readings
        WHERE shop_id = current_setting('app.shop_id') AND version = 1 AND made_at >= ${since}::timestamptz
        ORDER BY made_at DESC LIMIT ${MOST})
      SELECT count(unsure)::int AS read, (count(*) FILTER (WHERE unsure))::int AS unsure,
        count(agreed)::int AS compared, (count(*) FILTER (WHERE agreed))::int AS agreed,
        (SELECT count(*) FROM (
           SELECT message_id FROM reading_corrections
           WHERE shop_id = current_setting('app.shop_id') AND at >= ${since}::timestamptz
             AND field = 'emotion' AND ended_at IS NULL AND from_label <> to_label
           ORDER BY at DESC LIMIT ${MOST}) AS correction
         CROSS JOIN LATERAL (
           SELECT made_at, unsure FROM readings
           WHERE readings.message_id = correction.message_id AND version = 1 LIMIT 1) AS first
         WHERE made_at >= (SELECT min(made_at) FROM newest) AND unsure IS NOT NULL)::int AS corrected
      FROM newest`;
    return rates ?? { read: 0, unsure: 0, compared: 0, agreed: 0, corrected: 0 };
  });
}
