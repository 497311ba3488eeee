import { minutes, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { repeat } from "#app/lib/repeat.server.ts";
import type { Now } from "#app/ports.ts";
import { clearEmotions, type Place, type Unreadable } from "#app/privacy/clear-emotions.server.ts";
import { systemPool } from "#app/system-db.server.ts";

type Rounds = {
  /** Rows it was said of before that they cannot be opened: once is enough. */
  told?: Set<string>;
  signal?: AbortSignal;
};
type Due = { shopId: string; after: Place | null };

/**
 * Takes the emotion out of every reading whose time is over, out of the drafts that were made from it, and out of conversations
 * that say nothing newer, whose priority it raised; what a model and a person said the emotion was goes with it. The rest of a reading stays. Goes round the
 * shops until nothing is due or it is stopped: one that has much to be rid of delays no other. What cannot be opened is left, and
 * tried again the next time. Any number of processes may. Answers how many readings were cleared.
 */
export async function expireEmotions(at: Date, { told, signal }: Rounds = {}): Promise<number> {
  let cleared = 0;
  for (let round = await shopsDue(at); round.length > 0;) {
    const again: Due[] = [];
    for (const { shopId, after } of round) {
      if (signal?.aborted) return cleared;
      const onUnreadable = (err: unknown, row: Unreadable) => {
        const [id = ""] = Object.values(row);
        if (told?.has(id)) return;
        told?.add(id);
        logger.warn({ err, shopId, ...row }, "a row about an expired emotion cannot be opened");
      };
      try {
        const done = await clearEmotions(shopId, { at, after, onUnreadable });
        cleared += done.cleared;
        if (done.next) again.push({ shopId, after: done.next });
      } catch (err) {
        logger.warn({ err, shopId }, "expired emotions were not taken out");
      }
    }
    round = again;
  }
  return cleared;
}

/** One look into an index for each shop: however many readings are due, it costs the same. */
async function shopsDue(at: Date): Promise<Due[]> {
  const { rows } = await systemPool.query<{ id: string }>({
    name: "emotions-due",
    text: `SELECT shops.id FROM shops CROSS JOIN LATERAL (
             SELECT 1 FROM readings WHERE shop_id = shops.id AND cleared_at IS NULL AND expires_at <= $1 LIMIT 1) AS due`,
    values: [at],
  });
  return rows.map(({ id }) => ({ shopId: id, after: null }));
}

/** Looks until stopped. */
export function startExpiring(
  { now }: { now: Now },
  every: Duration = minutes(1),
): { stop: () => Promise<void> } {
  const told = new Set<string>();
  const once = async (signal: AbortSignal) => {
    const cleared = await expireEmotions(now(), { told, signal });
    if (cleared > 0) logger.info({ cleared }, "expired emotions were taken out");
  };
  return repeat(once, { every, failed: "expired emotions were not looked for" });
}
