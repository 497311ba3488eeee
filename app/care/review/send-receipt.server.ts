import type { Conversation, Message } from "@prisma/client";
import { isAnswered } from "#app/care/review/is-answered.server.ts";
import {
  composedLanguage,
  composedLanguages,
  type ComposedLanguage,
} from "#app/care/draft/catalogue/catalogue.ts";
import { isBlocked } from "#app/care/draft/guard.ts";
import { composeReceipt } from "#app/care/review/compose-receipt.ts";
import { composeReply } from "#app/care/review/compose-reply.server.ts";
import { receiptTimeOf } from "#app/care/review/receipt-time-of.server.ts";
import { automaticKey, queueAutomatic } from "#app/care/review/queue-automatic.server.ts";
import { whyNoReceipt } from "#app/care/triage/whether-receipt.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import type { Reading } from "#app/care/understand/reading.ts";
import { holdMessage } from "#app/conversation/hold-message.server.ts";
import { isSuppressed } from "#app/conversation/suppressions.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import { days, hours, minutes } from "#app/lib/duration.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema, type Settings } from "#app/shop/settings.ts";

/** Who writes twice within this has written for the first time. */
const FIRST_WITHIN = hours(1);

type Place = {
  message: Omit<Message, "sealed">;
  conversation: Omit<Conversation, "sealed" | "searchTokens">;
  reading: Reading;
  settings: Settings;
  timeZone: string;
  shopName: string;
  now: Date;
};

/**
 * A message was read: where the shop wants it, who wrote it is told that it arrived and by when it is answered, once for a conversation
 * and in their language. It leaves some minutes later, if nobody has answered until then.
 */
export const sendReceipt: Handler<"sendReceipt"> = async (ports, run, { messageId }) => {
  const { shopId } = run;
  const keys = await shopKeys(shopId);
  return run.inShop(async (tx) => {
    const shop = await tx.shop.findUniqueOrThrow({
      where: { id: shopId },
      select: { name: true, timezone: true, settings: true },
    });
    const settings = settingsSchema.parse(shop.settings);
    if (!settings.serviceLevels.receipt.on) return "receipts are off";
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const conversationId = await holdMessage(tx, messageId);
    if (conversationId === null) return "the message is gone";
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
    if (await wasTold(tx, { shopId, conversationId })) return "they were told before";
    const now = ports.now();
    const message = await tx.message.findUniqueOrThrow({ where: { id: messageId }, omit: { sealed: true } });
    if (await wasPutHere(tx, message)) return "a person put it where it is";
    const conversation = await tx.conversation.findUniqueOrThrow({
      where: { id: conversationId },
      omit: { sealed: true, searchTokens: true },
    });
    const reading = await readReading(tx, keys, { messageId, now });
    if (!reading) return "it was not read";
    const timeZone = shop.timezone ?? "UTC";
    const place = { message, conversation, reading, settings, timeZone, shopName: shop.name, now };
    const why = await whyNot(tx, place);
    return why ?? tell(tx, keys, place);
  });
};

/** Its own receipt may be elsewhere by now, and another one's may have come here with what it told of. */
async function wasTold(
  tx: Tx,
  { shopId, conversationId }: { shopId: string; conversationId: string },
): Promise<boolean> {
  const receipts = await tx.delivery.count({
    where: {
      shopId,
      OR: [{ key: automaticKey("receipt", conversationId) }, { conversationId, purpose: "receipt" }],
    },
  });
  return receipts > 0;
}

/** Whether somebody took messages apart since it came: they have seen it, and it may have been told of where it was. */
async function wasPutHere(tx: Tx, { shopId, conversationId, at }: Place["message"]): Promise<boolean> {
  const where = { shopId, conversationId, kind: "split", at: { gte: at } };
  return (await tx.conversationEvent.count({ where })) > 0;
}

async function whyNot(
  tx: Tx,
  { message, conversation, reading, settings, now }: Place,
): Promise<string | null> {
  const { shopId, id: conversationId, contactIndex } = conversation;
  const { receipt } = settings.serviceLevels;
  const earlier = await tx.message.count({
    where: {
      ...{ shopId, conversationId, direction: "in", automatic: false },
      at: { lt: new Date(message.at.getTime() - FIRST_WITHIN) },
    },
  });
  return whyNoReceipt({
    on: receipt.on,
    message: { automatic: message.automatic, isFirst: earlier === 0 },
    conversation: {
      status: conversation.status,
      begunByUs: conversation.issueId !== null,
      withSupplier: conversation.parentId !== null,
    },
    answered: await isAnswered(tx, { shopId, conversationId }),
    suppressed: contactIndex === null || (await isSuppressed(tx, contactIndex, "all")),
    reading: { ...reading, emotion: reading.emotion.label },
    language: languageOf(reading),
    otherLanguages: receipt.otherLanguages,
    age: now.getTime() - message.at.getTime(),
    receiptsToday: contactIndex === null ? 0 : await receiptsToday(tx, { shopId, contactIndex, now }),
  });
}

/** One that a receipt is written in; null also where the message was too short to tell. */
function languageOf({ language }: Reading): ComposedLanguage | null {
  const base = language.toLowerCase().split("-")[0];
  return composedLanguages.find((known) => known === base) ?? null;
}

async function receiptsToday(
  tx: Tx,
  { shopId, contactIndex, now }: { shopId: string; contactIndex: string; now: Date },
): Promise<number> {
  return tx.delivery.count({
    where: {
      ...{ shopId, purpose: "receipt", recipientIndex: contactIndex },
      status: { in: ["queued", "sending", "sent", "uncertain"] },
      at: { gt: new Date(now.getTime() - days(1)) },
    },
  });
}

async function tell(tx: Tx, keys: ShopKeys, place: Place): Promise<string> {
  const { message, conversation, reading, settings, timeZone, shopName, now } = place;
  const about = { settings, timeZone, about: conversation, askedAt: message.at, now };
  const { by } = await receiptTimeOf(tx, { shopId: keys.shopId, ...about });
  const addresses = await tx.sendingAddress.findMany({ select: { address: true } });
  const made = composeReceipt({
    language: composedLanguage(reading.language),
    locale: reading.language,
    form: settings.voice.formality,
    shop: {
      ...{ id: keys.shopId, name: shopName, timeZone },
      domains: addresses.map(({ address }) => address.split("@")[1] ?? ""),
    },
    by,
    now,
  });
  if (isBlocked(made.checks)) return "the guard blocks its words";
  const composed = await composeReply(tx, keys, {
    conversationId: conversation.id,
    messageId: message.id,
    text: made.text,
    makerLine: made.makerLine,
    headers: AUTOMATIC_HEADERS,
  });
  if (composed.outcome === "no_address") return "there is no address to tell";
  const { afterMinutes } = settings.serviceLevels.receipt;
  await queueAutomatic(tx, keys, {
    ...{ purpose: "receipt", conversationId: conversation.id, at: now },
    notBefore: new Date(now.getTime() + minutes(afterMinutes)),
    mail: {
      ...composed.mail,
      subject: made.subject,
      ...(made.promise && by ? { promised: { text: made.promise, dueAt: by.toISOString() } } : {}),
    },
  });
  return by ? "they are told by when" : "they are told that it arrived";
}

/** RFC 3834 section 3.1.8: what answers by itself says so, and nobody's program answers it in turn. */
const AUTOMATIC_HEADERS = {
  "Auto-Submitted": "auto-replied",
  "X-Auto-Response-Suppress": "OOF, AutoReply",
};
