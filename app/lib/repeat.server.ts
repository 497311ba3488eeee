import type { Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";

/**
 * Does a piece of work every so often until stopped, never twice at once: a round that takes longer than that skips the next. A round
 * that fails is logged with `failed`, and the next one tries again. `stop` aborts the signal and resolves when the round has ended.
 */
export function repeat(
  work: (signal: AbortSignal) => Promise<void>,
  { every, failed }: { every: Duration; failed: string },
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= work(stopping.signal)
      .catch((err: unknown) => logger.warn({ err }, failed))
      .finally(() => {
        running = null;
      });
  }, every);
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
