import type { Mailbox } from "#app/conversation/message-content.ts";

/** One header, its name in lower case, its value unfolded but not decoded. */
export type MailHeader = { name: string; value: string };

/** One attachment. `content` is null when it is not kept, and `withheld` says why. */
export type ParsedAttachment = {
  name: string;
  mimeType: string;
  size: number;
  inline: boolean;
  /** Without angle brackets: the HTML refers to it as `cid:…`. */
  contentId: string | null;
  content: Uint8Array | null;
  withheld: string | null;
};

/**
 * A mail taken apart. Every string is well-formed and free of NUL; lists are capped, so that nothing behind the parser
 * meets a size only an attacker would send.
 */
export type ParsedMail = {
  headers: MailHeader[];
  /** More than one writer is legal and rare: nobody's identity is proven by it. */
  from: Mailbox[];
  replyTo: Mailbox[];
  to: Mailbox[];
  cc: Mailbox[];
  subject: string;
  /** Message-IDs without angle brackets. */
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  /** The writer's clock, ISO 8601; null when it names no time. */
  date: string | null;
  /** The plain part, or the HTML part as text when there is no plain one. */
  text: string;
  html: string | null;
  attachments: ParsedAttachment[];
};
