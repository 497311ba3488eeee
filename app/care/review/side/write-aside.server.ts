import { randomBytes, randomUUID } from "node:crypto";
import type { Conversation } from "@prisma/client";
import { checkCopies, type RefusedCopy } from "#app/care/review/check-copies.server.ts";
import { isBlank, messageIdOf, plainText } from "#app/care/review/compose-mail.ts";
import { composeReply } from "#app/care/review/compose-reply.server.ts";
import { takeFiles, type RefusedFiles } from "#app/care/review/files/take-files.server.ts";
import type { OutgoingContent } from "#app/care/review/outgoing-content.ts";
import { findUntold } from "#app/care/review/side/find-untold.ts";
import { readSideFacts } from "#app/care/review/side/read-side-facts.server.ts";
import type { SideFact } from "#app/care/review/side/side-facts.ts";
import type { ConversationContent, Mailbox } from "#app/conversation/message-content.ts";
import { newReplyToken } from "#app/conversation/reply-token.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { env } from "#app/env.server.ts";
import type { Duration } from "#app/lib/duration.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { WORDS_FORM } from "#app/shop/search-words.ts";
import { blindIndex, sealJson, searchTokens, type ShopKeys } from "#app/shop/seal.ts";

export type AsideInput = {
  shopId: string;
  /** The shopper's conversation. */
  parentId: string;
  /** The side conversation that is gone on with; null: a new one with `to`. */
  sideId: string | null;
  /** Chosen by who writes, so that two clicks are one mail. */
  askId: string;
  to: Mailbox;
  subject: string;
  text: string;
  /** What of the shopper they chose to tell, by fact. */
  told: readonly string[];
  files?: readonly string[] | undefined;
  holdFor?: Duration | undefined;
  staff: { id: string };
};

export type Aside =
  | { outcome: "approved"; deliveryId: string; sideId: string }
  | { outcome: "already_sent"; deliveryId: string; sideId: string }
  /** It says of the shopper what nobody chose to tell. */
  | { outcome: "untold"; facts: SideFact[] }
  | { outcome: "refused"; field: "to" | "subject" | "text"; why: "empty" | RefusedCopy["why"] }
  | RefusedFiles
  | { outcome: "not_found" };

/**
 * A person writes to a warehouse or a carrier about a shopper's conversation: a mail of its own with an address of its own, so that the
 * answer comes back beside the shopper's thread and never into it. Of the shopper it tells what was chosen and nothing else.
 */
export async function writeAside(
  { inShop, now }: { inShop: InShop; now: Now },
  input: AsideInput,
): Promise<Aside> {
  const keys = await shopKeys(input.shopId);
  const text = plainText(input.text);
  const subject = input.subject.replaceAll(/\s+/gu, " ").trim();
  if (isBlank(text)) return { outcome: "refused", field: "text", why: "empty" };
  if (subject === "" && input.sideId === null) return { outcome: "refused", field: "subject", why: "empty" };
  return inShop(async (tx): Promise<Aside> => {
    await lockAgainstRedaction(sqlOf(tx), input.shopId);
    // The parent first: whoever clicks twice comes one after the other.
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${input.parentId} FOR UPDATE`;
    const parent = await tx.conversation.findUnique({ where: { id: input.parentId } });
    if (!parent || parent.parentId !== null) return { outcome: "not_found" };
    const sent = await tx.delivery.findFirst({
      where: { shopId: input.shopId, key: keyOf(input) },
      select: { id: true, conversationId: true },
    });
    if (sent)
      return { outcome: "already_sent", deliveryId: sent.id, sideId: sent.conversationId ?? input.parentId };
    const { orders, shopper } = await readSideFacts(tx, keys, parent);
    const facts = [...orders.flatMap((order) => order.facts), ...shopper];
    const untold = findUntold(`${subject}\n${text}`, facts, input.told);
    if (untold.length > 0) return { outcome: "untold", facts: untold };
    return send(tx, keys, { input: { ...input, text, subject }, at: now() });
  });
}

const keyOf = ({ askId }: Pick<AsideInput, "askId">): string => `side:${askId}`;

type Sending = { input: AsideInput; at: Date };

async function send(tx: Tx, keys: ShopKeys, { input, at }: Sending): Promise<Aside> {
  const { shopId, parentId, sideId, text, files = [], holdFor = 0, staff } = input;
  const side = sideId ? await existing(tx, { parentId, sideId }) : await begin(tx, keys, { input, at });
  if (!side) return { outcome: "not_found" };
  if ("outcome" in side) return side;
  const answered = await tx.message.findFirst({
    where: { conversationId: side.id, direction: "in", automatic: false },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  const composed = await composeReply(tx, keys, {
    ...{ conversationId: side.id, messageId: answered?.id ?? null, text, makerLine: "" },
  });
  if (composed.outcome === "no_address") return { outcome: "refused", field: "to", why: "address" };
  const deliveryId = randomUUID();
  const missing = await takeFiles(tx, { files, placeId: parentId, deliveryId });
  if (missing) return missing;
  const key = keyOf(input);
  const content: OutgoingContent = composed.mail;
  const leaves = new Date(at.getTime() + holdFor);
  await tx.delivery.create({
    data: {
      ...{ id: deliveryId, shopId, key, purpose: "side", conversationId: side.id, approvedBy: staff.id },
      mailMessageId: messageIdOf({ shopId, key }, env.INBOUND_DOMAIN),
      recipientIndex: blindIndex(keys, "email", composed.mail.to.address),
      sealed: sealJson(keys, `deliveries.sealed:${deliveryId}`, content),
      nextAttemptAt: leaves,
      ...{ at, createdAt: at },
    },
  });
  await tx.conversation.update({ where: { id: side.id }, data: { status: "waiting", updatedAt: at } });
  await emit(tx, "draft-approved", {
    data: { shopId, deliveryId },
    ...(holdFor > 0 ? { runAt: leaves } : {}),
  });
  return { outcome: "approved", deliveryId, sideId: side.id };
}

async function existing(
  tx: Tx,
  { parentId, sideId }: { parentId: string; sideId: string },
): Promise<Conversation | null> {
  await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${sideId} FOR UPDATE`;
  return tx.conversation.findFirst({ where: { id: sideId, parentId } });
}

async function begin(
  tx: Tx,
  keys: ShopKeys,
  { input, at }: Sending,
): Promise<Conversation | Extract<Aside, { outcome: "refused" }>> {
  const { shopId, parentId, subject } = input;
  const to = { name: input.to.name.trim(), address: input.to.address.trim() };
  const refused = await checkCopies(tx, keys, { copies: [to], to: { name: "", address: "" } });
  if (refused) return { outcome: "refused", field: "to", why: refused.why };
  const id = randomUUID();
  const content: ConversationContent = { subject, contactName: to.name, contactEmail: to.address };
  return tx.conversation.create({
    data: {
      ...{ id, shopId, parentId, channel: "email", status: "waiting" },
      // No inbox shows it: it stands beside the shopper's.
      unsent: true,
      replyToken: newReplyToken(randomBytes(16)),
      contactIndex: blindIndex(keys, "email", to.address),
      sealed: sealJson(keys, `conversations.sealed:${id}`, content),
      wordsForm: WORDS_FORM,
      searchTokens: searchTokens(keys, [subject, to.name, to.address].join("\n")),
      ...{ createdAt: at, updatedAt: at },
    },
  });
}
