import { createHash } from "node:crypto";
import type { Mailbox } from "#app/conversation/message-content.ts";
import { wellFormed } from "#app/lib/well-formed.ts";
import type { OutgoingContent } from "#app/care/review/outgoing-content.ts";

/** References are kept to this many (first and newest): a thread of years must not make a header of a megabyte. */
const MOST_REFERENCES = 20;
const LONGEST_MESSAGE_ID = 250;
const LONGEST_SUBJECT = 200;

/** How mail programs of the languages we write in mark an answer. */
const ANSWER_MARK = /^(?:(?:re|aw|antw|sv|vs|rv|res|ref|r|tr|odp|回复|返信)(?:\[\d+\])?\s*[:：]\s*)+/iu;

export type ComposeInput = {
  /** Who it comes from: the shop's own address, or the deployment's until there is one. */
  from: Mailbox;
  to: Mailbox;
  /** Whom it goes to besides, for everybody to see. */
  copies?: readonly Mailbox[] | undefined;
  /** The conversation's plus-address. */
  replyTo: string;
  shopName: string;
  /** Message-IDs without angle brackets, as messages keep them. */
  answered: {
    subject: string;
    mailMessageId?: string | undefined;
    inReplyTo?: string | undefined;
    references: string[];
  };
  text: string;
  signature: string;
  makerLine: string;
  /** Of what nobody asked for: why it comes and how to stop it, for people to read and for mail programs. */
  footer?: string | undefined;
  headers?: Record<string, string> | undefined;
  /** The first mail of a conversation answers none: its subject is said as it is. */
  first?: boolean | undefined;
};

/** The mail as it leaves. Pure: the same approval composes the same bytes. */
export function composeMail(input: ComposeInput): OutgoingContent {
  const parts = {
    text: plainText(input.text),
    signature: plainText(input.signature),
    makerLine: plainText(input.makerLine),
    ...(input.footer ? { footer: plainText(input.footer) } : {}),
  };
  const paragraphs = [parts.text, parts.signature, parts.makerLine, parts.footer ?? ""];
  const copies = (input.copies ?? []).map(({ name, address }) => ({ name: oneLine(name), address }));
  const inReplyTo = usable(input.answered.mailMessageId);
  return {
    from: { name: oneLine(input.from.name), address: input.from.address },
    to: { name: oneLine(input.to.name), address: input.to.address },
    ...(copies.length > 0 ? { cc: copies } : {}),
    replyTo: { name: oneLine(input.from.name), address: input.replyTo },
    subject: (input.first ? firstSubject : answerSubject)(input.answered.subject, input.shopName),
    text: `${paragraphs.filter(Boolean).join("\n\n")}\n`,
    ...(inReplyTo ? { inReplyTo } : {}),
    references: referencesOf(input.answered),
    parts,
    ...(input.headers ? { headers: input.headers } : {}),
  };
}

/** `Re: ` exactly once, on one line. */
export function answerSubject(subject: string, shopName: string): string {
  return `Re: ${firstSubject(subject, shopName)}`;
}

function firstSubject(subject: string, shopName: string): string {
  const bare = oneLine(subject).replace(ANSWER_MARK, "").slice(0, LONGEST_SUBJECT).trim();
  return bare || oneLine(shopName);
}

/** Derived from what is sent and to whom it belongs, so that every attempt carries the same one (DESIGN, invariant 5). */
export function messageIdOf(delivery: { shopId: string; key: string }, domain: string): string {
  const hash = createHash("sha256")
    .update(`${delivery.shopId}|${delivery.key}`)
    .digest("base64url")
    .slice(0, 32);
  return `<${hash}@${domain}>`;
}

/** Line ends as \n, no control or direction-override characters, well-formed, at most one empty line, no space around. */
export function plainText(text: string): string {
  const visible = text
    .replace(/\r\n?/gu, "\n")
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (character) =>
      character === "\n" || character === "\t" ? character : "",
    );
  return wellFormed(visible)
    .replace(/[ \t]+\n/gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

/** Whether nothing of it can be read: white space, and characters that are not shown, are no reply. */
export function isBlank(text: string): boolean {
  return !/[\p{L}\p{N}\p{P}\p{S}]/u.test(plainText(text));
}

function oneLine(text: string): string {
  return plainText(text).replace(/\s+/gu, " ").trim();
}

/** RFC 5322 section 3.6.4: the parent's references (or what it answered), then the parent. */
function referencesOf(answered: ComposeInput["answered"]): string[] {
  const before = answered.references.length > 0 ? answered.references : [answered.inReplyTo];
  const all = [...before, answered.mailMessageId].map(usable).filter((id) => id !== null);
  const unique = [...new Set(all)];
  if (unique.length <= MOST_REFERENCES) return unique;
  return [...unique.slice(0, 1), ...unique.slice(-(MOST_REFERENCES - 1))];
}

/** A Message-ID a stranger wrote goes into a header only when it has the shape of one. */
function usable(id: string | undefined): string | null {
  const bare = id?.trim().replace(/^<|>$/gu, "") ?? "";
  if (bare.length > LONGEST_MESSAGE_ID || !/^[\x21-\x3B\x3D\x3F-\x7E]+$/u.test(bare)) return null;
  return `<${bare}>`;
}
