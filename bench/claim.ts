/** The middle of an odd number of values, else the upper of the two middle ones. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The value that so large a share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Prints one claim: what was measured, what it was to be, and whether it is. */
export function claim(what: string, measured: number, goal: { atLeast: number } | { atMost: number }): void {
  const met = "atLeast" in goal ? measured >= goal.atLeast : measured <= goal.atMost;
  const limit = "atLeast" in goal ? `at least ${goal.atLeast}` : `at most ${goal.atMost}`;
  console.log(`${what}: ${measured.toFixed(2)} (goal: ${limit}): ${met ? "met" : "NOT MET"}`);
  if (!met) process.exitCode = 1;
}

/** How a cost grows with the size it was measured at: the slope in a log-log plot; 0 is constant, 1 in proportion. */
export function slope(points: readonly { size: number; cost: number }[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(logs.map((point) => point.x)), mean(logs.map((point) => point.y))];
  const rise = logs.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  const run = logs.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  return rise / run;
}
