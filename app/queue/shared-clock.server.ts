import { minutes, seconds, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import type { Now } from "#app/ports.ts";
import { systemPool } from "#app/system-db.server.ts";

const EVERY = minutes(1);
/** A slower answer tells too little of when it was given. */
const SLOWEST_ANSWER = seconds(1);
const WORTH_SAYING = seconds(2);

let ahead: Duration = 0;

/**
 * The database's time. When a read of Shopify began is the version of what has none of its own (a return, say), so two workers
 * whose clocks are minutes apart would shut out each other's newer reads.
 */
export const sharedNow: Now = () => new Date(Date.now() + ahead);

/** Asks the database for its time, now and every minute, until stopped. Without an answer the last known difference holds. */
export async function startKeepingTime(): Promise<{ stop: () => void }> {
  await compareClocks();
  const timer = setInterval(() => void compareClocks(), EVERY);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

async function compareClocks(): Promise<void> {
  try {
    const asked = Date.now();
    const { rows } = await systemPool.query<{ at: number }>(
      "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at",
    );
    const answered = Date.now();
    const [row] = rows;
    if (!row || answered - asked > SLOWEST_ANSWER) return;
    ahead = Math.round(row.at - (asked + answered) / 2);
    if (Math.abs(ahead) > WORTH_SAYING)
      logger.warn({ milliseconds: ahead }, "this machine's clock differs from the database's");
  } catch (err) {
    logger.warn({ err }, "the database's time is not known");
  }
}
