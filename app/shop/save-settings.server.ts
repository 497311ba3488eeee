import type { Tx } from "#app/db.server.ts";
import { settingsSchema, type Settings, type Voice } from "#app/shop/settings.ts";

export type SettingsChange = Partial<Omit<Settings, "voice">> & { voice?: Partial<Voice> };

/** Changes the named settings and keeps the others, also when two people save at the same time. Answers the whole. */
export async function saveSettings(tx: Tx, shopId: string, change: SettingsChange): Promise<Settings> {
  await tx.$executeRaw`SELECT 1 FROM shops WHERE id = ${shopId} FOR UPDATE`;
  const { settings } = await tx.shop.findUniqueOrThrow({ where: { id: shopId }, select: { settings: true } });
  const current = settingsSchema.parse(settings);
  const next = settingsSchema.parse({ ...current, ...change, voice: { ...current.voice, ...change.voice } });
  await tx.shop.update({ where: { id: shopId }, data: { settings: next } });
  return next;
}
