import type { OutreachStage, OutreachState } from "#app/care/decide/outreach.ts";
import type { IssueKind, IssueStatus, Severity, Stake } from "#app/care/detect/issue.ts";
import type { RiskFlag } from "#app/care/understand/reading.ts";
import type { OutreachSettings } from "#app/shop/outreach-settings.ts";

/** An issue as the decision knows it. */
export type DecidedIssue = {
  id: string;
  kind: IssueKind;
  /** Which parcel, refund or episode it is about. */
  subject: string;
  severity: Severity;
  status: IssueStatus;
  /** The earliest time at which the records showed it. */
  knownSince: Date;
  snoozedUntil: Date | null;
};

/** Another issue of the same order, and what was decided of it. */
export type OtherIssue = DecidedIssue & {
  outreaches: readonly { stage: OutreachStage; state: OutreachState; at: Date }[];
};

/** Which messages a shopper was not written at all, by chance. */
export type Arm = "written" | "held_out";

/**
 * All that a decision rests on, as plain data: the same gives the same answer. What somebody feels is not among it, so that no emotion
 * decides whether they are told something or what.
 */
export type Circumstances = {
  now: Date;
  shop: { uninstalled: boolean; installedAt: Date; settings: OutreachSettings };
  issue: DecidedIssue & { stakes: readonly Stake[] };
  stage: OutreachStage;
  /** When what this stage tells came to be: the problem, its change, its end. */
  newsAt: Date;
  order: {
    placedAt: Date;
    test: boolean;
    /** A chargeback or an inquiry of the bank is open. */
    disputed: boolean;
    /** It is needed by a day that the record names, however far off. Absent: not known. */
    dated?: boolean;
    /** ISO 3166 of the delivery address; null when it is not known. */
    country: string | null;
  };
  shopper: {
    /** An address that a mail can go to. */
    hasAddress: boolean;
    /** What stops mail to it. */
    suppressed: readonly ("all" | "outreach")[];
    redacted: boolean;
    /** The time zones they may be in, at least one. */
    zones: readonly string[];
    /** Of what they wrote lately. */
    riskFlags: readonly RiskFlag[];
  };
  /** What goes on between them and the shop about this order. */
  talk: {
    /** A message of theirs that nobody answered. */
    unanswered: boolean;
    /** A draft of a reply that waits for a person. */
    draftWaits: boolean;
    /** An approved reply that has not left, or may have. */
    replyUnderWay: boolean;
    /** When a person last answered them. */
    answeredAt: Date | null;
  };
  said: {
    /** When a reply told what this issue rests on, as it is still. */
    toldAt: Date | null;
    /** Until when a promise about the same matter runs that is open. */
    promisedUntil: Date | null;
    /** The same stage with the same news left before. */
    sameLeft: boolean;
  };
  others: readonly OtherIssue[];
  week: {
    /** When messages left to them unasked, in the last seven days. */
    left: readonly Date[];
    /** Those that are to be written, wait for a person or are about to leave. */
    underWay: number;
  };
  /** Where the shop holds some shoppers out: the arm of this one for this kind. */
  arm: Arm;
};

/** Kinds that tell of goods that have not left the shop: a person who waits for them may withdraw from the purchase. */
const NOT_SENT: ReadonlySet<IssueKind> = new Set([
  "unfulfilled",
  "preorder_slipped",
  "partly_shipped",
  "not_picked_up",
]);

/**
 * Whether the law may require a notice: in the US the seller tells of a delay in shipping and offers to cancel (16 CFR 435.2(b)). A
 * label is no shipment before the carrier has the parcel (16 CFR 435.1(e)). `unknown`: the country is not known.
 */
export function isDelayNotice(kind: IssueKind, country: string | null): "yes" | "no" | "unknown" {
  if (!NOT_SENT.has(kind)) return "no";
  if (country === null) return "unknown";
  return country.toUpperCase() === "US" ? "yes" : "no";
}
