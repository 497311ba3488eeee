import { describe, expect, it } from "vitest";
import type { Sentence } from "#app/care/draft/draft.ts";
import { classifyDecline, classifyEdit } from "#app/care/learn/classify-edit.ts";
import { detectLanguage } from "#app/care/understand/detect-language.ts";

type Drafted = Record<"hello" | "thanks" | "fact" | "policy" | "promise" | "bye", string>;

/** The same draft in several languages. */
const DRAFTS = {
  en: {
    hello: "Hi Ada,",
    thanks: "thank you for your message.",
    fact: "Your parcel left Leipzig on March 12, 2026.",
    policy: "You can send items back within 30 days.",
    promise: "We will ask the carrier what happened.",
    bye: "Best wishes",
  },
  de: {
    hello: "Hallo Ada,",
    thanks: "danke für deine Nachricht.",
    fact: "Dein Paket hat Leipzig am 12. März 2026 verlassen.",
    policy: "Du kannst Artikel innerhalb von 30 Tagen zurücksenden.",
    promise: "Wir fragen den Paketdienst, was passiert ist.",
    bye: "Viele Grüße",
  },
  fr: {
    hello: "Bonjour Ada,",
    thanks: "merci pour ton message.",
    fact: "Ton colis a quitté Leipzig le 12 mars 2026.",
    policy: "Tu peux renvoyer les articles sous 30 jours.",
    promise: "Nous demandons au transporteur ce qui s’est passé.",
    bye: "Bien cordialement",
  },
  es: {
    hello: "Hola, Ada:",
    thanks: "gracias por tu mensaje.",
    fact: "Tu paquete salió de Leipzig el 12 de marzo de 2026.",
    policy: "Puedes devolver los artículos en un plazo de 30 días.",
    promise: "Preguntaremos al transportista qué ha pasado.",
    bye: "Un saludo",
  },
  ja: {
    hello: "田中様",
    thanks: "お問い合わせいただきありがとうございます。",
    fact: "お荷物は2026年3月12日に大阪を出発いたしました。",
    policy: "商品は30日以内に返品いただけます。",
    promise: "配送業者に状況を確認いたします。",
    bye: "どうぞよろしくお願いいたします。",
  },
} satisfies Record<string, Drafted>;
type Language = keyof typeof DRAFTS;

const KINDS = {
  hello: ["courtesy", "greeting"],
  thanks: ["courtesy", "name"],
  fact: ["fact", "answer"],
  policy: ["policy", "next"],
  promise: ["promise", "next"],
  bye: ["courtesy", "close"],
} as const satisfies Record<keyof Drafted, [Sentence["kind"], Sentence["stage"]]>;
const ORDER = Object.keys(KINDS) as (keyof Drafted)[];

const sentencesOf = (language: Language) =>
  ORDER.map((part): Sentence => {
    const [kind, stage] = KINDS[part];
    return { text: DRAFTS[language][part], kind, stage, cites: [] };
  });

/** The draft with some of its parts changed, left out (null), or followed by something. */
type Change = Partial<Record<keyof Drafted, string | null>> & { more?: string };

function edited(language: Language, { more, ...parts }: Change): string {
  const said = (part: keyof Drafted) => (part in parts ? parts[part] : DRAFTS[language][part]) ?? "";
  const body = [said("thanks"), said("fact"), said("policy"), said("promise"), more ?? ""];
  const between = language === "ja" ? "" : " ";
  return [said("hello"), body.filter(Boolean).join(between), said("bye")].filter(Boolean).join("\n\n");
}

const classes = (language: Language, sent: string, hint?: string) =>
  classifyEdit({
    content: { sentences: sentencesOf(language), hint },
    language,
    sent,
    languageOf: (text, expected) => detectLanguage(text, expected),
  }).map((edit) => (edit.to ? `${edit.class} ${edit.to}` : edit.class));

describe("what a person changed", () => {
  it.each(Object.keys(DRAFTS) as Language[])(
    "%s: nothing, where only spaces and line ends differ",
    (language) => {
      expect(classes(language, edited(language, {}))).toEqual([]);
      expect(classes(language, `${edited(language, {}).replaceAll("\n\n", "\n\n\n")}  \n`)).toEqual([]);
    },
  );

  it.each<[Language, string, { change: Change; classes: string[] }]>([
    ["en", "another greeting", { change: { hello: "Dear Ada," }, classes: ["greeting"] }],
    ["de", "another greeting", { change: { hello: "Moin Ada!" }, classes: ["greeting"] }],
    ["fr", "another greeting", { change: { hello: "Chère Ada," }, classes: ["greeting"] }],
    ["es", "another greeting", { change: { hello: "Buenas, Ada:" }, classes: ["greeting"] }],
    ["ja", "another greeting", { change: { hello: "田中さま" }, classes: ["greeting"] }],
    ["en", "another close", { change: { bye: "Warmly,\nyour Fernweh team" }, classes: ["sign_off"] }],
    ["de", "another close", { change: { bye: "Liebe Grüße aus Kiel" }, classes: ["sign_off"] }],
    ["ja", "another close", { change: { bye: "何卒よろしくお願い申し上げます。" }, classes: ["sign_off"] }],
    [
      "de",
      "Sie for du",
      {
        change: { fact: "Ihr Paket hat Leipzig am 12. März 2026 verlassen." },
        classes: ["formality formal"],
      },
    ],
    [
      "de",
      "Sie for du in thanks",
      { change: { thanks: "danke für Ihre Nachricht." }, classes: ["formality formal"] },
    ],
    ["fr", "vous for tu", { change: { thanks: "merci pour votre message." }, classes: ["formality formal"] }],
    ["es", "usted for tú", { change: { thanks: "gracias por su mensaje." }, classes: ["formality formal"] }],
    [
      "en",
      "a later day",
      { change: { fact: "Your parcel left Leipzig on March 14, 2026." }, classes: ["fact_changed"] },
    ],
    [
      "de",
      "a later day",
      { change: { fact: "Dein Paket hat Leipzig am 14. März 2026 verlassen." }, classes: ["fact_changed"] },
    ],
    [
      "ja",
      "a later day",
      { change: { fact: "お荷物は2026年3月14日に大阪を出発いたしました。" }, classes: ["fact_changed"] },
    ],
    [
      "en",
      "a policy stated otherwise",
      { change: { policy: "You can send items back within 45 days." }, classes: ["policy"] },
    ],
    [
      "de",
      "a policy stated otherwise",
      {
        change: { policy: "Du kannst ungetragene Artikel innerhalb von 30 Tagen zurücksenden." },
        classes: ["policy"],
      },
    ],
    [
      "es",
      "a policy stated otherwise",
      {
        change: { policy: "Puedes devolver los artículos sin usar en un plazo de 60 días." },
        classes: ["policy"],
      },
    ],
    [
      "en",
      "an offer",
      {
        change: { promise: "We will send you a refund today.", fact: DRAFTS.en.fact },
        classes: ["fact_removed", "option"],
      },
    ],
    ["de", "an offer", { change: { more: "Wir erstatten dir den vollen Betrag." }, classes: ["option"] }],
    [
      "en",
      "a fact that was missing",
      { change: { more: "Wool blankets are washed by hand in cold water." }, classes: ["fact_added"] },
    ],
    [
      "de",
      "a fact that was missing",
      { change: { more: "Wolldecken wäscht man kalt und mit der Hand." }, classes: ["fact_added"] },
    ],
    [
      "ja",
      "a fact that was missing",
      { change: { more: "ウールの毛布は冷水で手洗いしてください。" }, classes: ["fact_added"] },
    ],
    ["en", "a fact left out", { change: { fact: null }, classes: ["fact_removed"] }],
    ["fr", "a promise left out", { change: { promise: null }, classes: ["fact_removed"] }],
    ["en", "thanks left out", { change: { thanks: null }, classes: ["warmth"] }],
    ["ja", "thanks left out", { change: { thanks: null }, classes: ["warmth"] }],
    [
      "en",
      "two left out",
      { change: { thanks: null, promise: null }, classes: ["shortened shorter", "fact_removed"] },
    ],
    ["en", "a wish added", { change: { more: "Enjoy your weekend by the sea." }, classes: ["warmth"] }],
    [
      "es",
      "an apology added",
      { change: { more: "Disculpa las molestias que te hemos causado." }, classes: ["warmth"] },
    ],
    [
      "en",
      "a mark taken for an exclamation mark",
      { change: { promise: "We will ask the carrier what happened!" }, classes: [] },
    ],
    [
      "en",
      "grammar",
      { change: { promise: "We'll be asking the carrier what has happened." }, classes: ["wording"] },
    ],
    [
      "de",
      "half of a sentence",
      { change: { promise: "Wir fragen den Paketdienst." }, classes: ["shortened"] },
    ],
  ])("%s: %s", (language, _what, given) => {
    const found = classes(language, edited(language, given.change));
    expect(found.toSorted()).toEqual(given.classes.toSorted());
  });

  it("is the form of address alone, where a policy is put in another", () => {
    const sent = edited("de", { policy: "Sie können Artikel innerhalb von 30 Tagen zurücksenden." });
    expect(classes("de", sent)).toEqual(["formality formal"]);
    const both = edited("de", { policy: "Sie können Artikel innerhalb von 45 Tagen zurücksenden." });
    expect(classes("de", both)).toEqual(["policy"]);
  });

  it("is the whole text, where it was translated or written anew", () => {
    expect(classes("en", edited("de", {}))).toEqual(["translated"]);
    const anew = "Hi Ada,\n\nhand wash it in cold water and dry it flat, never in a machine.\n\nBest wishes";
    expect(classes("en", anew)).toContain("rewritten");
    expect(classes("en", anew)).toContain("fact_added");
  });

  it("takes an emoji or exclamation mark out", () => {
    const sentences = sentencesOf("en").map((one) =>
      one.stage === "name" ? { ...one, text: "thank you so much for your message!" } : one,
    );
    const sent = edited("en", { thanks: "thank you so much for the message." });
    const [edit, ...more] = classifyEdit({
      content: { sentences },
      language: "en",
      sent,
      languageOf: () => "en",
    });
    expect([edit?.class, edit?.to, more]).toEqual(["exclamation", "none", []]);
  });

  it("hears the hint of a draft that was then sent, and the reason of a declined one", () => {
    expect(classes("en", edited("en", {}), "shorter please")).toEqual(["shortened shorter"]);
    expect(classifyDecline("förmlicher").map((edit) => [edit.class, edit.to])).toEqual([
      ["declined", undefined],
      ["formality", "formal"],
    ]);
    expect(classifyDecline(null)).toHaveLength(1);
  });
});
