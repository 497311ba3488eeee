// The thread behind parse-mail.server.ts, and the only file that speaks to postal-mime.
import { parentPort } from "node:worker_threads";
import PostalMime, {
  addressParser,
  decodeWords,
  type Address,
  type Attachment,
  type Email,
} from "postal-mime";
import { textOfHtml } from "#app/adapters/parse-mail-html.ts";
import type { ThreadAnswer } from "#app/adapters/parse-mail.server.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";
import type { ParsedAttachment, ParsedMail } from "#app/conversation/parsed-mail.ts";
import { wellFormed } from "#app/lib/well-formed.ts";

const MEGABYTE = 1024 * 1024;
const LIMITS = {
  headerBytes: 4 * MEGABYTE,
  nesting: 64,
  /** Boundary lines: more parts than any mail program makes. */
  parts: 5_000,
  headers: 500,
  headerChars: 4_000,
  mailboxes: 100,
  references: 100,
  textChars: 200_000,
  htmlChars: 500_000,
  attachments: 100,
  keptAttachments: 25,
  attachmentBytes: 10 * MEGABYTE,
  keptBytes: 20 * MEGABYTE,
};

parentPort?.on("message", (raw: Uint8Array) => {
  void parse(raw).then((answer) => {
    const kept =
      answer.outcome === "parsed" ? answer.mail.attachments.flatMap((file) => file.content ?? []) : [];
    parentPort?.postMessage(
      answer,
      kept.map((content) => content.buffer as ArrayBuffer),
    );
  });
});

async function parse(raw: Uint8Array): Promise<ThreadAnswer> {
  if (boundaryLines(raw) > LIMITS.parts) return { outcome: "refused", reason: "it has too many parts" };
  try {
    const email = await PostalMime.parse(keepQuotesApart(raw), {
      forceRfc822Attachments: true,
      maxNestingDepth: LIMITS.nesting,
      maxHeadersSize: LIMITS.headerBytes,
    });
    return { outcome: "parsed", mail: toParsedMail(email) };
  } catch (error) {
    // postal-mime's own messages name the limit that was passed and quote nothing.
    const why = error instanceof Error ? error.message.slice(0, 120) : "unknown error";
    return { outcome: "refused", reason: `it cannot be read: ${why}` };
  }
}

/**
 * format=flowed joins a line that ends in a space with the next one; postal-mime does so even where a quote ends there
 * (RFC 3676 section 4.5 does not), and the writer's answer would become part of the quote.
 */
function keepQuotesApart(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (!/format="?flowed/i.test(bytes.toString("latin1"))) return raw;
  return Buffer.from(
    bytes.toString("latin1").replace(/^(>[^\r\n]*[^ \r\n]) +(?=\r?\n(?!>))/gm, "$1"),
    "latin1",
  );
}

function boundaryLines(raw: Uint8Array): number {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let count = 0;
  for (let at = bytes.indexOf("\n--"); at >= 0 && count <= LIMITS.parts; at = bytes.indexOf("\n--", at + 3))
    count += 1;
  return count;
}

function toParsedMail(email: Email): ParsedMail {
  const html = email.html ? wellFormed(email.html.slice(0, LIMITS.htmlChars)) : null;
  const plain = wellFormed((email.text ?? "").slice(0, LIMITS.textChars));
  return {
    headers: email.headers.slice(0, LIMITS.headers).map((header) => ({
      name: wellFormed(header.key),
      value: wellFormed(header.value.slice(0, LIMITS.headerChars)),
    })),
    from: email.headers
      .filter((header) => header.key === "from")
      .flatMap((header) => mailboxes(addressParser(header.value))),
    replyTo: mailboxes(email.replyTo),
    to: mailboxes(email.to),
    cc: mailboxes(email.cc),
    subject: wellFormed((email.subject ?? "").slice(0, LIMITS.headerChars))
      .replace(/\s+/g, " ")
      .trim(),
    messageId: messageIds(email.messageId)[0] ?? null,
    inReplyTo: messageIds(email.inReplyTo).slice(0, 5),
    references: newestReferences(email.references),
    date: isoDate(email.date),
    text: plain.trim() === "" && html ? wellFormed(textOfHtml(html).slice(0, LIMITS.textChars)) : plain,
    html,
    attachments: keepWithinLimits(email.attachments, html ?? ""),
  };
}

/** Groups are unfolded; what has no address is no mailbox. */
function mailboxes(addresses: Address[] | undefined): Mailbox[] {
  const flat = (addresses ?? []).slice(0, LIMITS.mailboxes).flatMap((address) => address.group ?? [address]);
  return flat
    .filter((mailbox) => mailbox.address)
    .slice(0, LIMITS.mailboxes)
    .map((mailbox) => ({
      name: wellFormed(decodeWords(mailbox.name).slice(0, 300)).replace(/\s+/g, " ").trim(),
      address: wellFormed((mailbox.address ?? "").slice(0, 320)).trim(),
    }));
}

/** RFC 5322 msg-ids without their brackets. A lone word without brackets counts too: some programs forget them. */
function messageIds(value: string | undefined): string[] {
  if (!value) return [];
  const bracketed = [...value.matchAll(/<([^<>\s]{1,500})>/g)].map((match) => match[1] ?? "");
  const bare = value.trim();
  return (bracketed.length > 0 ? bracketed : /^[^<>\s]{1,500}$/.test(bare) ? [bare] : []).map(wellFormed);
}

/** The first names the thread, the last are nearest to this mail. */
function newestReferences(value: string | undefined): string[] {
  const ids = messageIds(value);
  return ids.length <= LIMITS.references ? ids : [...ids.slice(0, 1), ...ids.slice(1 - LIMITS.references)];
}

function isoDate(value: string | undefined): string | null {
  const time = value ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function keepWithinLimits(attachments: Attachment[], html: string): ParsedAttachment[] {
  let keptBytes = 0;
  let kept = 0;
  return attachments.slice(0, LIMITS.attachments).map((attachment) => {
    const content = bytesOf(attachment.content);
    const withheld = whyWithheld({ size: content.length, kept, keptBytes });
    if (!withheld) {
      kept += 1;
      keptBytes += content.length;
    }
    const contentId = attachment.contentId?.replace(/^<|>$/g, "").slice(0, 300) ?? null;
    return {
      name: wellFormed((attachment.filename ?? "").slice(0, 255)),
      mimeType: mimeType(attachment.mimeType),
      size: content.length,
      inline: contentId !== null && (attachment.related === true || html.includes(`cid:${contentId}`)),
      contentId: contentId === null ? null : wellFormed(contentId),
      content: withheld ? null : content,
      withheld,
    };
  });
}

function whyWithheld({
  size,
  kept,
  keptBytes,
}: {
  size: number;
  kept: number;
  keptBytes: number;
}): string | null {
  if (size > LIMITS.attachmentBytes) return "larger than 10 MB";
  if (kept >= LIMITS.keptAttachments) return "more than 25 attachments";
  if (keptBytes + size > LIMITS.keptBytes) return "attachments larger than 20 MB together";
  return null;
}

/** A copy of its own, so that it can be handed over without what stands beside it. */
function bytesOf(content: Attachment["content"]): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content).slice();
}

function mimeType(given: string): string {
  return /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(given) ? given.toLowerCase() : "application/octet-stream";
}
