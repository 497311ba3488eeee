import type { AddressForm } from "#app/care/draft/address-form.ts";
import { buildFacts, type FactInput } from "#app/care/draft/build-facts.ts";
import { composedLanguages, type MessageKey } from "#app/care/draft/catalogue/catalogue.ts";
import { compose } from "#app/care/draft/compose.ts";
import type { Gloss } from "#app/care/draft/draft.ts";
import type { Step } from "#app/care/draft/plan-step.ts";

/** Messages that are nothing but what somebody wrote. */
const OWN_WORDS: ReadonlySet<MessageKey> = new Set(["team.words"]);

/**
 * A draft's sentences in the other languages of the catalogue, pure, for a reviewer who does not read its own: the same steps and
 * facts, said again, so that nothing can be lost on the way. Null where a sentence is somebody's own words, which are the same in
 * every language: those are not translated.
 */
export function glossOf(steps: Step[], { facts, form }: { facts: FactInput; form: AddressForm }): Gloss {
  const own = new Set(
    steps.filter(({ say }) => OWN_WORDS.has(say)).flatMap((step) => Object.values(step.with).flat()),
  );
  const others = composedLanguages.filter((language) => language !== facts.language);
  const glosses = others.map((language) => {
    const sheet = buildFacts({ ...facts, language });
    const said = compose(steps, { sheet, language, form, messageId: facts.message.id }).sentences;
    return [
      language,
      said.map(({ text, cites }) => (cites.some((id) => own.has(id)) ? null : text)),
    ] as const;
  });
  return Object.fromEntries(glosses);
}
