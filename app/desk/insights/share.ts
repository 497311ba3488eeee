import type { Counts } from "#app/care/learn/always-valid.ts";

/** Of fewer than this no share and no median is shown: the interval would span most of what is possible. */
export const FEWEST = 10;

/** How many of how many, and between what the share lies with 95 %; null where there are fewer than `FEWEST`. */
export type Share = Counts & { share: number | null; low: number | null; high: number | null };

/** Percentage points as parts of one, now less before, with 95 %. */
export type ShareChange = { by: number; low: number; high: number };

/** The two-sided quantile of the normal distribution at 95 %. */
const Z = 1.959_963_984_540_054;

/**
 * A share with Wilson's score interval, which holds for few and for shares near none and all, where the usual one does not. E. B. Wilson
 * (1927), J. Am. Stat. Assoc. 22; recommended by L. D. Brown, T. T. Cai, A. DasGupta (2001), Statistical Science 16(2).
 */
export function shareOf(k: number, n: number): Share {
  if (n < FEWEST) return { k, n, share: null, low: null, high: null };
  const p = k / n;
  const scale = 1 + (Z * Z) / n;
  const middle = (p + (Z * Z) / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  // At none and all the bound is the end itself, but for rounding.
  return {
    ...{ k, n, share: p },
    low: k === 0 ? 0 : Math.max(0, middle - half),
    high: k === n ? 1 : Math.min(1, middle + half),
  };
}

/**
 * How a share differs from that of the period before; null where either is not shown. Of both Wilson intervals: R. G. Newcombe (1998),
 * Statistics in Medicine 17, 873–890, method 10.
 */
export function changeOf(now: Share, before: Share): ShareChange | null {
  const [one, other] = [bounds(now), bounds(before)];
  if (!one || !other) return null;
  const by = one.share - other.share;
  return {
    by,
    low: by - Math.hypot(one.share - one.low, other.high - other.share),
    high: by + Math.hypot(one.high - one.share, other.share - other.low),
  };
}

const bounds = ({ share, low, high }: Share) =>
  share === null || low === null || high === null ? null : { share, low, high };
