import { empty, type Distribution } from "./care-emotions.ts";
import { cuesOf } from "./cues/all.ts";
import type { LanguageCues } from "./cues/cues.ts";
import { emojiEmotions } from "./cues/emoji.ts";
import { sarcasm } from "./cues/sarcasm.ts";
import type { Sentence } from "./fold.ts";
import { careEmotions, type CareEmotion } from "./reading.ts";

/** What the shopper says outright: how strongly each emotion is named, and whether it is underlined. */
export type NamedEmotions = { strength: Distribution; intensified: boolean };

const STRONG = 1;
const WEAK = 0.35;
const EMOJI = 0.6;
/** Grief is rarely said lightly and must not be missed. */
const GRIEF = 2.5;
const NEGATED_CHARACTERS = 24;
const CHEERFUL: readonly CareEmotion[] = ["gratitude", "joy"];
const BITTER: readonly CareEmotion[] = ["anger", "frustration", "disappointment", "sadness", "grief"];
export function namedEmotions(parts: Sentence[], language: string): NamedEmotions {
  const cues = cuesOf(language);
  const strength = empty();
  let intensified = false;
  for (const sentence of parts) {
    const found = inSentence(sentence, cues);
    for (const name of careEmotions) strength[name] += found[name];
    const spoken = careEmotions.some((name) => found[name] >= EMOJI);
    if (spoken && cues?.intensifier.test(sentence.folded)) intensified = true;
  }
  const bitter = Math.max(...BITTER.map((name) => strength[name]));
  // Thanks inside a grievance is manners or sarcasm, not gratitude.
  if (bitter >= STRONG) for (const name of CHEERFUL) if (strength[name] <= bitter) strength[name] *= 0.3;
  return { strength, intensified };
}

function inSentence({ text, folded }: Sentence, cues: LanguageCues | undefined): Distribution {
  const found = empty();
  for (const [name, pattern] of Object.entries(emojiEmotions) as [CareEmotion, RegExp][])
    if (pattern.test(text)) found[name] += EMOJI;
  if (!cues) return found;
  for (const [name, { strong, weak }] of Object.entries(cues.emotions) as [
    CareEmotion,
    { strong?: RegExp; weak?: RegExp },
  ][]) {
    const weight = name === "grief" ? GRIEF : STRONG;
    const said = strong && spoken(folded, strong, cues);
    if (said === "yes") found[name] += weight;
    else if (said !== "negated" && weak && spoken(folded, weak, cues) === "yes") found[name] += WEAK;
    if (said === "negated" && CHEERFUL.includes(name)) found.disappointment += WEAK;
  }
  if (sarcasm.test(folded)) {
    found.frustration += STRONG;
    for (const name of CHEERFUL) found[name] = 0;
  }
  return found;
}

function spoken(folded: string, pattern: RegExp, cues: LanguageCues): "yes" | "no" | "negated" {
  const match = pattern.exec(folded);
  if (!match) return "no";
  // Japanese negates behind the word, so there the pattern itself has to tell.
  if (cues.language === "ja") return "yes";
  const before = folded.slice(Math.max(0, match.index - NEGATED_CHARACTERS), match.index);
  const clause = before.slice(Math.max(before.lastIndexOf(","), before.lastIndexOf(".")) + 1);
  return cues.negation.test(clause) && !cues.negation.test(match[0]) ? "negated" : "yes";
}
