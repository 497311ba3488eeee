import type { Duration } from "#app/lib/duration.ts";

type Open = { until: number; giveUp: () => void };

export type InTime = {
  /** Waits at most so long for `work`, and rejects then, after `giveUp`. The work itself goes on. */
  wait: <T>(work: Promise<T>, giveUp: () => void) => Promise<T>;
  /** How many are waited for. */
  waiting: () => number;
};

/** One deadline for many short works: one timer for all of them, which costs nothing while they are in time. */
export function makeInTime(within: Duration): InTime {
  const open = new Set<Open>(); // the oldest first, and so the first to be late
  let timer: NodeJS.Timeout | undefined;

  const giveUpTheLate = () => {
    timer = undefined;
    const now = performance.now();
    for (const one of open) {
      if (one.until > now) return look(one.until - now);
      open.delete(one);
      one.giveUp();
    }
  };
  const look = (after: Duration) => {
    timer ??= setTimeout(giveUpTheLate, after);
  };

  return {
    wait: (work, giveUp) =>
      new Promise((resolve, reject) => {
        const one: Open = {
          until: performance.now() + within,
          giveUp: () => {
            giveUp();
            reject(new TooLate(`No answer within ${within} ms`));
          },
        };
        open.add(one);
        look(within);
        work.then(
          (result) => {
            open.delete(one);
            resolve(result);
          },
          (error: unknown) => {
            open.delete(one);
            reject(error as Error);
          },
        );
      }),
    waiting: () => open.size,
  };
}

export class TooLate extends Error {
  override name = "TooLate";
}
