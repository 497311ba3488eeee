import type { AddressForm } from "#app/care/draft/address-form.ts";
import {
  renderMessage,
  type ComposedLanguage,
  type MessageKey,
} from "#app/care/draft/catalogue/catalogue.ts";
import type { Check, Fact, Sentence } from "#app/care/draft/draft.ts";
import { localeFor } from "#app/care/draft/format-value.ts";
import { checkText } from "#app/care/draft/guard.ts";
import { plainText } from "#app/care/review/compose-mail.ts";
import { kept } from "#app/lib/kept.ts";

export type ReceiptToCompose = {
  language: ComposedLanguage;
  /** The shopper's own, with its region where it is known. */
  locale: string;
  form: AddressForm;
  shop: { id: string; name: string; timeZone: string; domains: string[] };
  /** Null: no time is named. */
  by: Date | null;
  now: Date;
};

export type ComposedReceipt = {
  subject: string;
  text: string;
  makerLine: string;
  /** The sentence that promises a time; null where none does. */
  promise: string | null;
  checks: Check[];
};

const BY = "receipt:by";

/**
 * What somebody is told whose message arrived, pure: that it did, and by when it is answered. The subject is ours: what a stranger wrote
 * is repeated to nobody. Its text is judged like a draft's.
 */
export function composeReceipt(given: ReceiptToCompose): ComposedReceipt {
  const { shop, by } = given;
  const facts = factsOf(given);
  const say = (key: MessageKey) => said(given, key);
  const sentences: Sentence[] = [
    { text: say("receipt.got"), kind: "courtesy", cites: ["shop:name"], stage: "greeting" },
    {
      text: say(by ? "receipt.by" : "receipt.someone"),
      kind: by ? "promise" : "courtesy",
      cites: by ? [BY] : [],
      stage: "next",
    },
    { text: say("receipt.more"), kind: "courtesy", cites: [], stage: "close" },
  ];
  const text = sentences.map((one) => one.text).join("\n\n");
  return {
    subject: say("receipt.subject").replaceAll(/\s+/gu, " "),
    text,
    makerLine: say("receipt.auto"),
    promise: by ? (sentences[1]?.text ?? null) : null,
    checks: checkText({ facts, sentences, text, proof: "none", shopDomains: shop.domains }),
  };
}

function said({ language, form, shop, by, locale }: ReceiptToCompose, key: MessageKey): string {
  const time = by ? timeOf(by, { language, locale, timeZone: shop.timeZone }) : "none";
  return plainText(renderMessage(key, { language, pick: 0, values: { v: form, shop: shop.name, by: time } }));
}

function factsOf({ shop, by, language, locale, now }: ReceiptToCompose): Fact[] {
  const of = { observedAt: now.toISOString(), needs: "none" as const };
  const name: Fact = {
    ...{ id: "shop:name", label: "Shop", value: shop.name, kind: "name", raw: shop.name },
    ...{ source: { entity: "shop", id: shop.id, field: "name" }, ...of },
  };
  if (!by) return [name];
  const value = timeOf(by, { language, locale, timeZone: shop.timeZone });
  const due: Fact = {
    ...{ id: BY, label: "Answered by", value, kind: "text", raw: by.toISOString() },
    ...{ source: { entity: "settings", id: shop.id, field: "serviceLevels" }, ...of },
  };
  return [name, due];
}

/** "Tuesday 24 November at 16:00 CET": whose clock it is stands with it. */
function timeOf(
  at: Date,
  { language, locale, timeZone }: { language: ComposedLanguage; locale: string; timeZone: string },
): string {
  return format(localeFor(language, locale), timeZone).format(at).replaceAll(/\s+/gu, " ");
}

const format = kept(
  (locale: string, timeZone: string) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      ...{ weekday: "long", day: "numeric", month: "long" },
      ...{ hour: "numeric", minute: "2-digit", timeZoneName: "short" },
    }),
);
