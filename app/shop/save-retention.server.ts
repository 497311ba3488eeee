import { isDeepStrictEqual } from "node:util";
import type { Tx } from "#app/db.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import type { RetentionSettings } from "#app/shop/retention-settings.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";

/** `by`: the Shopify user id of whoever changes it. */
type Given = { retention: RetentionSettings; by: string; at: Date };

/**
 * Changes for how long the shop keeps what is done, and notes who did: what is erased by it shows nothing of that afterwards. What is saved
 * as it was is no change.
 */
export async function saveRetention(tx: Tx, shopId: string, { retention, by, at }: Given): Promise<void> {
  // Two people at once: each change begins with what the one before left.
  await tx.$executeRaw`SELECT 1 FROM shops WHERE id = ${shopId} FOR UPDATE`;
  const { retention: before } = await readSettings(tx, shopId);
  const { retention: after } = await saveSettings(tx, shopId, { retention });
  if (isDeepStrictEqual(before, after)) return;
  await tx.settingsChange.create({ data: { shopId, setting: "retention", by, at, before, after } });
}
