import { minutes } from "#app/lib/duration.ts";

/** Who writes again this soon is still saying the same thing. */
const SAME_BREATH = minutes(5);
/** Long enough for one more message, and little for somebody who waits for an answer. */
const QUIET = minutes(1);

/**
 * When to answer a message that follows another one within minutes: once its writer has been quiet for a while, so that what comes
 * after it is answered with it. Null where it stands for itself: a first message is answered at once.
 */
export function answerOnceQuiet({
  at,
  before,
  now,
}: {
  at: Date;
  before: Date | null;
  now: Date;
}): Date | null {
  const follows = before !== null && Math.abs(at.getTime() - before.getTime()) <= SAME_BREATH;
  return follows ? new Date(now.getTime() + QUIET) : null;
}
