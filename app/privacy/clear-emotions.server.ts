import { isDeepStrictEqual } from "node:util";
import { judgePriority } from "#app/care/triage/judge-priority.server.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import { outlasting, withoutEmotion } from "#app/care/understand/emotion-kept.ts";
import { messageText } from "#app/care/understand/message-content.server.ts";
import { readingSchema } from "#app/care/understand/reading.ts";
import { forShop, sqlOf, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

/** Readings a transaction takes: no lock is held long. */
const READINGS = 100;

/** How far through a shop's readings a round has come. */
export type Place = { expiresAt: Date; id: string };

export type Cleared = {
  /** How many readings the emotion was taken out of. */
  cleared: number;
  /** Where to go on; null when nothing more is due. */
  next: Place | null;
};

export type Unreadable = { readingId: string } | { draftId: string } | { messageId: string };

type Clearing = {
  at: Date;
  after: Place | null;
  /** Told of what cannot be opened, by its row. */
  onUnreadable: (err: unknown, row: Unreadable) => void;
};

type Due = { id: string; messageId: string; conversationId: string; expiresAt: Date; sealed: string };

/** Takes the emotion out of the shop's next readings whose time is over, and out of what was made from them. */
export async function clearEmotions(shopId: string, given: Clearing): Promise<Cleared> {
  const keys = await shopKeys(shopId);
  return forShop(shopId)(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const due = await dueReadings(tx, shopId, given);
    if (due.length === 0) return { cleared: 0, next: null };
    const messageIds = due.map(({ messageId }) => messageId);
    const conversationIds = due.map(({ conversationId }) => conversationId);
    // Before its drafts, as everywhere. A message that is being read gives its conversation a newer emotion: seen only by who looks
    // after the lock.
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ANY(${conversationIds}) ORDER BY id FOR UPDATE`;
    // What is counted by is gone even where the rest of a row cannot be opened.
    await tx.reading.updateMany({
      where: { id: { in: due.map(({ id }) => id) }, emotion: { not: null } },
      data: { emotion: null },
    });
    let cleared = 0;
    for (const one of due) if (await clearReading(tx, keys, { ...given, due: one })) cleared += 1;
    await tx.modelReading.deleteMany({ where: { shopId, messageId: { in: messageIds } } });
    // Asked for with the emotion in it.
    await tx.draftAnswer.deleteMany({ where: { shopId, messageId: { in: messageIds } } });
    await tx.readingCorrection.deleteMany({
      where: {
        shopId,
        conversationId: { in: conversationIds },
        messageId: { in: messageIds },
        field: "emotion",
      },
    });
    await clearDrafts(tx, keys, { ...given, messageIds, conversationIds });
    await calm(tx, keys, { conversationIds, at: given.at });
    const last = due.length === READINGS ? due.at(-1) : undefined;
    return { cleared, next: last ? { expiresAt: last.expiresAt, id: last.id } : null };
  });
}

/** Any number of processes may look: what one has locked, another passes over. */
function dueReadings(tx: Tx, shopId: string, { at, after }: Clearing): Promise<Due[]> {
  const from = after ?? { expiresAt: new Date(0), id: "" };
  return tx.$queryRaw<Due[]>`
    SELECT id, message_id AS "messageId", conversation_id AS "conversationId", expires_at AS "expiresAt",
      encode(sealed, 'base64') AS sealed
    FROM readings
    WHERE shop_id = ${shopId} AND cleared_at IS NULL AND expires_at <= ${at}
      AND (expires_at, id) > (${from.expiresAt}, ${from.id})
    ORDER BY expires_at, id LIMIT ${READINGS} FOR UPDATE SKIP LOCKED`;
}

async function clearReading(
  tx: Tx,
  keys: ShopKeys,
  { due: { id, messageId, sealed }, at, onUnreadable }: Clearing & { due: Due },
): Promise<boolean> {
  const context = `readings.sealed:${id}` as const;
  const reading = opened(
    () => openJson(keys, { context, bytes: Buffer.from(sealed, "base64") }, readingSchema.loose()),
    (err) => onUnreadable(err, { readingId: id }),
  );
  if (!reading) return false;
  const text = await messageText(tx, keys, messageId).catch((err: unknown) => {
    onUnreadable(err, { messageId });
    return null;
  });
  // The feeling goes in any case. How urgent the rest is, only the text tells: until it can be opened the row stays due.
  const rest = text === null ? withoutEmotion(reading) : outlasting(reading, text);
  if (text === null && isDeepStrictEqual(rest, reading)) return false;
  await tx.reading.update({
    where: { id },
    data: { sealed: sealJson(keys, context, rest), clearedAt: text === null ? null : at },
  });
  return text !== null;
}

/** A plan says which emotion it answered. What the reply said stays: it was sent. */
async function clearDrafts(
  tx: Tx,
  keys: ShopKeys,
  given: Clearing & { messageIds: string[]; conversationIds: string[] },
): Promise<void> {
  const { messageIds, conversationIds, onUnreadable } = given;
  const drafts = await tx.draft.findMany({
    where: { shopId: keys.shopId, conversationId: { in: conversationIds }, messageId: { in: messageIds } },
    select: { id: true, sealed: true },
  });
  for (const { id, sealed } of drafts) {
    const context = `drafts.sealed:${id}` as const;
    const content = opened(
      () => openJson(keys, { context, bytes: sealed }, draftContentSchema.loose()),
      (err) => onUnreadable(err, { draftId: id }),
    );
    if (!content) continue;
    const plan = { ...content.plan, emotion: "neutral", neutral: true };
    await tx.draft.update({ where: { id }, data: { sealed: sealJson(keys, context, { ...content, plan }) } });
  }
}

/**
 * Conversations that say nothing newer show no emotion, and have the priority that is left of it: the same or a lower one, never
 * a higher. Nothing else of them changes, least of all whether they are closed. What cannot be opened shows its emotion nowhere
 * else either.
 */
async function calm(
  tx: Tx,
  keys: ShopKeys,
  { conversationIds, at }: { conversationIds: string[]; at: Date },
): Promise<void> {
  const quiet = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM conversations WHERE id = ANY(${conversationIds}) AND NOT EXISTS (
      SELECT FROM readings WHERE readings.shop_id = conversations.shop_id
        AND readings.conversation_id = conversations.id AND cleared_at IS NULL AND expires_at > ${at})`;
  await tx.conversation.updateMany({
    where: { id: { in: quiet.map(({ id }) => id) }, OR: [{ emotion: { not: null } }, { unsure: true }] },
    data: { emotion: null, unsure: false },
  });
  for (const { id } of quiet)
    await judgePriority(tx, keys, { conversationId: id, now: at, neverRaise: true });
}

/** One row that cannot be opened holds up no other. */
function opened<T>(open: () => T, onUnreadable: (err: unknown) => void): T | null {
  try {
    return open();
  } catch (err) {
    onUnreadable(err);
    return null;
  }
}
