import type { AroundText } from "#app/care/review/around-text.ts";
import type { OutreachStage, OutreachState, Reason, Worded } from "#app/care/decide/outreach.ts";
import type { Draft } from "#app/care/draft/draft.ts";
import type { Evidence, IssueKind, Severity, Stake } from "#app/care/detect/issue.ts";
import type { ShownDelivery, ShownOrder } from "#app/desk/shapes.ts";

/** What was decided to say of an issue, as the screens show it. */
export type ShownOutreach = {
  id: string;
  stage: OutreachStage;
  state: OutreachState;
  reasons: Reason[];
  notBefore: string | null;
  lookAt: string | null;
  changedAt: string;
};

export type IssueSummary = {
  id: string;
  kind: IssueKind;
  severity: Severity;
  status: string;
  order: { id: string; name: string };
  shopper: string;
  shopperZone: string | null;
  knownSince: string;
  parcel: { carrier: string | null; number: string | null } | null;
  incidentId: string | null;
  snoozedUntil: string | null;
  outreach: ShownOutreach | null;
};

/** Many open issues of one kind with one cause, as one finding. */
export type IncidentSummary = {
  id: string;
  kind: IssueKind;
  /** carrier | hub | product | location */
  cause: string;
  /** What they have in common, in words: "DHL, Leipzig". */
  place: string;
  /** The same of a carrier on the way to one country. */
  toward: { carrier: string; country: string } | null;
  /** The highest of its members. */
  severity: Severity;
  orders: number;
  /** Drafts of its members that wait for a person. */
  waiting: number;
  openedAt: string;
  state: string;
};

/** One order of an incident, with the message that would go to its shopper. */
export type IncidentMember = {
  issueId: string;
  order: { id: string; name: string };
  shopper: string;
  shopperZone: string | null;
  severity: Severity;
  outreach: ShownOutreach | null;
  /** What waits for a person, or was sent. */
  message: { subject: string; draft: Draft } | null;
};

export type IncidentDetail = IncidentSummary & {
  members: IncidentMember[];
  nextCursor: string | null;
  /** The messages that wait for a person: on all pages. */
  toApprove: BulkMessage[];
};

/** A message to approve: of which issue, and the draft that was read. */
export type BulkMessage = { issueId: string; draftId: string };

/** What would become of messages if they were approved now. */
export type BulkPlan = {
  now: number;
  /** After quiet hours; when the last of them leaves. */
  later: { count: number; until: string } | null;
  /** Which cannot be approved now, and why. */
  blocked: ({ issueId: string; order: string } & NotApproved)[];
};

/** Why a message was not approved, or would not be: a code, or what speaks against telling it. */
export type NotApproved =
  | { because: "already" | "stale" | "blocked" | "noAddressLeft" | "notWritable" | "not_found" }
  | { because: "unwanted"; said: Worded };

/** What became of one message. */
export type BulkOutcome = { issueId: string; order: string } & (
  | { outcome: "approved"; notBefore: string | null }
  | { outcome: "already_approved" }
  | ({ outcome: "not_approved" } & NotApproved)
);

/** Everything about one issue. */
export type IssueDetail = IssueSummary & {
  stakes: Stake[];
  evidence: Evidence[];
  openedAt: string;
  resolvedAt: string | null;
  /** records | never_was | staff:<id> */
  resolvedBy: string | null;
  conversationId: string | null;
  customer: { name: string; email: string; language: string | null };
  shownOrder: ShownOrder;
  /** Other issues of the same order, open first. */
  others: IssueSummary[];
  draft: Draft | null;
  /** Of one that was approved: what stands around its text in the mail. */
  around: AroundText | null;
  delivery: ShownDelivery | null;
};
