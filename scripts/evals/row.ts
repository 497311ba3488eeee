import { interval } from "../training/measures.ts";

/** One line of the table that `npm run eval` prints; `goal` where the project has set itself one. */
export type Row = { name: string; value: string; n: number; interval?: [number, number]; goal?: string };

/** The share of trues, with Wilson's 95 % interval; `–` when there is nothing to count. */
export function shareRow(name: string, verdicts: readonly boolean[]): Row {
  const n = verdicts.length;
  if (n === 0) return { name, value: "–", n };
  const hits = verdicts.filter(Boolean).length;
  const [low, high] = interval(hits, n);
  return { name, value: (hits / n).toFixed(3), n, interval: [Math.max(0, low), Math.min(1, high)] };
}

/** The rows as aligned columns; goals only where a table has any. */
export function formatRows(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const goals = rows.some(({ goal }) => goal !== undefined);
  const head = `${"measure".padEnd(width)}  value   n      95 % interval${goals ? "  goal" : ""}`;
  const lines = rows.map(({ name, value, n, interval: range, goal = "" }) => {
    const between = range ? `${range[0].toFixed(3)}–${range[1].toFixed(3)}` : "";
    const cells = `${name.padEnd(width)}  ${value.padEnd(6)}  ${String(n).padEnd(5)}  `;
    return `${cells}${goals ? `${between.padEnd(13)}  ${goal}` : between}`.trimEnd();
  });
  return [head, ...lines].join("\n");
}
