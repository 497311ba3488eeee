import { keepLevels } from "#app/care/triage/keep-levels.server.ts";
import { emitAll } from "#app/emit.server.ts";
import type { Handler } from "#app/job.ts";
import { seconds } from "#app/lib/duration.ts";

/** Conversations in one transaction. */
const BATCH = 100;
/** Then the shop hands on to itself, so that every other shop has its turn before. */
const SLICE = seconds(4);

/**
 * Looks at the clocks of conversations whose time has come, or of which something changed: until none is due, or the shop has had its
 * share. What somebody is at is left for the next time.
 */
export const watchLevels: Handler<"watchLevels"> = async (ports, run) => {
  const { shopId } = run;
  const until = performance.now() + SLICE;
  const sum = { looked: 0, warned: 0, missed: 0 };
  for (;;) {
    const kept = await run.inShop((tx) => keepLevels(tx, { shopId, now: ports.now(), most: BATCH }));
    sum.looked += kept.looked;
    sum.warned += kept.warned;
    sum.missed += kept.missed;
    if (kept.looked === 0 || kept.due < BATCH) break;
    if (performance.now() < until && !run.signal.aborted) continue;
    await run.inShopSql((sql) => emitAll(sql, [{ event: "levels-to-look-at", data: { shopId } }]));
    break;
  }
  return `looked at ${sum.looked} conversations: warned of ${sum.warned}, missed ${sum.missed}`;
};
