import type { ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { composeCsat } from "#app/care/review/compose-csat.ts";
import { composeReceipt } from "#app/care/review/compose-receipt.ts";
import { receiptTimeOf } from "#app/care/review/receipt-time-of.server.ts";
import type { Tx } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { changeServiceLevels, type ServiceLevelChange } from "#app/shop/change-service-levels.ts";
import { settingsSchema } from "#app/shop/settings.ts";

export type AutomaticMail = { subject: string; text: string; makerLine: string; footer: string };

type Asked = {
  shopId: string;
  kind: "receipt" | "csat";
  language: ComposedLanguage;
  /** The settings as they would be. */
  change: ServiceLevelChange;
  now: Date;
};

/** A mail that leaves by itself, as a shopper who writes now, or was answered, would get it. Its links lead nowhere. */
export async function previewAutomatic(tx: Tx, asked: Asked): Promise<AutomaticMail> {
  const { shopId, kind, language, change, now } = asked;
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { name: true, timezone: true, settings: true },
  });
  const current = settingsSchema.parse(shop.settings);
  const settings = { ...current, serviceLevels: changeServiceLevels(current.serviceLevels, change) };
  const form = settings.voice.formality;
  if (kind === "csat") {
    const page = new URL("/rate/…", env.SHOPIFY_APP_URL);
    const linkOf = (answer: number) => `${page.origin}/rate/…?a=${answer}`;
    const { scale } = settings.serviceLevels.csat;
    const stopLink = `${page.origin}/rate/…?stop=1`;
    return composeCsat({
      language,
      form,
      scale,
      shop: { id: shopId, name: shop.name },
      linkOf,
      stopLink,
      now,
    });
  }
  const timeZone = shop.timezone ?? "UTC";
  const usual = { priority: "normal", channel: "email", tags: [] };
  const { by } = await receiptTimeOf(tx, { shopId, settings, timeZone, about: usual, askedAt: now, now });
  const made = composeReceipt({
    ...{ language, locale: language, form, by, now },
    shop: { id: shopId, name: shop.name, timeZone, domains: [] },
  });
  return { ...made, footer: "" };
}
