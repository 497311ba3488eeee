import { findWriter, isColleague, type Writer } from "#app/conversation/find-writer.ts";
import type { MessageContent } from "#app/conversation/message-content.ts";
import type { ParsedMail } from "#app/conversation/parsed-mail.ts";
import { recogniseAutomatic, type AutomaticMail } from "#app/conversation/recognise-automatic.ts";
import { splitReply } from "#app/conversation/split-reply.ts";
import { parseInboundAddress } from "#app/ingest/inbound-address.ts";

export type MailRead = { writer: Writer; content: MessageContent; automatic: AutomaticMail | null };

export type MailContext = {
  /** The shop's own sending addresses. */
  addresses: readonly string[];
  /** Where the shops' inbound addresses are: nothing is ever sent to one. */
  inboundDomain: string;
  /** The envelope's sender: null for the null sender, undefined when nobody told. */
  envelopeFrom: string | null | undefined;
};

/** What a parsed mail says, who wrote it and whether a machine did. Null when it names no writer. */
export function readMail(mail: ParsedMail, context: MailContext): MailRead | null {
  const writer = findWriter(mail, context);
  if (!writer) return null;
  const automatic = recogniseWriter(mail, { writer, context });
  const split = splitReply(writer.text);
  const content: MessageContent = {
    from: writer.from,
    to: mail.to,
    cc: mail.cc,
    subject: writer.subject,
    text: split.text,
    quoted: split.quoted,
    signature: split.signature,
    references: mail.references,
    ...(mail.html ? { html: mail.html } : {}),
    ...(mail.messageId ? { mailMessageId: mail.messageId } : {}),
    ...(mail.inReplyTo[0] ? { inReplyTo: mail.inReplyTo[0] } : {}),
    ...(writer.handedInBy ? { handedInBy: writer.handedInBy } : {}),
    ...(writer.note ? { handedInNote: writer.note } : {}),
    ...(automatic ? { automaticReason: automatic.reason } : {}),
  };
  return { writer, content, automatic };
}

function recogniseWriter(
  mail: ParsedMail,
  { writer, context }: { writer: Writer; context: MailContext },
): AutomaticMail | null {
  if (parseInboundAddress(writer.from.address, context.inboundDomain)) {
    return { kind: "own", reason: "an inbound address of ours" };
  }
  // A colleague who forwards, or the form that hands a shopper's words in, is not the one who would be answered.
  if (writer.handedInBy) return null;
  const own = context.addresses.map((address) => address.toLowerCase());
  if (own.includes(writer.from.address.toLowerCase())) {
    return { kind: "own", reason: "the shop's own address" };
  }
  return recogniseAutomatic({
    headers: mail.headers,
    from: writer.from.address,
    subject: mail.subject,
    envelopeFrom: context.envelopeFrom,
    ownDomains: own
      .map((address) => address.slice(address.lastIndexOf("@") + 1))
      .filter((domain) => isColleague(`anyone@${domain}`, { addresses: own })),
  });
}
