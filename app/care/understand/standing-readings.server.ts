import { z } from "zod";
import { corrected, noCorrections, type Corrections } from "#app/care/understand/correction.ts";
import { outlasting, withoutEmotion } from "#app/care/understand/emotion-kept.ts";
import {
  careEmotionSchema,
  intentSchema,
  readingSchema,
  type Reading,
} from "#app/care/understand/reading.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** What stands of a message: the newest version of its reading, as it was made, and what a person set right. */
export type Standing = {
  id: string;
  messageId: string;
  version: number;
  madeFor: string;
  madeAt: Date;
  /** When the message was read first. */
  firstAt: Date;
  expiresAt: Date;
  /** The emotion's time is over: it is in `reading` no more, taken out of the row or not. */
  expired: boolean;
  /** The readings that the conversation consisted of when this one was made, oldest message first. */
  thread: string[];
  reading: Reading;
  corrections: Corrections;
};

type Row = Omit<Standing, "reading" | "corrections" | "expired"> & { cleared: boolean; sealed: string };

type Named = {
  messageIds: readonly string[];
  now: Date;
  /** Told of a reading that cannot be opened, which is left out then; without it, it is thrown. */
  onUnreadable?: (err: unknown, readingId: string) => void;
};

/** What stands of the named messages at this time; those that were not read are left out. */
export async function standingReadings(
  tx: Tx,
  keys: ShopKeys,
  { messageIds, now, onUnreadable }: Named,
): Promise<Map<string, Standing>> {
  if (messageIds.length === 0) return new Map();
  // As base64: Prisma reads bytes number by number.
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (message_id) id, message_id AS "messageId", version, made_for AS "madeFor", made_at AS "madeAt",
      min(made_at) OVER (PARTITION BY message_id) AS "firstAt", expires_at AS "expiresAt",
      cleared_at IS NOT NULL AS cleared, thread, encode(sealed, 'base64') AS sealed
    FROM readings WHERE message_id = ANY(${[...messageIds]}) ORDER BY message_id, version DESC`;
  const corrections = await standingCorrections(
    tx,
    rows.map(({ messageId }) => messageId),
  );
  const standing = new Map<string, Standing>();
  for (const row of rows) {
    try {
      const said = corrections.get(row.messageId) ?? noCorrections;
      standing.set(row.messageId, standingOf(keys, row, { said, now }));
    } catch (err) {
      if (!onUnreadable) throw err;
      onUnreadable(err, row.id);
    }
  }
  return standing;
}

function standingOf(
  keys: ShopKeys,
  { cleared, sealed, ...row }: Row,
  { said: { emotion, intent }, now }: { said: Corrections; now: Date },
): Standing {
  const expired = cleared || row.expiresAt <= now;
  const bytes = Buffer.from(sealed, "base64");
  const reading = openJson(keys, { context: `readings.sealed:${row.id}`, bytes }, readingSchema);
  return {
    ...row,
    expired,
    reading: expired ? withoutEmotion(reading) : reading,
    corrections: { emotion: expired ? null : emotion, intent },
  };
}

/** The reading that stands, as people set it right. `text` is asked for only when they did, or the emotion has expired. */
export async function effective(
  { reading, corrections, expired }: Standing,
  text: () => Promise<string>,
): Promise<Reading> {
  if (!corrections.emotion && !corrections.intent && !expired) return reading;
  const words = await text();
  const lasting = expired ? outlasting(reading, words) : reading;
  return corrected(lasting, { corrections, text: words });
}

const correctionSchema = z.discriminatedUnion("field", [
  z.object({ field: z.literal("emotion"), from: careEmotionSchema, to: careEmotionSchema }),
  z.object({ field: z.literal("intent"), from: intentSchema, to: intentSchema }),
]);

async function standingCorrections(tx: Tx, messageIds: string[]): Promise<Map<string, Corrections>> {
  const rows = await tx.readingCorrection.findMany({
    where: { messageId: { in: messageIds }, endedAt: null },
  });
  const found = new Map<string, Corrections>();
  for (const { messageId, by, at, ...row } of rows) {
    const { field, ...labels } = correctionSchema.parse(row);
    const before = found.get(messageId) ?? noCorrections;
    found.set(messageId, { ...before, [field]: { ...labels, by, at } });
  }
  return found;
}
