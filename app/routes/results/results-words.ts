import type { Difference, Known } from "#app/care/learn/always-valid.ts";
import type { HoldOutOutcome } from "#app/care/learn/hold-out-results.server.ts";
import { numberLabel } from "#app/components/labels.ts";
import { numberFormat } from "#app/words/format.ts";
import type { Say } from "#app/words/say.ts";

/** Of what may follow a problem, whether more of it or less of it is to be wished for. */
const BETTER: Record<HoldOutOutcome, "less" | "more"> = {
  contact: "less",
  refund: "less",
  chargeback: "less",
  repeat_60: "more",
  repeat_90: "more",
  unhappy_contact: "less",
};

export const followsLabel = (say: Say, outcome: HoldOutOutcome) => say(`results.follows.${outcome}`);

type Counts = { n: number; k: number };

/** "12 of 180 (6.7%)" */
export const countLabel = (say: Say, { n, k }: Counts): string =>
  n === 0 ? say("results.count.none") : say("results.count", { n, k, share: shareLabel(say, { n, k }) });

export const shareLabel = (say: Say, { n, k }: Counts) =>
  n === 0 ? "" : numberFormat(say, { style: "percent", maximumFractionDigits: 1 }).format(k / n);

/** What is known of a difference, in a word; `results.verdict` has the words. */
export function verdict(given: {
  outcome: HoldOutOutcome;
  known: Known;
}): "not_yet" | "helps" | "does_not_help" {
  const { outcome, known } = given;
  if (known === "not_yet") return "not_yet";
  return (known === "fewer") === (BETTER[outcome] === "less") ? "helps" : "does_not_help";
}

/** "between 3 and 18.2 percentage points less often", "between 12 percentage points less and 3 more often" */
export function intervalLabel(say: Say, { low, high }: Difference): string {
  const [from, to] = [points(say, low), points(say, high)];
  if (high <= 0) return say("results.interval.less", { low: to, high: from });
  if (low >= 0) return say("results.interval.more", { low: from, high: to });
  return say("results.interval.between", { low: from, high: to });
}

const points = (say: Say, share: number) => numberLabel(say, Math.abs(Math.round(share * 1000) / 10));
