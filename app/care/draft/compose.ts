import type { AddressForm } from "#app/care/draft/address-form.ts";
import type { FactSheet } from "#app/care/draft/build-facts.ts";
import { placeholders, renderMessage, type ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { goOnAfterGreeting, joinValues } from "#app/care/draft/catalogue/grammar.ts";
import { sentenceStages, type Fact, type Sentence } from "#app/care/draft/draft.ts";
import { layOut } from "#app/care/draft/lay-out.ts";
import { formatList } from "#app/care/draft/format-value.ts";
import type { Step } from "#app/care/draft/plan-step.ts";
import { fnv1a } from "#app/lib/fnv1a.ts";
import { inWording, NAME, stepsToSay, type Said, type Wording } from "#app/care/draft/wording.ts";

/** `steps`: what each sentence says, by its place; null where the words are the shop's own. */
export type Composed = { text: string; sentences: Sentence[]; steps: (Step | null)[] };

/** A greeting that the first sentence goes on from. */
const CONTINUES = /[,、]$/u;

/** Placeholders that ICU must see as numbers, for plurals. */
const COUNTS = new Set(["parcels", "attachments", "days"]);

/**
 * Writes a plan, pure. Every value comes from a fact's value, so what a sentence says it also cites. The message's id
 * chooses among variants: the same message always gets the same words, different ones differ.
 */
export function compose(
  steps: Step[],
  given: {
    sheet: FactSheet;
    language: ComposedLanguage;
    form: AddressForm;
    messageId: string;
    /** The shop's own words, where its people approved some. */
    wording?: Wording | undefined;
  },
): Composed {
  const facts = new Map(given.sheet.facts.map((fact) => [fact.id, fact]));
  const said = given.wording ? stepsToSay(steps, given.wording) : steps;
  const ordered = sentenceStages.flatMap((stage) => said.filter((step) => step.stage === stage));
  const rendered = ordered.map((step): Said => {
    const own = ownWords(step, { ...given, facts });
    const { kind, stage } = step;
    const text = own ?? render(step, { ...given, facts });
    return { sentence: { text, kind, cites: citesOf(step), stage }, step: own === null ? step : null };
  });
  const worded = given.wording ? inWording(rendered, given.wording) : rendered;
  const sentences = worded.map(({ sentence }, position) =>
    position === 1 && CONTINUES.test(worded[0]?.sentence.text ?? "")
      ? { ...sentence, text: goOnAfterGreeting(sentence.text, given.language) }
      : sentence,
  );
  return { text: layOut(sentences, given.language), sentences, steps: worded.map(({ step }) => step) };
}

function render(
  step: Step,
  given: {
    sheet: FactSheet;
    language: ComposedLanguage;
    form: AddressForm;
    messageId: string;
    facts: Map<string, Fact>;
  },
): string {
  const values: Record<string, string | number> = { v: given.form };
  for (const name of placeholders(step.say)) values[name] = valueOf(name, { step, ...given });
  const rendered = renderMessage(step.say, {
    language: given.language,
    pick: fnv1a(`${given.messageId}|${step.say}`),
    values,
  });
  return joinValues(rendered, given.language);
}

/** The shop's greeting or sign-off in the place of the catalogue's; null where it has none that fits. */
function ownWords(
  { say, with: filled }: Step,
  { wording, facts }: { wording?: Wording | undefined; facts: Map<string, Fact> },
): string | null {
  if (!wording) return null;
  if (say === "close.regards") return wording.signOff;
  if (say !== "greeting.named" && say !== "greeting.plain") return null;
  const name = [filled["name"] ?? []].flat().map((id) => facts.get(id)?.value)[0];
  if (wording.greeting === null || !wording.greeting.includes(NAME)) return wording.greeting;
  return name === undefined ? null : wording.greeting.replace(NAME, () => name);
}

function valueOf(
  name: string,
  { step, facts, sheet }: { step: Step; facts: Map<string, Fact>; sheet: FactSheet },
): string | number {
  const id = step.with[name] ?? null;
  if (id === null) return COUNTS.has(name) ? 0 : "none";
  const values = [id].flat().map((one) => facts.get(one)?.value ?? missing(one));
  const [value = ""] = values;
  if (values.length > 1) return formatList(values, sheet.locale);
  return COUNTS.has(name) ? Number(value) : value;
}

function missing(id: string): never {
  throw new Error(`The plan cites ${id}, which is not on the fact sheet`);
}

/** What the message can name, and what it rests on; a fact offered to a message that has no place for it is not cited. */
function citesOf({ say, with: filled, rests }: Step): string[] {
  const named = placeholders(say).flatMap((name) => filled[name] ?? []);
  return [...new Set([...named, ...rests])];
}
