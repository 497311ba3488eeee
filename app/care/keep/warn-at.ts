import { dayOf, hourOf, lastBusinessDay } from "#app/care/keep/due-day.ts";
import type { Calendar } from "#app/care/triage/business-time.ts";
import { hours } from "#app/lib/duration.ts";

/** When the team's working day begins: what breaks today is seen first thing. */
const MORNING = 9;
/** Less is too little to do anything about it. */
const LEAST = hours(4);

/**
 * When a promise is to be warned of: on the morning of the day it is due, and on the last working day before a weekend, four hours
 * ahead at least. What is due sooner than that is warned of half way.
 */
export function warnAt(
  promise: { madeAt: Date; dueAt: Date; calendar?: Calendar | undefined },
  timeZone: string,
): Date {
  const { madeAt, dueAt } = promise;
  const morning = hourOf(lastBusinessDay(dayOf(dueAt, timeZone), promise.calendar), MORNING, timeZone);
  const latest = dueAt.getTime() - LEAST;
  const at = Math.min(morning?.getTime() ?? latest, latest);
  return new Date(at > madeAt.getTime() ? at : (madeAt.getTime() + dueAt.getTime()) / 2);
}
