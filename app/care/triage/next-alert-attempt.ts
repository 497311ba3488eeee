import { minutes, seconds } from "#app/lib/duration.ts";

/** After the n-th attempt. Soon: what could not be told within minutes is told by the next round. */
const WAITS = [seconds(5), seconds(15), seconds(45), minutes(2), minutes(5)];

/** When an alert that could not be told is tried again; null when it was tried often enough. */
export function nextAlertAttempt(attempts: number, now: Date): Date | null {
  const wait = WAITS[Math.max(attempts, 1) - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}
