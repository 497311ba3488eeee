import { isDeepStrictEqual } from "node:util";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { changeOutreach, type OutreachChange, type ShopPromises } from "#app/shop/outreach-settings.ts";
import { changeServiceLevels, type ServiceLevelChange } from "#app/shop/change-service-levels.ts";
import type { DeskSettings } from "#app/shop/desk-settings.ts";
import { weekdays } from "#app/shop/service-level-settings.ts";
import { settingsSchema, type Settings, type Voice } from "#app/shop/settings.ts";

type Changed = "voice" | "promises" | "outreach" | "desk" | "serviceLevels";
export type SettingsChange = Partial<Omit<Settings, Changed>> & {
  voice?: Partial<Voice>;
  promises?: Partial<ShopPromises>;
  outreach?: OutreachChange;
  desk?: Partial<DeskSettings>;
  serviceLevels?: ServiceLevelChange;
};

/**
 * Changes the named settings and keeps the others, also when two people save at the same time. Answers the whole. What was decided of
 * outreach under other settings is decided anew, when what is open is due, and which orders are late.
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
    serviceLevels: changeServiceLevels(current.serviceLevels, change.serviceLevels ?? {}),
  });
  await tx.shop.update({ where: { id: shopId }, data: { settings: next } });
  if (!isDeepStrictEqual(current.outreach, next.outreach))
    await emit(tx, "outreach-settings-changed", { data: { shopId } });
  if (!isDeepStrictEqual(levelsOf(current), levelsOf(next)))
    await emit(tx, "service-levels-changed", { data: { shopId } });
  if (!isDeepStrictEqual(daysOf(current), daysOf(next)))
    await emit(tx, "business-days-changed", { data: { shopId } });
  return next;
}

/** What decides by when orders should have left. */
const daysOf = ({ serviceLevels: { hours, holidays }, promises: { handlingDays } }: Settings) => ({
  days: weekdays.filter((day) => hours[day].length > 0),
  holidays,
  handlingDays,
});

/** What decides when a conversation is due. */
const levelsOf = ({ serviceLevels: { hours, holidays, on, targets, exceptions, warn } }: Settings) => ({
  hours,
  holidays,
  on,
  targets,
  exceptions,
  warn,
});
