import { z } from "zod";
import { minutes, seconds, type Duration } from "#app/lib/duration.ts";

/** When how much of a stage was done: lines of a bulk result, or records read one by one. Oldest first. */
export const paceSchema = z.array(z.object({ at: z.iso.datetime(), done: z.number().int() }));
export type Pace = z.infer<typeof paceSchema>;

/** Samples closer than this say little; older ones say how it was, not how it is. */
const APART = seconds(5);
const RECENT = minutes(2);
/** Less than this is no measurement. */
const ENOUGH = seconds(10);

/** The samples with one more; those that are no longer recent are let go. `now` never counts as before the last sample. */
export function notePace(pace: Pace, { done, now }: { done: number; now: Date }): Pace {
  const at = now.getTime();
  const recent = pace.filter((sample) => at - Date.parse(sample.at) <= RECENT && sample.done <= done);
  const before = recent.at(-2);
  // The newest sample moves along until it is far enough from the one before.
  const kept = before && at - Date.parse(before.at) < APART ? recent.slice(0, -1) : recent;
  return [...kept, { at: now.toISOString(), done }];
}

/**
 * Seconds until `total` is done, at the rate of the last two minutes; at least one. Null when nothing honest can be said: the
 * total is unknown or was passed, or too little was measured, or nothing has moved for so long that the rate is history.
 */
export function secondsLeft(
  pace: Pace,
  { total, now }: { total: number | null | undefined; now: Date },
): number | null {
  const [first, last] = [pace[0], pace.at(-1)];
  if (!first || !last || total === null || total === undefined) return null;
  const took: Duration = Date.parse(last.at) - Date.parse(first.at);
  const silent: Duration = Math.max(0, now.getTime() - Date.parse(last.at));
  const left = total - last.done;
  if (took < ENOUGH || last.done <= first.done || left <= 0 || silent > RECENT) return null;
  // A pause counts: what is put off or throttled is slower than while it runs.
  const perSecond = ((last.done - first.done) * seconds(1)) / (took + Math.max(0, silent - ENOUGH));
  return Math.max(1, Math.ceil(left / perSecond));
}
