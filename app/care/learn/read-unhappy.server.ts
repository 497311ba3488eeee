import type { CareEmotion } from "#app/care/understand/reading.ts";
import { standingReadings } from "#app/care/understand/standing-readings.server.ts";
import type { Counts } from "#app/care/learn/always-valid.ts";
import type { Tx } from "#app/db.server.ts";
import { logger } from "#app/lib/logger.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

const UNHAPPY: ReadonlySet<CareEmotion> = new Set([
  "anger",
  "frustration",
  "disappointment",
  "worry",
  "sadness",
  "grief",
]);

const NEWEST = 5_000;
const AT_ONCE = 500;

type Row = { kind: string; arm: string; messageId: string | null };

/**
 * Of who was drawn, how many wrote next and were unhappy when they did; who did not write was not. Emotions are kept for a while only:
 * whose has expired, or was never read, is in neither count.
 */
export async function readUnhappy(
  tx: Tx,
  keys: ShopKeys,
  { now, days }: { now: Date; days: number },
): Promise<Map<string, Counts>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT h.kind, h.arm, next.id AS "messageId" FROM hold_outs AS h
    LEFT JOIN LATERAL (
      SELECT m.id FROM conversations AS c JOIN messages AS m ON m.shop_id = c.shop_id AND m.conversation_id = c.id
      WHERE c.shop_id = h.shop_id AND c.contact_index = h.contact_index AND m.direction = 'in' AND NOT m.automatic
        AND m.at > h.assigned_at AND m.at <= h.assigned_at + ${days}::int * interval '1 day'
      ORDER BY m.at, m.id LIMIT 1) AS next ON true
    WHERE h.shop_id = ${keys.shopId} AND h.assigned_at + ${days}::int * interval '1 day' <= ${now}::timestamptz
    ORDER BY h.assigned_at DESC LIMIT ${NEWEST}`;
  const unhappy = await unhappyMessages(tx, keys, {
    messageIds: rows.flatMap(({ messageId }) => messageId ?? []),
    now,
  });
  const counts = new Map<string, Counts>();
  for (const { kind, arm, messageId } of rows) {
    const felt = messageId === null ? false : unhappy.get(messageId);
    if (felt === undefined) continue;
    const key = `${kind}|${arm}|unhappy_contact`;
    const { n, k } = counts.get(key) ?? { n: 0, k: 0 };
    counts.set(key, { n: n + 1, k: felt ? k + 1 : k });
  }
  return counts;
}

async function unhappyMessages(
  tx: Tx,
  keys: ShopKeys,
  { messageIds, now }: { messageIds: string[]; now: Date },
): Promise<Map<string, boolean>> {
  const found = new Map<string, boolean>();
  for (let from = 0; from < messageIds.length; from += AT_ONCE) {
    const standing = await standingReadings(tx, keys, {
      messageIds: messageIds.slice(from, from + AT_ONCE),
      now,
      onUnreadable: (err, readingId) => logger.warn({ err, readingId }, "a reading could not be opened"),
    });
    for (const [messageId, { reading, corrections, expired }] of standing)
      if (!expired) found.set(messageId, UNHAPPY.has(corrections.emotion?.to ?? reading.emotion.label));
  }
  return found;
}
