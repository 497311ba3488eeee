import type { Difference, Known } from "#app/care/learn/always-valid.ts";
import type { HoldOutOutcome } from "#app/care/learn/hold-out-results.server.ts";

/** What may follow a problem. `better`: whether more of it or less of it is to be wished for. */
export const FOLLOWS: Record<HoldOutOutcome, { label: string; better: "less" | "more" }> = {
  contact: { label: "Asked within 14 days", better: "less" },
  refund: { label: "Paid back within 60 days", better: "less" },
  chargeback: { label: "Charged back within 90 days", better: "less" },
  repeat_60: { label: "Bought again within 60 days", better: "more" },
  repeat_90: { label: "Bought again within 90 days", better: "more" },
  unhappy_contact: { label: "Unhappy when they asked", better: "less" },
};

type Counts = { n: number; k: number };

/** "12 of 180 (6.7%)" */
export function countLabel({ n, k }: Counts): string {
  if (n === 0) return "nobody yet";
  return `${k.toLocaleString("en")} of ${n.toLocaleString("en")} (${shareLabel({ n, k })})`;
}

export const shareLabel = ({ n, k }: Counts) =>
  n === 0 ? "" : `${(Math.round((1000 * k) / n) / 10).toLocaleString("en")}%`;

/** What is known of a difference: a verdict in a word or two, and the interval it rests on. */
export function verdict(given: { outcome: HoldOutOutcome; difference: Difference; known: Known }): {
  says: "not_yet" | "helps" | "does_not_help";
  label: string;
} {
  const { outcome, known } = given;
  if (known === "not_yet") return { says: "not_yet", label: "Not yet known" };
  const helps = (known === "fewer") === (FOLLOWS[outcome].better === "less");
  return helps
    ? { says: "helps", label: "Writing helps" }
    : { says: "does_not_help", label: "Writing does not help" };
}

/** "between 3 and 18.2 percentage points less often", "between 12 points less and 3 points more often" */
export function intervalLabel({ low, high }: Difference): string {
  if (high <= 0) return `between ${points(high)} and ${points(low)} percentage points less often`;
  if (low >= 0) return `between ${points(low)} and ${points(high)} percentage points more often`;
  return `between ${points(low)} percentage points less and ${points(high)} more often`;
}

const points = (share: number) => Math.abs(Math.round(share * 1000) / 10).toLocaleString("en");
