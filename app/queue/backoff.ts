import { hours, seconds, type Duration } from "#app/lib/duration.ts";

/** Claims of one job before it is set aside: about five hours of trying, so that an outage of a neighbour does not cost work. */
export const MOST_ATTEMPTS = 15;

/**
 * How long to wait after the n-th failed attempt (n from 1): doubling from two seconds up to an hour. `random` in [0, 1)
 * spreads it over its upper half, so that jobs which failed together do not come back together.
 */
export function backoff(attempts: number, random: number): Duration {
  const full = Math.min(seconds(2) * 2 ** (Math.max(1, attempts) - 1), hours(1));
  return Math.round(full / 2 + (full / 2) * random);
}

/**
 * How long a job waits that came in a batch which failed: most of them are innocent and succeed at once. Up to a second, so
 * that they do not all come at the same moment.
 */
export function aloneSoon(random: number): Duration {
  return Math.round(seconds(1) * random);
}
