import { stopBeingReady } from "#app/health.server.ts";
import { withinDeadline } from "#app/ingest/within-deadline.server.ts";
import { seconds, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { closeDatabase } from "#app/system-db.server.ts";
import type { Tracing } from "#app/tracing.server.ts";

/** A process manager waits thirty seconds before it kills. */
const STOP_WITHIN = seconds(29);
/** What runs may take so long to end, notice included: connections and traces want some of the time too. */
export const DRAIN_WITHIN = seconds(20);
const CLOSE_WITHIN = seconds(3);

type Stop = {
  /** How long the process serves on although it is not ready any more. */
  notice?: Duration;
  drain: () => Promise<void>;
  tracing: Tracing;
};

/**
 * Ends the process in order: once, on SIGTERM or SIGINT: not ready, `notice`, `drain`, the last traces, the database's
 * connections. Exits 0. A surprise that nobody caught is logged without what it quotes, and ends the process with 1: its
 * manager starts a new one.
 */
export function onStop({ notice = 0, drain, tracing }: Stop): void {
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    stopBeingReady();
    logger.info({ signal, notice }, "stopping");
    setTimeout(() => {
      logger.error("could not stop in time");
      process.exit(1);
    }, STOP_WITHIN).unref();
    await new Promise((resolve) => setTimeout(resolve, notice));
    await drain();
    await tracing.flush();
    // What was acknowledged is committed: a connection that hangs is no reason to wait.
    await withinDeadline(closeDatabase(), CLOSE_WITHIN).catch((err: unknown) =>
      logger.warn({ err }, "the database's connections did not close"),
    );
    logger.info("stopped");
    process.exit(0);
  };
  process.on("uncaughtException", (err) => {
    logger.fatal({ err }, "a surprise that nobody caught");
    process.exit(1);
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
}
