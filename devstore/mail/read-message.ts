import { randomUUID } from "node:crypto";
import PostalMime, { type Address } from "postal-mime";
import type { MailboxMessage } from "../context.ts";

type Received = { raw: Uint8Array; envelope: MailboxMessage["envelope"]; at: Date };

/** Reads a raw message into what the mailbox keeps. A message that is not MIME at all becomes a text of its own bytes. */
export async function readMessage({ raw, envelope, at }: Received): Promise<MailboxMessage> {
  const email = await PostalMime.parse(raw);
  const headers: Record<string, string> = {};
  for (const { key, value } of email.headers) {
    headers[key] = key in headers ? `${headers[key]}\n${value}` : value;
  }
  return {
    id: randomUUID(),
    at: at.toISOString(),
    envelope,
    from: formatAddresses(email.from ? [email.from] : []) || envelope.from,
    to: formatAddresses(email.to ?? []) || envelope.to.join(", "),
    subject: email.subject ?? "",
    text: email.text ?? "",
    html: email.html ?? "",
    messageId: email.messageId ?? "",
    inReplyTo: email.inReplyTo ?? "",
    references: (email.references ?? "").split(/\s+/).filter(Boolean),
    headers,
  };
}

function formatAddresses(addresses: Address[]): string {
  return addresses
    .flatMap((address) => address.group ?? [address])
    .map(({ name, address }) => (name ? `${name} <${address}>` : address))
    .join(", ");
}
