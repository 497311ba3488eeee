import type { Life } from "./life.ts";
import { DAY } from "./calendar.ts";

type Purpose = "gift" | "needed" | "harmless";

/** What shoppers write into an order's note; `{d}` is a day. Invented. */
const notes: Record<string, Record<Purpose, string[]>> = {
  de: {
    gift: ["Ist ein Geschenk, bitte ohne Rechnung.", "Bitte als Geschenk einpacken, danke!"],
    needed: [
      "Bitte bis {d} liefern, es ist ein Geburtstagsgeschenk.",
      "Brauche ich spätestens am {d}.",
      "Wir fahren am {d} in den Urlaub, bitte vorher liefern!",
    ],
    harmless: ["Unsere letzte Bestellung vom {d} war super.", "Siehe Ihre E-Mail vom {d}."],
  },
  en: {
    gift: ["It's a gift, no invoice in the box please.", "Please gift wrap, thank you!"],
    needed: [
      "Needed by {d} please, it's a birthday present.",
      "Please deliver before {d}, we leave for our trip.",
      "This is for a wedding on {d}.",
    ],
    harmless: ["We loved our last order from {d}.", "As discussed in your email of {d}."],
  },
  fr: {
    gift: ["C'est un cadeau, merci de ne pas mettre la facture."],
    needed: ["C'est un cadeau pour le {d}, merci de livrer avant.", "Il me le faut avant le {d} svp."],
    harmless: ["Très contents de notre commande du {d}."],
  },
  es: {
    gift: ["Es un regalo, por favor sin factura."],
    needed: ["Es un regalo para el {d}, por favor que llegue antes.", "Lo necesito antes del {d}."],
    harmless: ["Muy contentos con el pedido del {d}."],
  },
  pt: {
    gift: ["É um presente, sem fatura por favor."],
    needed: ["É um presente para {d}, por favor entreguem antes.", "Preciso até {d}."],
    harmless: ["Gostámos muito da encomenda de {d}."],
  },
  ja: {
    gift: ["プレゼント用です。納品書は入れないでください。"],
    needed: ["誕生日プレゼントなので{d}までに届けてください。"],
    harmless: ["{d}に注文した品もとても良かったです。"],
  },
};

/** A note of the shopper's, in their language and its ways of writing a day. */
export function sayDay({ random, shopper }: Life, purpose: Purpose, day: number | null): string {
  const language = shopper.country.locale.slice(0, 2);
  const text = random.pick((notes[language] ?? notes["en"] ?? {})[purpose] ?? [""]);
  return day === null ? text : text.replace("{d}", random.pick(waysOf(shopper.country.locale, day)));
}

function waysOf(locale: string, day: number): string[] {
  const date = new Date(day * DAY);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }).format(date);
  const long = part({ day: "numeric", month: "long" });
  const [, month = "", dayOfMonth = ""] = date.toISOString().slice(0, 10).split("-");
  if (locale.startsWith("de"))
    return [long, `${dayOfMonth}.${month}.`, `${dayOfMonth}.${month}.${date.getUTCFullYear()}`];
  if (locale === "en-US") return [long, part({ month: "short", day: "numeric" })];
  return [long];
}
