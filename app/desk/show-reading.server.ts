import { feltAs, type Correction } from "#app/care/understand/correction.ts";
import { messageText } from "#app/care/understand/message-content.server.ts";
import { emotionExpiry } from "#app/care/understand/emotion-kept.ts";
import { careEmotionSchema, readingSchema, type CareEmotion } from "#app/care/understand/reading.ts";
import { effective, standingReadings, type Standing } from "#app/care/understand/standing-readings.server.ts";
import { trajectory } from "#app/care/understand/trajectory.ts";
import type { ShownCorrection, ShownPoint, ShownReading } from "#app/desk/shapes.ts";
import type { Tx } from "#app/db.server.ts";
import { logger } from "#app/lib/logger.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema, staffName } from "#app/shop/settings.ts";

/** Readings it was said of before that they cannot be opened: once is enough. */
const told = new Set<string>();

/**
 * The reading of a message as screens and API show it, with the way the conversation took; null while it is not read. One that
 * cannot be opened is left out, of the way too: its conversation opens all the same.
 */
export async function showReading(
  tx: Tx,
  keys: ShopKeys,
  { messageId, now }: { messageId: string; now: Date },
): Promise<ShownReading | null> {
  const onUnreadable = (err: unknown, readingId: string) => {
    if (!told.has(readingId))
      logger.warn({ err, shopId: keys.shopId, readingId }, "a reading cannot be opened");
    told.add(readingId);
  };
  const found = await standingReadings(tx, keys, { messageIds: [messageId], now, onUnreadable });
  const standing = found.get(messageId);
  if (!standing) return null;
  const reading = await effective(standing, () => messageText(tx, keys, messageId));
  const points = await pointsOf(tx, keys, { standing, now, onUnreadable });
  return {
    ...reading,
    emotion: standing.expired ? null : reading.emotion,
    messageId,
    version: standing.version,
    madeFor: standing.madeFor,
    madeAt: standing.madeAt.toISOString(),
    expiresAt: standing.expiresAt.toISOString(),
    correction: await shownCorrections(tx, keys, standing),
    trajectory: { direction: trajectory(points), points },
  };
}

type Way = { standing: Standing; now: Date; onUnreadable: (err: unknown, readingId: string) => void };
type Row = { id: string; messageId: string; at: Date; sealed: string };

/**
 * The conversation's messages as they were read when this reading was made. What a person set right since is shown as they said;
 * what has expired, or was removed with a person's data, is shown no more.
 */
async function pointsOf(
  tx: Tx,
  keys: ShopKeys,
  { standing: { thread }, now, onUnreadable }: Way,
): Promise<ShownPoint[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT readings.id, message_id AS "messageId", messages.at, encode(readings.sealed, 'base64') AS sealed
    FROM readings JOIN messages ON messages.id = message_id
    WHERE readings.id = ANY(${thread}) AND cleared_at IS NULL ORDER BY messages.at, messages.id`;
  const kept = rows.filter(({ at }) => emotionExpiry(at) > now);
  const corrections = await tx.readingCorrection.findMany({
    where: { messageId: { in: kept.map(({ messageId }) => messageId) }, field: "emotion", endedAt: null },
    select: { messageId: true, to: true },
  });
  const setRight = new Map(corrections.map((one) => [one.messageId, careEmotionSchema.parse(one.to)]));
  const shown: ShownPoint[] = [];
  for (const row of kept) {
    try {
      shown.push(pointOf(keys, row, setRight.get(row.messageId)));
    } catch (err) {
      onUnreadable(err, row.id);
    }
  }
  return shown;
}

function pointOf(
  keys: ShopKeys,
  { id, messageId, at, sealed }: Row,
  to: CareEmotion | undefined,
): ShownPoint {
  const bytes = Buffer.from(sealed, "base64");
  const { emotion, unsure } = openJson(keys, { context: `readings.sealed:${id}`, bytes }, readingSchema);
  const { label, intensity } = to === undefined ? emotion : feltAs(emotion, to);
  const corrected = to !== undefined;
  return { messageId, at: at.toISOString(), label, intensity, unsure: unsure && !corrected, corrected };
}

async function shownCorrections(
  tx: Tx,
  keys: ShopKeys,
  { corrections: { emotion, intent } }: Standing,
): Promise<ShownReading["correction"]> {
  if (!emotion && !intent) return null;
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: keys.shopId },
    select: { name: true, settings: true },
  });
  const settings = settingsSchema.parse(shop.settings);
  const shown = <Label extends string>(one: Correction<Label> | null): ShownCorrection<Label> | null =>
    one && {
      from: one.from,
      to: one.to,
      by: { id: one.by, name: staffName({ id: one.by, settings, shopName: shop.name }) },
      at: one.at.toISOString(),
    };
  return { emotion: shown(emotion), intent: shown(intent) };
}
