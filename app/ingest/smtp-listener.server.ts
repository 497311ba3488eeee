import type { AddressInfo } from "node:net";
import { callbackify } from "node:util";
import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerDataStream,
  type SMTPServerSession,
} from "smtp-server";
import { env } from "#app/env.server.ts";
import { findRecipient, type Recipient } from "#app/ingest/find-recipient.server.ts";
import type { Hold } from "#app/ingest/byte-budget.ts";
import { holdMail } from "#app/ingest/held-mail.server.ts";
import { inboundLimits } from "#app/ingest/inbound-limits.ts";
import { recordMessage } from "#app/ingest/record-message.server.ts";
import { scanHeaders, senderOf } from "#app/ingest/scan-headers.ts";
import { withinDeadline } from "#app/ingest/within-deadline.server.ts";
import { minutes, seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";

export type SmtpListener = { port: number; close: () => Promise<void> };

const MAX_RECIPIENTS = 50;

/**
 * Takes mail in over SMTP: 250 only after commit, 451 when it is not durable, 550 for an unknown recipient. There is no
 * authentication: whoever may write to a shop's address may write here. STARTTLS is offered when a certificate is given.
 */
export async function startSmtpListener(given: {
  port: number;
  host?: string;
  tls?: { key: string; cert: string };
}): Promise<SmtpListener> {
  const server = new SMTPServer({
    name: env.INBOUND_DOMAIN,
    banner: "Attune",
    size: inboundLimits.bytes,
    disabledCommands: given.tls ? ["AUTH"] : ["AUTH", "STARTTLS"],
    ...given.tls,
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    maxClients: 200,
    socketTimeout: minutes(1),
    closeTimeout: seconds(5),
    onRcptTo: callbackify(checkRecipient),
    onData: callbackify(receive),
  });
  server.on("error", (err) => logger.warn({ err }, "an SMTP connection failed"));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(given.port, given.host ?? env.HOST, () => resolve());
  });
  // A listening TCP server has an address of this shape.
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function checkRecipient({ address }: SMTPServerAddress, session: SMTPServerSession): Promise<void> {
  if (session.envelope.rcptTo.length >= MAX_RECIPIENTS) throw reply(452, "4.5.3 Too many recipients");
  if (!(await recipientOf(address))) throw reply(550, "5.1.1 No shop has this inbound address");
}

async function recipientOf(address: string): Promise<Recipient | null> {
  try {
    return await withinDeadline(findRecipient([address]), inboundLimits.durableWithin);
  } catch (err) {
    logger.warn({ err }, "the recipient of a mail could not be looked up");
    throw reply(451, "4.3.0 Cannot check the recipient now, try again later");
  }
}

async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
  const hold = holdMail();
  try {
    return await store(await readAll(stream, hold), session);
  } finally {
    hold.release();
  }
}

async function store(raw: Buffer, session: SMTPServerSession): Promise<string> {
  const headers = scanHeaders(raw);
  if (!headers || headers.get("from").length === 0) throw reply(554, "5.6.0 Not a message: it has no From");
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
  for (const recipient of await recipientsOf(session)) {
    const recorded = await recordMessage({
      shopId: recipient.shopId,
      sender: senderOf(headers),
      content: {
        channel: "email",
        envelope: { to: recipient.address, from: from === "" ? null : from, door: "listener" },
        raw,
      },
    });
    // One shop that cannot take it makes the sender repeat it for all: the others will find their duplicate.
    if (recorded.outcome === "unavailable") throw reply(451, "4.3.0 Not stored, try again later");
    if (recorded.outcome === "too_many")
      throw reply(451, "4.7.1 Too many messages in an hour, try again later");
  }
  return "2.0.0 Stored";
}

/** One per shop; the address that names a conversation wins. */
async function recipientsOf(session: SMTPServerSession): Promise<Recipient[]> {
  const addresses = session.envelope.rcptTo
    .map(({ address }) => address)
    .toSorted((a, b) => plus(b) - plus(a));
  const byShop = new Map<string, Recipient>();
  for (const address of addresses) {
    const recipient = await recipientOf(address);
    if (recipient && !byShop.has(recipient.shopId)) byShop.set(recipient.shopId, recipient);
  }
  return [...byShop.values()];
}

const plus = (address: string) => Number(address.includes("+"));

/** What is refused is read to the end and not kept: SMTP answers after the last byte. */
async function readAll(stream: SMTPServerDataStream, hold: Hold): Promise<Buffer> {
  let chunks: Buffer[] = [];
  let size = 0;
  let busy = false;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    busy ||= size <= inboundLimits.bytes && !hold.add(chunk.length);
    if (size <= inboundLimits.bytes && !busy) {
      chunks.push(chunk);
      continue;
    }
    chunks = [];
    hold.release();
  }
  if (size > inboundLimits.bytes || stream.sizeExceeded)
    throw reply(552, "5.3.4 A message may have at most 25 MB");
  if (busy) throw reply(451, "4.3.1 Too much mail at once, try again later");
  return Buffer.concat(chunks);
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
