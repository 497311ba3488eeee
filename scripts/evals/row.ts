import { interval } from "../training/measures.ts";

/** One line of the table that `npm run eval` prints. */
export type Row = { name: string; value: string; n: number; interval?: [number, number] };

/** The share of trues, with Wilson's 95 % interval; `–` when there is nothing to count. */
export function shareRow(name: string, verdicts: readonly boolean[]): Row {
  const n = verdicts.length;
  if (n === 0) return { name, value: "–", n };
  const hits = verdicts.filter(Boolean).length;
  const [low, high] = interval(hits, n);
  return { name, value: (hits / n).toFixed(3), n, interval: [Math.max(0, low), Math.min(1, high)] };
}
