import type { KeptFile } from "#app/care/review/files/keep-file.server.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";

/** A mail that was approved and has not left yet. */
export type ShownLeaving = {
  deliveryId: string;
  /** reply | message | side | promise_at_risk | correction | outreach */
  purpose: string;
  /** What the recipient reads, without signature and maker line. */
  text: string;
  to: Mailbox;
  copies: Mailbox[];
  files: KeptFile[];
  /** How long until it leaves, as this was read; 0: it is being sent. */
  leavesInMs: number;
  /** No attempt was made yet: it can be taken back. */
  undoable: boolean;
};

export type ShownAside = {
  id: string;
  subject: string;
  to: Mailbox;
  /** open: they answered, or a mail did not leave | waiting | closed */
  status: string;
  updatedAt: string;
  messages: {
    id: string;
    direction: "in" | "out";
    at: string;
    from: Mailbox;
    text: string;
    files: KeptFile[];
  }[];
  leaving: ShownLeaving[];
  /** What did not leave, or may not have. */
  troubles: { deliveryId: string; status: "failed" | "uncertain"; response: string | null }[];
};

/** A conversation that was put into this one and can be put back. */
export type ShownMerge = { id: string; subject: string; at: string };

/** What leaves from a conversation, beside its drafts. */
export type Outgoing = {
  /** How long a reply can be taken back. */
  undoSeconds: number;
  leaving: ShownLeaving[];
  /** Files that wait to be sent. */
  files: KeptFile[];
  /** Who had a copy of what the shopper wrote, and is offered one of the answer. */
  offered: Mailbox[];
  asides: ShownAside[];
  merges: ShownMerge[];
};
