import type { Tx } from "#app/db.server.ts";
import type { Period } from "#app/desk/insights/period.ts";
import type { Begun } from "#app/desk/insights/volume-of.ts";

/** Every conversation is counted, from the index alone; spam and automatic mail are not. `language`: `""` where it is not known. */
export function readVolume(tx: Tx, shopId: string, { before, now, starts }: Period): Promise<Begun[]> {
  return tx.$queryRaw<Begun[]>`
    SELECT width_bucket(created_at, ${starts}::timestamptz[]) - 1 AS day, channel,
      split_part(lower(coalesce(language, '')), '-', 1) AS language, count(*)::int AS count
    FROM conversations
    WHERE shop_id = ${shopId} AND NOT unsent AND parent_id IS NULL AND created_at >= ${before.start} AND created_at < ${now.end}
      AND status <> 'spam' AND intent IS DISTINCT FROM 'spam_or_auto'
    GROUP BY 1, 2, 3`;
}
