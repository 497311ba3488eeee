import type { Duration } from "#app/lib/duration.ts";
import { FEWEST } from "./share.ts";

/** A quantile of so many times, in milliseconds; null where there are too few. A bound is null where so few tell of none. */
export type Quantile = { n: number; value: Duration | null; low: Duration | null; high: Duration | null };

const TAIL = 0.025;

/**
 * A quantile (0.5: the median) with an interval that holds with at least 95 % whatever the times are spread like: between the two of
 * the ordered values that the binomial distribution names. H. A. David, H. N. Nagaraja (2003), Order Statistics, 3rd ed., section 7.1;
 * G. J. Hahn, W. Q. Meeker (1991), Statistical Intervals, section 5.2.
 */
export function quantileOf(values: readonly Duration[], share: number): Quantile {
  const n = values.length;
  if (n < FEWEST) return { n, value: null, low: null, high: null };
  const sorted = values.toSorted((one, other) => one - other);
  const { below, above } = ranksOf(n, share);
  return { n, value: at(sorted, share), low: sorted[below - 1] ?? null, high: sorted[above - 1] ?? null };
}

/** Between the two values nearest to it, as spreadsheets and PostgreSQL's percentile_cont do. */
function at(sorted: readonly Duration[], share: number): Duration {
  const place = share * (sorted.length - 1);
  const [low = 0, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

/**
 * The largest rank that with 97.5 % is not above the quantile, and the smallest that is not below it, counted from one. How many of n
 * values lie below it is binomial.
 */
function ranksOf(n: number, share: number): { below: number; above: number } {
  let [below, above] = [0, n + 1];
  let chance = 0;
  let log = n * Math.log1p(-share); // of none of them
  for (let count = 0; count < n; count += 1) {
    chance += Math.exp(log); // that at most `count` lie below
    if (chance <= TAIL) below = count + 1;
    if (chance >= 1 - TAIL && above > n) above = count + 1;
    log += Math.log((n - count) / (count + 1)) + Math.log(share / (1 - share));
  }
  return { below, above };
}
