import type { Say } from "#app/words/say.ts";

/** "about 3 minutes left": as exact as an estimate deserves. Empty when there is none. */
export function timeLeft(say: Say, seconds: number | null): string {
  if (seconds === null) return "";
  if (seconds < 45) return say("time.left.moment");
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return say("time.left.minutes", { count: minutes });
  return say("time.left.hours", { count: Math.round(minutes / 60) });
}
