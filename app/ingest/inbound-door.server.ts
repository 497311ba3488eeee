import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "#app/env.server.ts";
import { findRecipient, type Recipient } from "#app/ingest/find-recipient.server.ts";
import type { Hold } from "#app/ingest/byte-budget.ts";
import { holdMail } from "#app/ingest/held-mail.server.ts";
import { inboundLimits } from "#app/ingest/inbound-limits.ts";
import { readBody } from "#app/ingest/read-body.server.ts";
import { recordMessage } from "#app/ingest/record-message.server.ts";
import { recipientsOf, scanHeaders, senderOf } from "#app/ingest/scan-headers.ts";
import { withinDeadline } from "#app/ingest/within-deadline.server.ts";
import { logger } from "#app/lib/logger.server.ts";

type Answer = { status: number; body: Record<string, unknown>; headers?: Record<string, string> };

/** `POST /inbound/email`: raw mail from the deployment's mail provider (DESIGN section 5). Never throws. */
export async function inboundDoor(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const reply = await answer(request);
    if (reply) send(response, reply);
  } catch (err) {
    logger.error({ err }, "the inbound mail door failed");
    send(response, notDurable);
  }
}

/** Null when the client went away before its mail was here. */
async function answer(request: IncomingMessage): Promise<Answer | null> {
  if (request.method !== "POST") {
    return { ...refusal(405, "method_not_allowed", "Send mail with POST"), headers: { Allow: "POST" } };
  }
  if (!isAuthorised(request.headers.authorization))
    return refusal(401, "unauthorized", "The bearer token is missing or wrong");
  const hold = holdMail();
  try {
    return await take(request, hold);
  } finally {
    hold.release();
  }
}

async function take(request: IncomingMessage, hold: Hold): Promise<Answer | null> {
  const body = await readBody(request, { limit: inboundLimits.bytes, hold });
  switch (body.outcome) {
    case "aborted":
      return null;
    case "busy":
      return notDurable;
    case "too_large":
      return refusal(413, "too_large", "A message may have at most 25 MB");
    case "read":
      return receive(body.bytes, envelopeRecipients(request));
  }
}

async function receive(raw: Buffer, envelopeTo: string[]): Promise<Answer> {
  const headers = scanHeaders(raw);
  const sender = headers ? senderOf(headers) : null;
  if (!headers || headers.get("from").length === 0) {
    return refusal(422, "not_a_message", "The body is not a message: it has no header block with a From");
  }
  let recipient: Recipient | null;
  try {
    const candidates = envelopeTo.length > 0 ? envelopeTo : recipientsOf(headers);
    recipient = await withinDeadline(findRecipient(candidates), inboundLimits.durableWithin);
  } catch (err) {
    logger.warn({ err }, "the recipient of a mail could not be looked up");
    return notDurable;
  }
  if (!recipient) return refusal(404, "unknown_recipient", "No shop has this inbound address", "to");
  const envelope = { to: recipient.address, door: "provider" as const };
  const content = { channel: "email" as const, envelope, raw };
  const recorded = await recordMessage({ shopId: recipient.shopId, sender, content });
  switch (recorded.outcome) {
    case "recorded":
    case "duplicate":
      return { status: 202, body: { messageId: recorded.messageId } };
    case "too_many":
      return { ...refusal(429, "too_many", tooMany(recorded.limit)), headers: { "Retry-After": "600" } };
    case "unavailable":
      return notDurable;
  }
}

const tooMany = (limit: "sender" | "shop") =>
  limit === "sender"
    ? `This sender has sent more than ${inboundLimits.perSenderAnHour} messages in an hour`
    : `This inbound address has received more than ${inboundLimits.perShopAnHour} messages in an hour`;

const notDurable: Answer = {
  ...refusal(503, "unavailable", "The message could not be stored now: send it again"),
  headers: { "Retry-After": "5" },
};

/** In a query an unescaped plus reads as a space, and no address has one. */
function envelopeRecipients(request: IncomingMessage): string[] {
  const { searchParams } = new URL(request.url ?? "/", "http://door.invalid");
  return searchParams.getAll("to").map((address) => address.trim().replaceAll(" ", "+"));
}

function isAuthorised(given: string | undefined): boolean {
  const token = /^Bearer\s+(.+)$/i.exec(given ?? "")?.[1]?.trim() ?? "";
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(token), digest(env.INBOUND_TOKEN));
}

function refusal(
  status: number,
  code: string,
  ...[message, field]: [message: string, field?: string]
): Answer {
  return { status, body: { error: { code, message, ...(field ? { field } : {}) } } };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}
