/** From here on a Poisson distribution is a normal one, as far as its tail is asked for here. */
const NORMAL_FROM = 500;

/** The chance that something that happens `expected` times on average, each time on its own, happens so many times or more. */
export function chanceOfAtLeast(times: number, expected: number): number {
  if (times <= 0) return 1;
  if (expected >= NORMAL_FROM) return upperTail((times - 0.5 - expected) / Math.sqrt(expected));
  let term = Math.exp(-expected);
  let below = term;
  for (let count = 1; count < times; count += 1) {
    term *= expected / count;
    below += term;
  }
  return Math.max(0, 1 - below);
}

/** Of the standard normal distribution; Abramowitz and Stegun 26.2.17, right to 7.5e-8. */
function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
