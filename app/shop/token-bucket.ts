import { seconds, type Duration } from "#app/lib/duration.ts";

/** The least recently used buckets go when there are more than this: memory stays bounded whoever asks. */
const MOST_BUCKETS = 10_000;

export type TakeToken = (
  key: string,
  now: Date,
) => { outcome: "allowed" } | { outcome: "limited"; retryAfter: Duration };

/** So many calls at once, and so many a second after that, for each key (a shop, an address). One process's own count. */
export function tokenBuckets({ burst, perSecond }: { burst: number; perSecond: number }): TakeToken {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (key, now) => {
    const at = now.getTime();
    const known = buckets.get(key) ?? { tokens: burst, at };
    const tokens = Math.min(burst, known.tokens + (Math.max(0, at - known.at) / seconds(1)) * perSecond);
    buckets.delete(key);
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    if (buckets.size > MOST_BUCKETS) buckets.delete(buckets.keys().next().value ?? key);
    if (tokens >= 1) return { outcome: "allowed" };
    return { outcome: "limited", retryAfter: Math.ceil(((1 - tokens) / perSecond) * seconds(1)) };
  };
}
