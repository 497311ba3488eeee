import { minutes, seconds, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import type { Now } from "#app/ports.ts";
import { systemPool } from "#app/system-db.server.ts";

const EVERY = minutes(1);
/** After no answer. */
const SOON = seconds(1);
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
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const keep = async () => {
    const known = await compareClocks();
    if (!stopped) timer = setTimeout(() => void keep(), known ? EVERY : SOON).unref();
  };
  await keep();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Answers whether the database did. Never throws. */
async function compareClocks(): Promise<boolean> {
  try {
    const { at, asked, answered } = await askTime();
    ahead = Math.round(at - (asked + answered) / 2);
    if (Math.abs(ahead) > WORTH_SAYING)
      logger.warn({ milliseconds: ahead }, "this machine's clock differs from the database's");
    return true;
  } catch (err) {
    logger.warn({ err }, "the database's time is not known");
    return false;
  }
}

/** On a connection that is there already: to open one takes longer than the answer. */
async function askTime(): Promise<{ at: number; asked: number; answered: number }> {
  const client = await systemPool.connect();
  try {
    const asked = Date.now();
    const { rows } = await client.query<{ at: number }>(TIME);
    const answered = Date.now();
    const [row] = rows;
    if (!row) throw new Error("The database did not say what time it is");
    client.release();
    return { at: row.at, asked, answered };
  } catch (error) {
    client.release(true); // an answer may still come to it
    throw error;
  }
}

const TIME = {
  text: "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at",
  query_timeout: SLOWEST_ANSWER,
};
