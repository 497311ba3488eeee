import type { NoDraft } from "#app/care/draft/no-draft.ts";
import type { IssueKind, IssueStatus, Severity, Stake } from "#app/care/detect/issue.ts";
import type { Draft, Fact } from "#app/care/draft/draft.ts";
import type { CareEmotion, Intent, Reading } from "#app/care/understand/reading.ts";
import type { Direction, ThreadPoint } from "#app/care/understand/trajectory.ts";
import type { Outgoing } from "#app/desk/outgoing-shapes.ts";
import type { ShownShopper } from "#app/desk/shopper-shapes.ts";
import type { ShownOutreach } from "#app/desk/issue-shapes.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import type { BackfillProgress } from "#app/mirror/read-backfill.server.ts";
import type { MirrorHealth } from "#app/mirror/read-mirror-health.server.ts";

/**
 * What the screens and the JSON API show, in one shape for both. Fields may be added, never renamed. Times are ISO 8601 UTC,
 * ids strings, money `{ amount, currency }`.
 */
export const conversationStatuses = ["open", "waiting", "snoozed", "closed", "spam"] as const;
export type ConversationStatus = (typeof conversationStatuses)[number];

/** `id` is Shopify's, null while the writer is no customer of the shop. */
export type Shopper = { id: string | null; name: string; email: string };

export type ConversationSummary = {
  id: string;
  subject: string;
  customer: Shopper;
  status: string;
  priority: string;
  /** The best guess even when `unsure`; null until the message is read. */
  emotion: string | null;
  unsure: boolean;
  intent: string | null;
  language: string | null;
  /** The order it is most about. */
  order: { id: string; name: string } | null;
  updatedAt: string;
};

export type ShownAttachment = {
  id: string;
  name: string;
  mimeType: string;
  size: number;
  inline: boolean;
  /** Why the content is not kept. */
  withheld: string | null;
};

export type ShownMessage = {
  id: string;
  direction: "in" | "out";
  at: string;
  from: Mailbox;
  to: Mailbox[];
  cc: Mailbox[];
  subject: string;
  text: string;
  quoted: string;
  /** Sent by a machine (out of office, bounce, list): it is never answered. */
  automatic: boolean;
  /** It came with an HTML part, which the conversation screen can show. */
  formatted: boolean;
  /** How an outgoing message was made, as the shopper was told. */
  makerLine: string | null;
  /** What we wrote was for: reply | outreach | promise_at_risk | correction | code; null of what others wrote. */
  purpose: string | null;
  /** Who of the team had it sent; `name` null: nobody knows their name any more. Null of what nobody of the team did. */
  sentBy: { id: string; name: string | null } | null;
  attachments: ShownAttachment[];
};

export type ShownDelivery = {
  id: string;
  key: string;
  /** What left: a reply, or the code that a reply asks for. */
  purpose: string;
  /** What it was drafted as; null of what nobody drafted. */
  draftId: string | null;
  status: string;
  /** The mail's Message-ID in its angle brackets. */
  messageId: string;
  at: string;
  /** What the mail server answered, or why the mail did not leave. */
  response: string | null;
};

export type ShownPromise = {
  id: string;
  text: string;
  /** open | kept | broken */
  state: string;
  /** write | ship | refund | tracking | enquiry | other */
  kind: string;
  madeAt: string;
  dueAt: string | null;
  /** The day it is due where the shop is, in words. */
  dueDay: string | null;
  /** How far that day is from today, in words. */
  dueIn: string | null;
  /** The same in days of the shop's calendar, negative once they are over. */
  dueInDays: number | null;
  /** Whether it is due at the end of its day, and not at an hour. */
  dueWholeDay: boolean;
  /** False: the team made it to itself, and no reply has told the shopper yet. */
  told: boolean;
  /** Open, and so near to its end that a person is warned. */
  dueSoon: boolean;
  /** Who has to keep it: who approved the reply, or the team. */
  owner: string;
  /** Whose words they are: the draft's maker, or `person`; null when that is not known. */
  saidBy: string | null;
  orderId: string | null;
  /** When it was done; of a broken one: after all. */
  keptAt: string | null;
  /** The record or the person that says so: `message:…`, `fulfillment:…`, `refund:…`, `staff:…`. */
  keptBy: string | null;
};

/** What a person of the team added to the conversation. */
export type ShownStaffFact = {
  id: string;
  text: string;
  by: { id: string; name: string };
  at: string;
  orderId: string | null;
  /** The language of the replies that say it in these words; null: it is evidence only. */
  quoteIn: string | null;
};

/** What a sent reply told of an order and the records contradict now. */
export type ShownFalsehood = {
  id: string;
  orderId: string;
  saidAt: string;
  falseAt: string | null;
  facts: { label: string; said: string; sentence: string; now: string }[];
};

/** What is wrong with an order. `evidence` are the ids of the facts it rests on. */
export type ShownIssue = {
  id: string;
  kind: IssueKind;
  status: IssueStatus;
  severity: Severity;
  orderId: string;
  order: { id: string; name: string };
  openedAt: string;
  /** The earliest it could be known. */
  knownSince: string;
  changedAt: string;
  resolvedAt: string | null;
  /** records | never_was | settings | deleted | staff:<id> */
  resolvedBy: string | null;
  snoozedUntil: string | null;
  incidentId: string | null;
  /** In which we wrote about it. */
  conversationId: string | null;
  stakes: Stake[];
  evidence: string[];
  facts: Fact[];
  /** What was decided last to say of it, with the reasons. */
  outreach: (ShownOutreach & { draftId: string | null; conversationId: string | null }) | null;
};

export type ShownOrder = MirroredOrder & {
  /** The newest first. */
  issues: ShownIssue[];
  conversations: ConversationSummary[];
};

export type ShownCorrection<Label extends string> = {
  /** What the reading said. */
  from: Label;
  to: Label;
  by: { id: string; name: string };
  at: string;
};

/** `label` is what stands: what the reading said then, or what a person set right since. */
export type ShownPoint = ThreadPoint & { corrected: boolean };

/** The newest version of a message's reading, as people set it right. The three readings in it stay what they said. */
export type ShownReading = Omit<Reading, "emotion"> & {
  /** Null once it has expired. */
  emotion: Reading["emotion"] | null;
  messageId: string;
  version: number;
  /** first | follow_up | better_information */
  madeFor: string;
  madeAt: string;
  /** Until when the emotion is kept. */
  expiresAt: string;
  correction: { emotion: ShownCorrection<CareEmotion> | null; intent: ShownCorrection<Intent> | null } | null;
  /** The conversation's messages, oldest first, as they were read when this reading was made. */
  trajectory: { direction: Direction; points: ShownPoint[] };
};

export type ConversationDetail = Omit<ConversationSummary, "order"> & {
  /** The order problem that we wrote about first; null: the shopper did. */
  issueId: string | null;
  /** Each with this shopper's conversations about it. */
  orders: ShownOrder[];
  messages: ShownMessage[];
  reading: ShownReading | null;
  /** The language that a draft is written in: the writer's, where the composer writes it (BCP 47). */
  replyLanguage: string;
  draft: Draft | null;
  /** Why the newest message has no draft, where it gets none unless a person asks; null where there is or will be one. */
  noDraft: NoDraft | null;
  staffFacts: ShownStaffFact[];
  promises: ShownPromise[];
  corrections: ShownFalsehood[];
  deliveries: ShownDelivery[];
  outgoing: Outgoing;
  shopper: ShownShopper;
};

/** What a person would do next about an order, or null when nothing is open. */
export type NextStep = {
  kind:
    "settle_delivery" | "review_draft" | "answer" | "answer_dispute" | "review_outreach" | "look_into_issue";
  text: string;
  conversationId: string | null;
  /** The order issue that it is about; absent where it is about none. */
  issueId?: string;
};

export type OrderDetail = ShownOrder & { nextStep: NextStep | null };

export type ShopHealth = MirrorHealth & {
  /** `stageDone`, `stageTotal`, `secondsLeft`: of the stage under way; null when it is not known. */
  backfill: Omit<BackfillProgress, "error">;
  queueDepth: number;
  quarantined: number;
  inboundAddress: string;
};
