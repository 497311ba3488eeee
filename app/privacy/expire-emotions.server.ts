import { draftContentSchema } from "#app/care/draft/draft.ts";
import { withoutEmotion } from "#app/care/understand/emotion-kept.ts";
import { readingSchema } from "#app/care/understand/reading.ts";
import { forShop, sqlOf, type Tx } from "#app/db.server.ts";
import { minutes, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPool } from "#app/system-db.server.ts";

/** Shops a round looks at, and readings a transaction takes: no lock is held long. */
const SHOPS = 100;
const READINGS = 100;

/**
 * Takes the emotion out of every reading whose time is over, out of the drafts that were made from it, and out of conversations
 * that say nothing newer; what a model and a person said the emotion was goes with it. The rest of a reading stays. Any number of processes
 * may: what one has locked, another passes over. Answers how many readings were cleared.
 */
export async function expireEmotions(at: Date): Promise<number> {
  let cleared = 0;
  for (const shopId of await shopsDue(at)) {
    try {
      for (let more = true; more;) {
        const count = await clearSome(shopId, at);
        cleared += count;
        more = count === READINGS;
      }
    } catch (err) {
      logger.warn({ err, shopId }, "expired emotions were not taken out");
    }
  }
  return cleared;
}

async function shopsDue(at: Date): Promise<string[]> {
  const { rows } = await systemPool.query<{ shop_id: string }>({
    name: "emotions-due",
    text: `SELECT DISTINCT shop_id FROM (
             SELECT shop_id FROM readings WHERE cleared_at IS NULL AND expires_at <= $1 ORDER BY expires_at LIMIT 5000
           ) AS due LIMIT ${SHOPS}`,
    values: [at],
  });
  return rows.map(({ shop_id: shopId }) => shopId);
}

type Due = { id: string; messageId: string; conversationId: string; sealed: string };

async function clearSome(shopId: string, at: Date): Promise<number> {
  const keys = await shopKeys(shopId);
  return forShop(shopId)(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const due = await tx.$queryRaw<Due[]>`
      SELECT id, message_id AS "messageId", conversation_id AS "conversationId", encode(sealed, 'base64') AS sealed
      FROM readings WHERE shop_id = ${shopId} AND cleared_at IS NULL AND expires_at <= ${at}
      ORDER BY expires_at LIMIT ${READINGS} FOR UPDATE SKIP LOCKED`;
    const messageIds = due.map(({ messageId }) => messageId);
    const conversationIds = due.map(({ conversationId }) => conversationId);
    // Before its drafts, as everywhere. A message that is being read gives its conversation a newer emotion: seen only by who looks
    // after the lock.
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ANY(${conversationIds}) ORDER BY id FOR UPDATE`;
    for (const one of due) await clearReading(tx, keys, { ...one, at });
    await tx.modelReading.deleteMany({ where: { shopId, messageId: { in: messageIds } } });
    await tx.readingCorrection.deleteMany({
      where: {
        shopId,
        conversationId: { in: conversationIds },
        messageId: { in: messageIds },
        field: "emotion",
      },
    });
    await clearDrafts(tx, keys, { messageIds, conversationIds });
    await tx.$executeRaw`
      UPDATE conversations SET emotion = NULL, unsure = false
      WHERE id = ANY(${conversationIds}) AND (emotion IS NOT NULL OR unsure) AND NOT EXISTS (
        SELECT FROM readings WHERE readings.shop_id = conversations.shop_id
          AND readings.conversation_id = conversations.id AND cleared_at IS NULL)`;
    return due.length;
  });
}

async function clearReading(tx: Tx, keys: ShopKeys, { id, sealed, at }: Due & { at: Date }): Promise<void> {
  const context = `readings.sealed:${id}` as const;
  const reading = openJson(keys, { context, bytes: Buffer.from(sealed, "base64") }, readingSchema.loose());
  await tx.reading.update({
    where: { id },
    data: { sealed: sealJson(keys, context, withoutEmotion(reading)), clearedAt: at },
  });
}

/** A plan says which emotion it answered. What the reply said stays: it was sent. */
async function clearDrafts(
  tx: Tx,
  keys: ShopKeys,
  { messageIds, conversationIds }: { messageIds: string[]; conversationIds: string[] },
): Promise<void> {
  const drafts = await tx.draft.findMany({
    where: { shopId: keys.shopId, conversationId: { in: conversationIds }, messageId: { in: messageIds } },
    select: { id: true, sealed: true },
  });
  for (const { id, sealed } of drafts) {
    const context = `drafts.sealed:${id}` as const;
    const content = openJson(keys, { context, bytes: sealed }, draftContentSchema.loose());
    const plan = { ...content.plan, emotion: "neutral", neutral: true };
    await tx.draft.update({ where: { id }, data: { sealed: sealJson(keys, context, { ...content, plan }) } });
  }
}

/** Looks until stopped. */
export function startExpiring(
  { now }: { now: Now },
  every: Duration = minutes(1),
): { stop: () => Promise<void> } {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= expireEmotions(now())
      .then((cleared) => {
        if (cleared > 0) logger.info({ cleared }, "expired emotions were taken out");
      })
      .catch((err: unknown) => logger.warn({ err }, "expired emotions were not looked for"))
      .finally(() => {
        running = null;
      });
  }, every);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
