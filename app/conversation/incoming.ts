import type { IdentityProof, Mailbox, MessageContent } from "#app/conversation/message-content.ts";
import type { AutomaticMail } from "#app/conversation/recognise-automatic.ts";
import type { ParsedAttachment } from "#app/conversation/parsed-mail.ts";

/** A message of a shopper, whichever door it came through, ready to be put into a conversation. */
export type Incoming = {
  /** The recorded message's id becomes the message's. */
  id: string;
  shopId: string;
  channel: "email" | "storefront";
  at: Date;
  from: Mailbox;
  /** Blind index of the writer's address. */
  contactIndex: string;
  content: MessageContent;
  proof: IdentityProof;
  /** What kind of automatic mail it is; null when a person wrote it. */
  automatic: AutomaticMail["kind"] | null;
  /** From the plus-address it was sent to. */
  replyToken: string | null;
  attachments: ParsedAttachment[];
};

/** Who the shop knows by an address: the customer, their newest orders, and the words those are searched by. */
export type KnownShopper = { customerId: string | null; orderIds: string[]; known: boolean; words: string[] };
