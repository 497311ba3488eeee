import type { AddressForm } from "#app/care/draft/address-form.ts";
import { composedLanguage, messageSaying } from "#app/care/draft/catalogue/catalogue.ts";
import type { Fact } from "#app/care/draft/draft.ts";
import { asCompared, NAME } from "#app/care/draft/wording.ts";
import type { Edit } from "#app/care/learn/classify-edit.ts";
import { isImpersonal } from "#app/care/learn/impersonal.ts";
import { namesAnybody } from "#app/care/learn/names-in.ts";
import { namesSex } from "#app/care/learn/tone-words.ts";
import { whyNoWording } from "#app/care/learn/why-no-wording.ts";
import type { Intent } from "#app/care/understand/reading.ts";

export const lessonRules = [
  "formality",
  "shorter",
  "no_exclamation",
  "greeting",
  "sign_off",
  "never_say",
  "always_say",
  "article",
] as const;
export type LessonRule = (typeof lessonRules)[number];

/** What a correction would teach, if people made it again and again. Of one `key` they are the same correction. */
export type Teaching = {
  rule: LessonRule;
  key: string;
  /** The words, or the form of address. */
  text: string;
  form?: AddressForm | undefined;
  /** Of words never to be said: which of the composer's messages they are. */
  message?: string | undefined;
};

export type Taught = {
  language: string;
  form: AddressForm | undefined;
  intent: Intent;
  /** Whoever is named in the reply: nobody's name is a rule. */
  people: { shopper: readonly string[]; staff: readonly string[] };
  /** What the draft knew of the case. */
  facts: readonly Fact[];
};

/** The intents whose answers may be the same for everybody. */
export const generalIntents: ReadonlySet<Intent> = new Set([
  "product_question",
  "other",
  "account",
  "return",
  "payment",
]);

/** What a change of a draft would teach; null where it is of this one case. */
export function teachingOf(edit: Edit, taught: Taught): Teaching | null {
  const { language, form } = taught;
  switch (edit.class) {
    case "formality":
      return edit.to === "formal" || edit.to === "friendly"
        ? { rule: "formality", key: `formality|${edit.to}`, text: edit.to }
        : null;
    case "exclamation":
      return edit.to === "none" ? { rule: "no_exclamation", key: "no_exclamation", text: "" } : null;
    case "shortened":
      if (edit.to === "shorter") return { rule: "shorter", key: "shorter", text: "" };
      return edit.mayBeLeft ? saying("never_say", edit.before, taught) : null;
    case "warmth":
      if (edit.mayBeLeft) return saying("never_say", edit.before, taught);
      return edit.before === null ? saying("always_say", edit.after, taught) : null;
    case "greeting":
    case "sign_off": {
      const text = edit.after && form ? templateOf(edit.class, edit.after, taught) : null;
      return text === null
        ? null
        : { rule: edit.class, key: [edit.class, language, form, text].join("|"), text, form };
    }
    case "fact_added":
    case "policy":
      return edit.after !== null &&
        (edit.class === "policy" || generalIntents.has(taught.intent)) &&
        isOfNobody(edit.after, taught)
        ? { rule: "article", key: ["article", language, taught.intent].join("|"), text: edit.after }
        : null;
    case "translated":
    case "rewritten":
    case "option":
    case "fact_changed":
    case "fact_removed":
    case "wording":
    case "declined":
      return null;
  }
}

function saying(rule: "never_say" | "always_say", text: string | null, taught: Taught): Teaching | null {
  if (text === null || namesAnybody(text, [...taught.people.shopper, ...taught.people.staff])) return null;
  // What was drafted may be left out whatever it says; what is to be added must be fit to be said to everybody.
  if (rule === "always_say" && (whyNoWording(rule, text) !== null || !isOfNobody(text, taught))) return null;
  const known = rule === "never_say" ? messageSaying(text, composedLanguage(taught.language)) : null;
  const key = [rule, taught.language, known ?? asCompared(text)].join("|");
  return { rule, key, text, ...(known ? { message: known } : {}) };
}

/** The greeting with the shopper's name as a place to fill, or the sign-off; null where somebody else is named, or a man or a woman meant. */
function templateOf(rule: "greeting" | "sign_off", text: string, { people }: Taught): string | null {
  const name = people.shopper.toSorted((a, b) => b.length - a.length).find((one) => text.includes(one));
  const template = rule === "greeting" && name ? text.replace(name, () => NAME) : text;
  if (namesAnybody(template.replace(NAME, ""), [...people.shopper, ...people.staff])) return null;
  if (rule === "greeting" && namesSex(template)) return null;
  return whyNoWording(rule, template) === null ? template : null;
}

const isOfNobody = (text: string, { people, facts, language }: Taught) =>
  isImpersonal(text, { names: [...people.shopper, ...people.staff], facts, language });
