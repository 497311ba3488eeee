import { findThread } from "#app/conversation/find-thread.server.ts";
import { holdThread } from "#app/conversation/hold-thread.server.ts";
import type { Incoming } from "#app/conversation/incoming.ts";
import { isKnownMail, isOurMail } from "#app/conversation/is-known-mail.server.ts";
import { knowShopper } from "#app/conversation/know-shopper.server.ts";
import { lockContact } from "#app/conversation/lock-contact.server.ts";
import type { ParsedMail } from "#app/conversation/parsed-mail.ts";
import { believedServer, proveSender } from "#app/conversation/prove-sender.ts";
import { putMessage } from "#app/conversation/put-message.server.ts";
import { readMail, type MailRead } from "#app/conversation/read-mail.ts";
import { receiveReport } from "#app/conversation/receive-report.server.ts";
import {
  claimInbound,
  dropRedacted,
  settleInbound,
  type Settled,
} from "#app/conversation/settle-inbound.server.ts";
import { tiedOrders } from "#app/conversation/tied-orders.server.ts";
import { wakeParent } from "#app/conversation/wake-parent.server.ts";
import { wasRedactedSince } from "#app/conversation/was-redacted-since.server.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { env } from "#app/env.server.ts";
import { parseInboundAddress } from "#app/ingest/inbound-address.ts";
import type { InboundContent } from "#app/ingest/inbound-content.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { ParseMail } from "#app/ports.ts";
import { listSendingAddresses } from "#app/shop/list-sending-addresses.server.ts";
import { noteReturn } from "#app/shop/mail-check/note-return.server.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";

type Envelope = Extract<InboundContent, { channel: "email" }>["envelope"];
type Recorded = { id: string; receivedAt: Date; envelope: Envelope };

/** Parses a recorded mail outside any transaction, then puts it where it belongs in one. */
export async function receiveMail(
  { parseMail, inShop, keys }: { parseMail: ParseMail; inShop: InShop; keys: ShopKeys },
  given: { id: string; receivedAt: Date; mail: Extract<InboundContent, { channel: "email" }> },
): Promise<string> {
  const { id, receivedAt } = given;
  const parsed = await parseMail(given.mail.raw);
  return inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), keys.shopId);
    if (!(await claimInbound(tx, id))) return "it was handled before";
    if (parsed.outcome === "refused") return settle(tx, id, { state: "quarantined", reason: parsed.reason });
    const { mail } = parsed;
    if (await isOurMail(tx, keys, mail.messageId))
      return settle(tx, id, { state: "skipped", reason: "our own mail came back" });
    if (await noteReturn(tx, keys, { mailId: mail.messageId, at: receivedAt }))
      return settle(tx, id, { state: "skipped", reason: "a check of ours came back" });
    const addresses = (await listSendingAddresses(tx)).map((sending) => sending.address);
    const read = readMail(mail, {
      addresses: [...addresses, env.MAIL_FROM],
      inboundDomain: env.INBOUND_DOMAIN,
      envelopeFrom: given.mail.envelope.from,
    });
    if (!read) return settle(tx, id, { state: "quarantined", reason: "it names no writer" });
    return thread(tx, keys, { recorded: { id, receivedAt, envelope: given.mail.envelope }, mail, read });
  });
}

async function settle(tx: Tx, id: string, settled: Settled & { reason: string }): Promise<string> {
  await settleInbound(tx, id, settled);
  return `${settled.state}: ${settled.reason}`;
}

async function thread(
  tx: Tx,
  keys: ShopKeys,
  { recorded, mail, read }: { recorded: Recorded; mail: ParsedMail; read: MailRead },
): Promise<string> {
  const { writer, content, automatic } = read;
  const contactIndex = blindIndex(keys, "email", writer.from.address);
  if (await wasRedactedSince(tx, { contactIndex, customerId: null, since: recorded.receivedAt })) {
    return dropRedacted(tx, keys, recorded.id);
  }
  await lockContact(tx, keys.shopId, contactIndex);
  if (await isKnownMail(tx, keys, { content, attachments: mail.attachments })) {
    return settle(tx, recorded.id, { state: "skipped", reason: "the same mail came before by another way" });
  }
  const shopper = await knowShopper(tx, keys, { contactIndex, signedInId: null });
  const message: Incoming = {
    id: recorded.id,
    shopId: keys.shopId,
    channel: "email",
    at: recorded.receivedAt,
    from: writer.from,
    contactIndex,
    content,
    proof: writer.handedInBy
      ? "none"
      : proveSender({
          headers: mail.headers,
          from: mail.from.map((mailbox) => mailbox.address),
          authservId: believedServer(recorded.envelope, env.INBOUND_AUTHSERV_ID),
          addressKnown: shopper.known || (await tiedOrders(tx, { contactIndex })).length > 0,
        }),
    automatic: automatic?.kind ?? null,
    replyToken: replyTokenOf(mail, recorded.envelope),
    attachments: mail.attachments,
  };
  const reported = automatic ? await receiveReport(tx, keys, { automatic, mail }) : null;
  const found = reported ?? (await findThread(tx, keys, message));
  const into = found && (await holdThread(tx, found));
  await putMessage(tx, keys, { message, shopper, thread: into });
  await settleInbound(tx, recorded.id, {
    state: "threaded",
    ...(automatic ? { reason: automatic.reason } : {}),
  });
  if (into?.parentId)
    return wakeParent(tx, { side: into, automatic: automatic?.kind ?? null, at: message.at });
  if (automatic) return `kept and not answered: ${automatic.reason}`;
  await emit(tx, "message-received", { data: { shopId: keys.shopId, messageId: recorded.id } });
  return into ? "added to a conversation" : "began a conversation";
}

/** The envelope's address first; a forward may have left the token only in what the writer's program kept. */
function replyTokenOf(mail: ParsedMail, envelope: Envelope): string | null {
  const addresses = [envelope.to, ...[...mail.to, ...mail.cc].map((mailbox) => mailbox.address)];
  const tokens = addresses.map(
    (address) => parseInboundAddress(address, env.INBOUND_DOMAIN)?.replyToken ?? null,
  );
  return tokens.find((token) => token !== null) ?? null;
}
