import type { AddressForm } from "#app/care/draft/address-form.ts";
import { buildFacts, type FactInput } from "#app/care/draft/build-facts.ts";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { compose } from "#app/care/draft/compose.ts";
import type { DraftContent, Gloss, Sentence } from "#app/care/draft/draft.ts";
import { OWN_WORDS, type Step } from "#app/care/draft/plan-step.ts";

/**
 * A draft's sentences in the other languages of the catalogue, pure, for a reviewer who does not read its own: the same steps and
 * facts, said again, so that nothing can be lost on the way. Null where a sentence is somebody's own words, or rests on a fact that there
 * is in the reply's language alone: those are not translated.
 */
export function glossOf(
  steps: (Step | null)[],
  { facts, form }: { facts: FactInput; form: AddressForm },
): Gloss {
  const known = steps.filter((step): step is Step => step !== null && !OWN_WORDS.has(step.say));
  const others = composedLanguages.filter((language) => language !== facts.language);
  const glosses = others.map((language) => {
    const sheet = buildFacts({ ...facts, language });
    const there = new Set(sheet.facts.map(({ id }) => id));
    const sayable = known.filter(({ with: filled }) =>
      Object.values(filled)
        .flat()
        .every((id) => id === null || there.has(id)),
    );
    const said = compose(sayable, { sheet, language, form, messageId: facts.message.id });
    const textOf = new Map(said.steps.map((step, at) => [step, said.sentences[at]?.text ?? null]));
    return [language, steps.map((step) => textOf.get(step) ?? null)] as const;
  });
  return Object.fromEntries(glosses);
}

/**
 * One sentence for its reviewer. `exact`: said again from the same step and facts; else the model's own translation, which may be in another
 * language than the reviewer's. `unchecked`: there was one, and it did not keep to the rules.
 */
export type ShownSentence =
  { text: string; language: string; exact: boolean } | { text: null; why: "none" | "unchecked" };

/** What each sentence of a draft says in a language its reviewer reads. */
export type ShownGloss = { language: string; sentences: ShownSentence[] };

/** A draft's gloss in one language, pure: what is exact before what a model translated. */
export function shownGloss(
  { sentences, gloss, ownGloss }: Pick<DraftContent, "sentences" | "gloss" | "ownGloss">,
  language: string,
): ShownGloss {
  const shown = sentences.map((_, at): ShownSentence => {
    const exact = gloss?.[language]?.[at];
    if (exact) return { text: exact, language, exact: true };
    const translated = ownGloss?.sentences[at];
    if (ownGloss && translated) return { text: translated, language: ownGloss.language, exact: false };
    return { text: null, why: ownGloss?.unchecked.includes(at) ? "unchecked" : "none" };
  });
  return { language, sentences: shown };
}

/**
 * The gloss of a draft that placed sentences of a composed one among others, pure: exact for those, null for the others, which somebody
 * else wrote.
 */
export function glossOfPlaced(
  sentences: readonly Sentence[],
  composed: { sentences: readonly Sentence[]; gloss: Gloss },
): Gloss {
  const places = sentences.map((one) => composed.sentences.findIndex((other) => isSame(one, other)));
  const taken = (said: Gloss[string]) => places.map((at) => said[at] ?? null);
  return Object.fromEntries(
    Object.entries(composed.gloss).map(([language, said]) => [language, taken(said)]),
  );
}

/** A sentence that goes on after the greeting may begin small. */
const isSame = (one: Sentence, other: Sentence): boolean =>
  one.kind === other.kind &&
  one.text.slice(1) === other.text.slice(1) &&
  one.text.charAt(0).toLowerCase() === other.text.charAt(0).toLowerCase();
