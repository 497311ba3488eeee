import { setTimeout as sleep } from "node:timers/promises";
import type { Duration } from "#app/lib/duration.ts";

/** The handlers that have not ended, those among them that nobody waits for any more. */
export type UnderWay = {
  add: (handling: Promise<unknown>) => void;
  /** Waits until all have ended, however they do; at most so long. */
  ended: (within: Duration) => Promise<void>;
};

export function makeUnderWay(): UnderWay {
  const all = new Set<Promise<unknown>>();
  return {
    add: (handling) => {
      const over = () => void all.delete(handling);
      all.add(handling);
      handling.then(over, over);
    },
    ended: async (within) => {
      const enough = new AbortController();
      const limit = sleep(within, null, { signal: enough.signal }).catch(() => null);
      await Promise.race([Promise.allSettled(all), limit]);
      enough.abort();
    },
  };
}
