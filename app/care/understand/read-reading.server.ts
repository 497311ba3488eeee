import { readingSchema, type Reading } from "#app/care/understand/reading.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** The reading of one message, opened. Null while it was not read yet. */
export async function readReading(tx: Tx, keys: ShopKeys, messageId: string): Promise<Reading | null> {
  const row = await tx.reading.findUnique({ where: { messageId }, select: { sealed: true } });
  return row && openJson(keys, { context: `readings.sealed:${messageId}`, bytes: row.sealed }, readingSchema);
}
