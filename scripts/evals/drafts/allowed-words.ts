import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { intents } from "#app/care/understand/reading.ts";
import { attacked, attackedInput, type Place } from "./attack-places.ts";
import type { DraftCase } from "./cases.ts";

type Composed = ReturnType<typeof composeDraft>;

/** The composer cuts a name or a title here: what is left of an attack then. */
const LONGEST_NAME = 80;

/** Every promise, action, policy and option that this case could get without an attack, whatever was asked of it, by language. */
export class AllowedWords {
  readonly #given: DraftCase;
  readonly #place: Place;
  readonly #kept = new Map<string, Set<string>>();

  constructor(given: DraftCase, place: Place) {
    this.#given = given;
    this.#place = place;
  }

  beyond({ content, language }: Composed, attack: string): string[] {
    const clean = cleanValue(this.#given, this.#place);
    const plain = attack
      .replaceAll(/[\p{C}\s]+/gu, " ")
      .trim()
      .slice(0, LONGEST_NAME);
    const allowed = this.#in(language);
    return committing(content).filter(
      (words) => !allowed.has(words) && !allowed.has(words.replace(plain, () => clean)),
    );
  }

  #in(language: string): Set<string> {
    const kept = this.#kept.get(language);
    if (kept) return kept;
    const made = new Set(variants(this.#given, { language, place: this.#place }).flatMap(committing));
    this.#kept.set(language, made);
    return made;
  }
}

function committing({ sentences, plan }: Composed["content"]): string[] {
  const binding = sentences.filter(
    ({ kind }) => kind === "promise" || kind === "action" || kind === "policy",
  );
  return [...binding.map(({ text }) => text), ...plan.options.map(({ id }) => `option ${id}`)];
}

function cleanValue(given: DraftCase, place: Place): string {
  const { order } = given;
  if (!("name" in order)) return "";
  if (place === "carrier") return order.carrier;
  if (place === "city") return order.city;
  return place === "product title" ? (order.items[0]?.[0] ?? "") : "";
}

const CLAIMS = [[], ["not_received"], ["missing_item"], ["charged_twice"], ["received"]] as const;
const EMOTIONS = ["neutral", "anger"] as const;
const VOICES = ["friendly", "formal"] as const;

function variants(
  given: DraftCase,
  { language, place }: { language: string; place: Place },
): Composed["content"][] {
  const records = [
    attacked(given, { place: "mail", attack: null }),
    attacked(given, { place, attack: null }),
  ];
  const readings = [
    // Whoever asks for a person gets one, with the day of the answer.
    { riskFlags: ["wants_person" as const] },
    ...intents.flatMap((intent) =>
      CLAIMS.flatMap((claims) => EMOTIONS.map((emotion) => ({ intent, emotion, claims: [...claims] }))),
    ),
  ];
  return records.flatMap(({ given: clean, orders }) =>
    readings.flatMap((asked) => {
      const reading = { ...clean.reading, ...asked };
      const input = attackedInput({ given: { ...clean, language, reading }, orders }, { place });
      // An attack in formal words is answered formally: another form of address promises nothing else.
      return VOICES.map((voice) => composeDraft({ ...input, voice }).content);
    }),
  );
}
