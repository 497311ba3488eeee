import { hours, minutes, seconds } from "#app/lib/duration.ts";

/** After the n-th attempt. Soon at first (greylisting, a restart), then rarely: a day and a half in all. */
const WAITS = [
  seconds(10),
  seconds(30),
  minutes(2),
  minutes(10),
  minutes(30),
  hours(1),
  hours(2),
  hours(4),
  hours(8),
  hours(20),
];

/** When a mail that was put off is tried again; null when it was tried often enough and a person must know. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const wait = WAITS[Math.max(attempts, 1) - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}
