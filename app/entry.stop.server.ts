import { stopBeingReady } from "#app/health.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { closeDatabase } from "#app/system-db.server.ts";

/** A process manager waits thirty seconds before it kills. */
const STOP_WITHIN = seconds(29);

/**
 * Ends the process in order: once, on SIGTERM or SIGINT, by `drain`, then the database's connections. Exits 0. A surprise
 * that nobody caught is logged without what it quotes, and ends the process with 1: its manager starts a new one.
 */
export function onStop(drain: () => Promise<void>): void {
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    stopBeingReady();
    logger.info({ signal }, "stopping");
    setTimeout(() => {
      logger.error("could not stop in time");
      process.exit(1);
    }, STOP_WITHIN).unref();
    await drain();
    await closeDatabase();
    logger.info("stopped");
    process.exit(0);
  };
  process.on("uncaughtException", (err) => {
    logger.fatal({ err }, "a surprise that nobody caught");
    process.exit(1);
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
}
