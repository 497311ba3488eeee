import { calendarOf, type Calendar } from "#app/care/triage/business-time.ts";
import type { Tx } from "#app/db.server.ts";
import { settingsSchema } from "#app/shop/settings.ts";

/** When somebody of the shop is there, where it is; in UTC until Shopify said where. */
export async function readCalendar(tx: Tx, shopId: string): Promise<Calendar> {
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { timezone: true, settings: true },
  });
  return calendarOf(settingsSchema.parse(shop.settings).serviceLevels, shop.timezone ?? "UTC");
}
