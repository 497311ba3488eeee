import { seconds, type Duration } from "#app/lib/duration.ts";

/**
 * What is believed of one shop's bucket of points (one bucket for the app in that shop, whoever asks). `available` is net of
 * what was reserved and not answered yet, so it may be below nothing: later questions queue behind earlier ones. Times are
 * milliseconds of a clock that nobody sets.
 */
export type Bucket = {
  available: number;
  /** Points a second. */
  restoreRate: number;
  maximum: number;
  at: number;
  /** Points of questions that are waiting or on their way. */
  reserved: number;
  /** Shopify asked for silence until then (Retry-After). */
  notBefore: number;
};

/** What an answer says of the bucket (`extensions.cost`). `requested` is what the question had to be able to pay. */
export type CostReport = {
  requested: number;
  actual: number | null;
  available: number;
  maximum: number;
  restoreRate: number;
};

/** Background work leaves a quarter of the bucket to people and webhooks. */
const LEFT_FOR_OTHERS = 0.25;

export function refilled(bucket: Bucket, now: number): Bucket {
  const passed = Math.max(0, now - bucket.at) / seconds(1);
  const full = bucket.maximum - bucket.reserved;
  return { ...bucket, available: Math.min(full, bucket.available + passed * bucket.restoreRate), at: now };
}

/** How long until `points` may be spent. A question dearer than the bucket waits until it is full, and lets Shopify decide. */
export function waitFor(
  bucket: Bucket,
  { points, now, background }: { points: number; now: number; background: boolean },
): Duration {
  const { available, maximum, restoreRate, notBefore } = refilled(bucket, now);
  const left = background ? Math.min(maximum * LEFT_FOR_OTHERS, Math.max(0, maximum - points)) : 0;
  const missing = Math.min(points + left, maximum) - available;
  const refill = missing > 0 && restoreRate > 0 ? Math.ceil(seconds(missing / restoreRate)) : 0;
  return Math.max(0, refill, notBefore - now);
}

export function reserve(bucket: Bucket, points: number, now: number): Bucket {
  const full = refilled(bucket, now);
  return { ...full, available: full.available - points, reserved: full.reserved + points };
}

/**
 * After an answer: the reservation ends, and what Shopify says counts, less what others have reserved (some of which it may
 * have counted already: then they wait a little longer than they must). Without a report nothing is known of what was spent.
 */
export function settle(
  bucket: Bucket | undefined,
  { points, report, now }: { points: number; report: CostReport | null; now: number },
): Bucket | undefined {
  const reserved = Math.max(0, (bucket?.reserved ?? 0) - points);
  if (report) {
    const { available, maximum, restoreRate } = report;
    const notBefore = bucket?.notBefore ?? 0;
    return { available: available - reserved, maximum, restoreRate, at: now, reserved, notBefore };
  }
  return bucket && { ...refilled(bucket, now), reserved };
}

/** A bucket nobody has told of: only that Shopify asked for silence is known. */
export function silentUntil(bucket: Bucket | undefined, until: number, now: number): Bucket {
  const known = bucket ?? { available: 0, maximum: 0, restoreRate: 0, at: now, reserved: 0, notBefore: 0 };
  return { ...known, notBefore: Math.max(known.notBefore, until) };
}
