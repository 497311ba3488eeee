import { openBetween, type Calendar } from "#app/care/triage/business-time.ts";
import type { Duration } from "#app/lib/duration.ts";

/**
 * How much business time passes between two instants of a period, as `businessTimeBetween` says it. The period's opening hours are summed
 * once, so that thousands of times cost a look each.
 */
export function businessClock(
  calendar: Calendar,
  { from, to }: { from: Date; to: Date },
): (one: Date, other: Date) => Duration {
  const spans: { from: number; to: number; before: Duration }[] = [];
  let passed = 0;
  for (const open of openBetween(calendar, from, to)) {
    spans.push({ ...open, before: passed });
    passed += open.to - open.from;
  }
  const until = (at: number): Duration => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.from ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const last = spans[low - 1];
    return last ? last.before + Math.min(at, last.to) - last.from : 0;
  };
  return (one, other) => until(other.getTime()) - until(one.getTime());
}
