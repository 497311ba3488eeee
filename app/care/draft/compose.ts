import type { AddressForm } from "#app/care/draft/address-form.ts";
import type { FactSheet } from "#app/care/draft/build-facts.ts";
import { placeholders, renderMessage, type ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { goOnAfterGreeting, joinSentences, joinValues } from "#app/care/draft/catalogue/grammar.ts";
import { sentenceStages, type Fact, type Sentence } from "#app/care/draft/draft.ts";
import { formatList } from "#app/care/draft/format-value.ts";
import type { Step } from "#app/care/draft/plan-step.ts";

export type Composed = { text: string; sentences: Sentence[] };

/** Placeholders that ICU must see as numbers, for plurals. */
const COUNTS = new Set(["parcels", "attachments", "days"]);

/**
 * Writes a plan, pure. Every value comes from a fact's value, so what a sentence says it also cites. The message's id
 * chooses among variants: the same message always gets the same words, different ones differ.
 */
export function compose(
  steps: Step[],
  given: { sheet: FactSheet; language: ComposedLanguage; form: AddressForm; messageId: string },
): Composed {
  const facts = new Map(given.sheet.facts.map((fact) => [fact.id, fact]));
  const sentences = inOrder(steps).map((step, position): Sentence => ({
    text: render(step, { ...given, facts, afterGreeting: position === 1 }),
    kind: step.kind,
    cites: citesOf(step),
    stage: step.stage,
  }));
  return { text: layOut(sentences, given.language), sentences };
}

/** The steps as they stand in the text. */
export function inOrder(steps: Step[]): Step[] {
  return sentenceStages.flatMap((stage) => steps.filter((step) => step.stage === stage));
}

function render(
  step: Step,
  given: {
    sheet: FactSheet;
    language: ComposedLanguage;
    form: AddressForm;
    messageId: string;
    facts: Map<string, Fact>;
    afterGreeting: boolean;
  },
): string {
  const values: Record<string, string | number> = { v: given.form };
  for (const name of placeholders(step.say)) values[name] = valueOf(name, { step, ...given });
  const rendered = renderMessage(step.say, {
    language: given.language,
    pick: hash(`${given.messageId}|${step.say}`),
    values,
  });
  const text = joinValues(rendered, given.language);
  return given.afterGreeting ? goOnAfterGreeting(text, given.language) : text;
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

/** A paragraph per stage; the greeting and the close stand alone. */
export function layOut(sentences: Sentence[], language: ComposedLanguage): string {
  return sentenceStages
    .map((stage) => sentences.filter((sentence) => sentence.stage === stage).map(({ text }) => text))
    .filter((texts) => texts.length > 0)
    .map((texts, index, all) =>
      index === all.length - 1 ? texts.join("\n\n") : joinSentences(texts, language),
    )
    .join("\n\n");
}

/** FNV-1a: a stable spread, nothing more. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value >>> 4;
}
