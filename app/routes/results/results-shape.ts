import type { IssueKind } from "#app/care/detect/issue.ts";

/** What may follow a problem. `better`: whether more of it or less of it is to be wished for. */
export const FOLLOWS = {
  contact: { label: "Asked within 14 days", better: "less" },
  refund: { label: "Wanted their money back", better: "less" },
  chargeback: { label: "Disputed the payment", better: "less" },
  again60: { label: "Bought again within 60 days", better: "more" },
  again90: { label: "Bought again within 90 days", better: "more" },
  upset: { label: "Upset when they wrote next", better: "less" },
} as const;
export type Follows = keyof typeof FOLLOWS;

/** So many of so many. */
export type Count = { part: number; whole: number };

/** One outcome in both arms; the difference is that of the shares, written less held back, -1 to 1. */
export type ShownComparison = {
  follows: Follows;
  written: Count;
  heldOut: Count;
  difference: { from: number; to: number } | null;
};

export type ShownResults = {
  /** Null: all kinds together. */
  kind: IssueKind | null;
  comparisons: ShownComparison[];
};

const points = (share: number) => Math.abs(Math.round(share * 1000) / 10).toLocaleString("en");

/** What is known of a difference, in words: nothing as long as none is as likely as any. */
export function verdict({ follows, difference }: Pick<ShownComparison, "follows" | "difference">): {
  known: boolean;
  helps: boolean;
  text: string;
} {
  if (!difference || (difference.from <= 0 && difference.to >= 0))
    return { known: false, helps: false, text: "Not yet known" };
  const fewer = difference.to < 0;
  const [near, far] = fewer ? [difference.to, difference.from] : [difference.from, difference.to];
  const helps = fewer === (FOLLOWS[follows].better === "less");
  return {
    known: true,
    helps,
    text: `${points(near)} to ${points(far)} percentage points ${fewer ? "less" : "more"} often when written to`,
  };
}

/** "12 of 180 (6.7%)" */
export function countLabel({ part, whole }: Count): string {
  if (whole === 0) return "nobody yet";
  return `${part.toLocaleString("en")} of ${whole.toLocaleString("en")} (${shareLabel({ part, whole })})`;
}

export const shareLabel = ({ part, whole }: Count) =>
  whole === 0 ? "" : `${(Math.round((1000 * part) / whole) / 10).toLocaleString("en")}%`;
