/** Of how many something happened. */
export type Counts = { n: number; k: number };

/** Proportions of the first less the second, -1 to 1. */
export type Difference = { estimate: number | null; low: number; high: number };

/**
 * What is known of a difference: `not_yet` while the interval includes zero, or either arm is small; `fewer`, `more`: in the first.
 */
export type Known = "not_yet" | "fewer" | "more";

/** Below this nobody should read a table, whatever its interval says. */
const SMALL = 30;
const ALPHA = 0.05;

/**
 * An always-valid interval for the difference of two proportions: it holds with 95 % at every moment at once, so that it may be looked at
 * each day, and the comparison ended when it says something. Method: Robbins' mixture of likelihood ratios for each arm, with a uniform
 * mixture, whose product is a test martingale of both; by Ville's inequality it exceeds 1/0.05 at the true pair at no time, but for one
 * comparison in twenty. The interval is made of the differences that some pair within that bound has. No approximation is made for
 * large numbers, so it holds from the first shopper on.
 *
 * H. Robbins (1970), Statistical Methods Related to the Law of the Iterated Logarithm, Ann. Math. Statist. 41(5). R. Johari, P. Koomen,
 * L. Pekelis, D. Walsh (2022), Always Valid Inference: Continuous Monitoring of A/B Tests, Operations Research 70(3). S. Howard,
 * A. Ramdas, J. McAuliffe, J. Sekhon (2021), Time-uniform, nonparametric, nonasymptotic confidence sequences, Ann. Statist. 49(2).
 */
export function differenceOf(first: Counts, second: Counts): Difference {
  const estimate = first.n > 0 && second.n > 0 ? first.k / first.n - second.k / second.n : null;
  const ruledOut = ruling(first, second);
  const middle = (first.n > 0 ? first.k / first.n : 0.5) - (second.n > 0 ? second.k / second.n : 0.5);
  return { estimate, low: endOf(ruledOut, middle, -1), high: endOf(ruledOut, middle, 1) };
}

/** Whether a difference is outside the interval of what was counted. */
export function ruling(first: Counts, second: Counts): (difference: number) => boolean {
  const [one, other] = [ratioOf(first), ratioOf(second)];
  return (difference) => leastEvidence(difference, one, other) >= BOUND;
}

export function knownOf(difference: Difference, arms: readonly Counts[]): Known {
  if (arms.some(({ n }) => n < SMALL)) return "not_yet";
  if (difference.high < 0) return "fewer";
  return difference.low > 0 ? "more" : "not_yet";
}

const BOUND = Math.log(1 / ALPHA);
/** The logarithm of zero is none: a proportion that is all but nothing stands for nothing. */
const TINY = 1e-12;
const STEPS = 40;

/** The logarithm of the mixture's likelihood over that of one proportion; convex in it. */
function ratioOf({ n, k }: Counts): (p: number) => number {
  // The uniform mixture's likelihood is a beta function: k! (n - k)! / (n + 1)!
  const mixture = lnFactorial(k) + lnFactorial(n - k) - lnFactorial(n + 1);
  return (p) => {
    const within = Math.min(1 - TINY, Math.max(TINY, p));
    return mixture - k * Math.log(within) - (n - k) * Math.log1p(-within);
  };
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The least evidence that any pair with this difference has against it. Both parts are convex, so is their sum: a golden section closes in. */
function leastEvidence(difference: number, one: (p: number) => number, other: (p: number) => number): number {
  const at = (p: number) => one(p + difference) + other(p);
  let [low, high] = [Math.max(0, -difference), Math.min(1, 1 - difference)];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [ofLeft, ofRight] = [at(left), at(right)];
  for (let step = 0; step < STEPS; step += 1) {
    if (ofLeft <= ofRight) {
      [high, right, ofRight] = [right, left, ofLeft];
      left = high - GOLDEN * (high - low);
      ofLeft = at(left);
    } else {
      [low, left, ofLeft] = [left, right, ofRight];
      right = low + GOLDEN * (high - low);
      ofRight = at(right);
    }
  }
  return Math.min(ofLeft, ofRight);
}

/** Where differences begin to be ruled out, from the estimate towards one end; rounded outwards. */
function endOf(ruledOut: (difference: number) => boolean, from: number, to: -1 | 1): number {
  if (!ruledOut(to)) return to;
  let [within, without] = [from, Number(to)];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (within + without) / 2;
    if (ruledOut(middle)) without = middle;
    else within = middle;
  }
  return without;
}

const known = [0, 0];

/** ln n!, summed once. */
function lnFactorial(n: number): number {
  for (let next = known.length; next <= n; next += 1) known.push((known[next - 1] ?? 0) + Math.log(next));
  return known[n] ?? 0;
}
