import type { OutreachStage } from "#app/care/decide/outreach.ts";
import type { IssueKind, Severity, Stake } from "#app/care/detect/issue.ts";
import { nameFormat } from "#app/words/format.ts";
import { sayCode, type Say } from "#app/words/say.ts";

/** The kinds in the order of an order's life, for settings and filters. */
export const KIND_GROUPS: readonly { group: "before" | "underway" | "money"; kinds: readonly IssueKind[] }[] =
  [
    {
      group: "before",
      kinds: ["payment_pending", "bad_address", "placed_twice", "unfulfilled", "preorder_slipped"],
    },
    {
      group: "underway",
      kinds: [
        "not_picked_up",
        "partly_shipped",
        "stalled",
        "past_estimate",
        "needed_by_at_risk",
        "delivery_failed",
        "carrier_exception",
        "delivered_oddly",
      ],
    },
    {
      group: "money",
      kinds: ["cancelled_unsaid", "refund_not_executed", "return_unsettled"],
    },
  ];

export const kindGroupLabel = (say: Say, group: (typeof KIND_GROUPS)[number]["group"]) =>
  say(`issueKindGroup.${group}`);

/** What is wrong, as a merchant says it. */
export const issueKindLabel = (say: Say, code: string) => sayCode(say, "issueKind", code);
/** What each looks for, in a sentence: for who decides whether to be told of it. */
export const looksForLabel = (say: Say, kind: IssueKind) => say(`issueKindLooksFor.${kind}`);
export const severityLabel = (say: Say, severity: Severity) => say(`severity.${severity}`);
export const stakeLabel = (say: Say, stake: Stake) => say(`stake.${stake}`);
export const stageLabel = (say: Say, stage: OutreachStage) => say(`outreachStage.${stage}`);

const HOUR_MS = 3_600_000;

/** A stretch of time in milliseconds as people say it: "18 hours", "4 days". */
export function spanLabel(say: Say, ms: number): string {
  const hours = Math.max(1, Math.round(ms / HOUR_MS));
  return hours < 48
    ? say("time.hours", { count: hours })
    : say("time.days", { count: Math.round(hours / 24) });
}

/** `DE` → `Germany`. */
export function regionLabel(say: Say, code: string): string {
  try {
    return nameFormat(say, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
