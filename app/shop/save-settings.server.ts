import { isDeepStrictEqual } from "node:util";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { changeOutreach, type OutreachChange, type ShopPromises } from "#app/shop/outreach-settings.ts";
import type { DeskSettings } from "#app/shop/desk-settings.ts";
import { settingsSchema, type Settings, type Voice } from "#app/shop/settings.ts";

export type SettingsChange = Partial<Omit<Settings, "voice" | "promises" | "outreach" | "desk">> & {
  voice?: Partial<Voice>;
  promises?: Partial<ShopPromises>;
  outreach?: OutreachChange;
  desk?: Partial<DeskSettings>;
};

/**
 * Changes the named settings and keeps the others, also when two people save at the same time. Answers the whole. What was decided of
 * outreach under other settings is decided anew.
 */
export async function saveSettings(tx: Tx, shopId: string, change: SettingsChange): Promise<Settings> {
  await tx.$executeRaw`SELECT 1 FROM shops WHERE id = ${shopId} FOR UPDATE`;
  const { settings } = await tx.shop.findUniqueOrThrow({ where: { id: shopId }, select: { settings: true } });
  const current = settingsSchema.parse(settings);
  const next = settingsSchema.parse({
    ...current,
    ...change,
    voice: { ...current.voice, ...change.voice },
    promises: { ...current.promises, ...change.promises },
    desk: { ...current.desk, ...change.desk },
    outreach: changeOutreach(current.outreach, change.outreach ?? {}),
  });
  await tx.shop.update({ where: { id: shopId }, data: { settings: next } });
  if (!isDeepStrictEqual(current.outreach, next.outreach))
    await emit(tx, "outreach-settings-changed", { data: { shopId } });
  return next;
}
