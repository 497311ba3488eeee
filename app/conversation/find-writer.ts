import type { Mailbox } from "#app/conversation/message-content.ts";
import type { ParsedMail } from "#app/conversation/parsed-mail.ts";
import {
  isForwardRule,
  isOriginalMessageRule,
  quotedField,
  quotedHeaders,
} from "#app/conversation/quote-header.ts";

export type Writer = {
  from: Mailbox;
  subject: string;
  text: string;
  /** Who handed the shopper's words in: Shopify's contact form, or a colleague who forwarded them. */
  handedInBy: Mailbox | null;
  /** What the colleague wrote above the forwarded mail. */
  note: string;
};

export type ShopAddresses = { addresses: readonly string[] };

/**
 * Whose words a mail carries. Mail of Shopify's contact form and mail forwarded by a colleague belong to the shopper; both
 * name the shopper in text anyone could have typed, so they prove nothing. Null when the mail names no writer.
 */
export function findWriter(mail: ParsedMail, shop: ShopAddresses): Writer | null {
  const [from] = mail.from;
  if (!from) return null;
  return fromContactForm(mail, from) ?? fromColleague(mail, { from, shop }) ?? direct(mail, from);
}

function direct(mail: ParsedMail, from: Mailbox): Writer {
  return { from, subject: mail.subject, text: mail.text, handedInBy: null, note: "" };
}

/** Shopify sends contact forms from its own address, with the shopper in Reply-To. */
export function isShopifyMailer(address: string): boolean {
  return /^(?:mailer|no-?reply)@(?:[\w-]+\.)?(?:shopify|shopifyemail)\.com$/i.test(address);
}

/** Other contact forms send from an address that takes no replies, with the shopper of another domain in Reply-To. */
function isFormMailer(from: string, shopper: string): boolean {
  if (isShopifyMailer(from)) return !isShopifyMailer(shopper);
  const domain = (address: string) => address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return takesNoReplies(from) && !takesNoReplies(shopper) && domain(from) !== domain(shopper);
}

const takesNoReplies = (address: string) => /^(?:no-?_?reply|do-?not-?reply)[+.@-]/i.test(address);

function fromContactForm(mail: ParsedMail, from: Mailbox): Writer | null {
  const [shopper] = mail.replyTo;
  if (!shopper || !isFormMailer(from.address, shopper.address)) return null;
  const fields = contactFormFields(mail.text);
  return {
    from: { name: shopper.name || fields.name, address: shopper.address },
    subject: mail.subject,
    text: fields.message || mail.text,
    handedInBy: from,
    note: "",
  };
}

const MESSAGE_FIELD =
  /^(?:body|comment|comments|message|nachricht|kommentar|mensaje|comentario|mensagem|comentário|messaggio|bericht|メッセージ|コメント)$/iu;
const NAME_FIELD = /^(?:name|full name|nom|nombre|nome|naam|お名前|名前)$/iu;

/** Shopify writes each field as its label with a colon on one line and the value below; the message comes last. */
function contactFormFields(text: string): { name: string; message: string } {
  const lines = text.split("\n");
  const label = (line: string | undefined) =>
    /^([\p{L}\p{N} _-]{1,40})[:：]\s*$/u.exec((line ?? "").trim())?.[1];
  const nameAt = lines.findIndex((line) => NAME_FIELD.test(label(line) ?? ""));
  const messageAt = lines.findIndex((line) => MESSAGE_FIELD.test(label(line) ?? ""));
  return {
    name: nameAt < 0 ? "" : (lines[nameAt + 1] ?? "").trim().slice(0, 200),
    message:
      messageAt < 0
        ? ""
        : lines
            .slice(messageAt + 1)
            .join("\n")
            .trim(),
  };
}

function fromColleague(
  mail: ParsedMail,
  { from, shop }: { from: Mailbox; shop: ShopAddresses },
): Writer | null {
  if (!isColleague(from.address, shop)) return null;
  const forwarded = forwardedBlock(mail.text.split("\n"));
  if (!forwarded) return null;
  const [shopper] = [readMailbox(forwarded.from)].filter((mailbox) => mailbox !== null);
  if (!shopper || isColleague(shopper.address, shop)) return null;
  return {
    from: shopper,
    subject: forwarded.subject || mail.subject,
    text: forwarded.text,
    handedInBy: from,
    note: forwarded.note,
  };
}

/** Mailboxes at these are anybody's: there only the very address is the shop's. */
const PUBLIC_MAIL =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|mail|t-online|freenet|orange|free|laposte|wanadoo|libero|proton|protonmail|pm|zoho|yandex|qq|163|126|naver|docomo)\.[a-z.]+$/i;

export function isColleague(address: string, { addresses }: ShopAddresses): boolean {
  const given = address.toLowerCase();
  const domain = given.slice(given.lastIndexOf("@") + 1);
  return addresses.some((own) => {
    const mine = own.toLowerCase();
    return mine === given || (!PUBLIC_MAIL.test(domain) && mine.endsWith(`@${domain}`));
  });
}

function forwardedBlock(
  lines: string[],
): { note: string; from: string; subject: string; text: string } | null {
  for (let at = 0; at < Math.min(lines.length, 400); at += 1) {
    const line = (lines[at] ?? "").trim();
    const rule = isForwardRule(line) || isOriginalMessageRule(line);
    if (!rule && !quotedField(line)) continue;
    const start = rule ? nextWritten(lines, at + 1) : at;
    const headers = quotedHeaders(lines, start);
    if (!headers?.fields.from) continue;
    return {
      note: lines.slice(0, at).join("\n").trim(),
      from: headers.fields.from,
      subject: headers.fields.subject ?? "",
      text: unquote(lines.slice(headers.end)),
    };
  }
  return null;
}

function nextWritten(lines: string[], from: number): number {
  const found = lines.findIndex((line, index) => index >= from && line.trim() !== "");
  return found < 0 ? from : found;
}

/** Apple Mail forwards with > before each line. */
function unquote(lines: string[]): string {
  const written = lines.filter((line) => line.trim() !== "");
  const marked = written.length > 0 && written.every((line) => line.startsWith(">"));
  return (marked ? lines.map((line) => line.replace(/^> ?/, "")) : lines).join("\n").trim();
}

function readMailbox(value: string): Mailbox | null {
  const address = /<?(?:mailto:)?([^\s<>"'[\]():;,]{1,64}@[^\s<>"'[\]():;,]{1,255})>?/i.exec(value);
  if (!address?.[1]) return null;
  const name = value
    .slice(0, address.index)
    .replace(/["'*[\]<(]/g, "")
    .trim();
  return { name: name.includes("@") ? "" : name, address: address[1] };
}
