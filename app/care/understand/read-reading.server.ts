import { messageText } from "#app/care/understand/message-content.server.ts";
import type { Reading } from "#app/care/understand/reading.ts";
import { effective, standingReadings } from "#app/care/understand/standing-readings.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * The reading of one message as it is to be used: its newest version, as people set it right, neutral once its emotion has
 * expired. Null while the message was not read yet.
 */
export async function readReading(
  tx: Tx,
  keys: ShopKeys,
  { messageId, now }: { messageId: string; now: Date },
): Promise<Reading | null> {
  const standing = (await standingReadings(tx, keys, { messageIds: [messageId], now })).get(messageId);
  return standing ? effective(standing, () => messageText(tx, keys, messageId)) : null;
}
