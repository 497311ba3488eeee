/**
 * The only way a rule asks what time it is. What a rule finds can change by silence alone at the times it asked for and no others,
 * so the earliest of them that is still to come is when to look again.
 */
export type WatchClock = {
  /** Whether a time, in epoch milliseconds, has come; one that is not known never does. */
  passed: (at: number) => boolean;
  /** The earliest time asked for that has not come; null: looking again finds the same. */
  next: () => Date | null;
};

export function watchClock(now: Date): WatchClock {
  const present = now.getTime();
  let next = Number.POSITIVE_INFINITY;
  return {
    passed(at) {
      if (at <= present) return true;
      // A timer has whole milliseconds: one that is cut off would ring too soon.
      if (at < next) next = Math.ceil(at);
      return false;
    },
    next: () => (Number.isFinite(next) ? new Date(next) : null),
  };
}
