import type { Duration } from "#app/lib/duration.ts";

type Open = { until: number; giveUp: () => void };

export type InTime<T> = {
  /** What `work` gives, or `instead` when that takes too long; `leave` is called then. The work itself goes on. */
  wait: (work: Promise<T>, leave: () => void) => Promise<T>;
  /** How many are waited for. */
  waiting: () => number;
};

/**
 * One deadline for many short works, with one timer for all of them, which costs nothing while they are in time. `tell` says
 * how many were too late together.
 */
export function makeInTime<T>(given: {
  within: Duration;
  instead: T;
  tell: (late: number) => void;
}): InTime<T> {
  const open = new Set<Open>(); // the oldest first, and so the first to be late
  let timer: NodeJS.Timeout | undefined;

  const look = (after: Duration) => {
    timer ??= setTimeout(giveUpTheLate, after);
  };
  const giveUpTheLate = () => {
    timer = undefined;
    const now = performance.now();
    let late = 0;
    for (const one of open) {
      if (one.until > now) {
        look(one.until - now);
        break;
      }
      open.delete(one);
      one.giveUp();
      late += 1;
    }
    if (late > 0) given.tell(late);
  };

  return {
    wait: (work, leave) =>
      new Promise((resolve, reject) => {
        const giveUp = () => {
          leave();
          resolve(given.instead);
        };
        const one = { until: performance.now() + given.within, giveUp };
        open.add(one);
        look(given.within);
        work.finally(() => open.delete(one)).then(resolve, reject);
      }),
    waiting: () => open.size,
  };
}
