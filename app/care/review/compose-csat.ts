import type { AddressForm } from "#app/care/draft/address-form.ts";
import {
  renderMessage,
  type ComposedLanguage,
  type MessageKey,
} from "#app/care/draft/catalogue/catalogue.ts";
import type { Check, Fact, Sentence } from "#app/care/draft/draft.ts";
import { checkText } from "#app/care/draft/guard.ts";
import { plainText } from "#app/care/review/compose-mail.ts";
import { csatChoices, type CsatScale } from "#app/care/review/csat-choices.ts";

export type CsatToCompose = {
  language: ComposedLanguage;
  form: AddressForm;
  scale: CsatScale;
  shop: { id: string; name: string };
  /** Where each answer, and the way to be asked no more, lead. */
  linkOf: (answer: number) => string;
  stopLink: string;
  now: Date;
};

export type ComposedCsat = {
  subject: string;
  text: string;
  makerLine: string;
  footer: string;
  checks: Check[];
};

/** The question how it went, pure: a link for each answer, and a way to be asked no more. Judged like a draft. */
export function composeCsat(given: CsatToCompose): ComposedCsat {
  const { language, form, scale, shop, linkOf, stopLink, now } = given;
  const say = (key: MessageKey, link = "none") =>
    plainText(renderMessage(key, { language, pick: 0, values: { v: form, shop: shop.name, link } }));
  const of = { observedAt: now.toISOString(), needs: "none" as const };
  const choices = csatChoices(scale).map(({ answer, says }) => ({
    id: `csat:answer:${answer}`,
    label: say(says),
    link: linkOf(answer),
  }));
  const facts: Fact[] = [
    {
      ...{ id: "shop:name", label: "Shop", value: shop.name, kind: "name", raw: shop.name },
      ...{ source: { entity: "shop", id: shop.id, field: "name" }, ...of },
    },
    ...choices.map(({ id, label, link }): Fact => ({
      ...{ id, label, value: link, kind: "link", raw: link },
      ...{ source: { entity: "settings", id: shop.id, field: "serviceLevels" }, ...of },
    })),
  ];
  const sentences: Sentence[] = [
    { text: say("csat.ask"), kind: "question", cites: ["shop:name"], stage: "answer" },
    { text: say("csat.choose"), kind: "courtesy", cites: [], stage: "next" },
    ...choices.map(({ id, label, link }): Sentence => ({
      text: `${label}: ${link}`,
      kind: "fact",
      cites: [id],
      stage: "next",
    })),
  ];
  const [ask = "", ...rest] = sentences.map(({ text }) => text);
  const text = [ask, rest.join("\n")].join("\n\n");
  return {
    subject: say("csat.subject").replaceAll(/\s+/gu, " "),
    text,
    makerLine: say("csat.auto"),
    footer: say("csat.footer", stopLink),
    checks: checkText({ facts, sentences, text, proof: "none" }),
  };
}
