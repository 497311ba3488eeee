const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next attempt, in milliseconds, after so many that failed in a row: twice as long each time, and never
 * the same for two screens, since all of a process lose it at once. `chance`: 0 to 1.
 */
export function waitBeforeAttempt(failures: number, chance: number): number {
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  return most * (0.5 + chance / 2);
}
