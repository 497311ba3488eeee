import type { AddressForm } from "#app/care/draft/address-form.ts";
import { buildFacts, type FactInput } from "#app/care/draft/build-facts.ts";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { compose } from "#app/care/draft/compose.ts";
import type { Gloss } from "#app/care/draft/draft.ts";
import { OWN_WORDS, type Step } from "#app/care/draft/plan-step.ts";

/**
 * A draft's sentences in the other languages of the catalogue, pure, for a reviewer who does not read its own: the same steps and
 * facts, said again, so that nothing can be lost on the way. Null where a sentence is somebody's own words, which are the same in
 * every language: those are not translated.
 */
export function glossOf(
  steps: (Step | null)[],
  { facts, form }: { facts: FactInput; form: AddressForm },
): Gloss {
  const known = steps.filter((step) => step !== null);
  const others = composedLanguages.filter((language) => language !== facts.language);
  const glosses = others.map((language) => {
    const sheet = buildFacts({ ...facts, language });
    const said = compose(known, { sheet, language, form, messageId: facts.message.id });
    const textOf = new Map(said.steps.map((step, at) => [step, said.sentences[at]?.text ?? null]));
    return [
      language,
      steps.map((step) => (step === null || OWN_WORDS.has(step.say) ? null : (textOf.get(step) ?? null))),
    ] as const;
  });
  return Object.fromEntries(glosses);
}
