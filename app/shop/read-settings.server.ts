import type { Tx } from "#app/db.server.ts";
import { settingsSchema, type Settings } from "#app/shop/settings.ts";

/** What the shop decided, with defaults for the rest. */
export async function readSettings(tx: Tx, shopId: string): Promise<Settings> {
  const { settings } = await tx.shop.findUniqueOrThrow({ where: { id: shopId }, select: { settings: true } });
  return settingsSchema.parse(settings);
}
