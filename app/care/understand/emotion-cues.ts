import { empty, type Distribution } from "./care-emotions.ts";
import { cuesOf } from "./cues/all.ts";
import type { LanguageCues } from "./cues/cues.ts";
import { anyFace, emojiEmotions } from "./cues/emoji.ts";
import type { Sentence } from "./fold.ts";
import { careEmotions, type CareEmotion } from "./reading.ts";
import { saidAnyhow, saidIn } from "./said.ts";

/** What the shopper says outright: how strongly each emotion is named, and whether it is underlined. */
export type NamedEmotions = { strength: Distribution; intensified: boolean };

const STRONG = 1;
const WEAK = 0.35;
const EMOJI = 0.6;
/** "Not delighted" says less than "disappointed", and more than a hint. */
const NOT_CHEERFUL = 0.6;
/** Grief is rarely said lightly and must not be missed. */
const GRIEF = 2.5;
const NEGATED_CHARACTERS = 24;
const CHEERFUL: readonly CareEmotion[] = ["gratitude", "joy"];
const BITTER: readonly CareEmotion[] = ["anger", "frustration", "disappointment", "sadness", "grief"];
export function namedEmotions(parts: Sentence[], language: string): NamedEmotions {
  const cues = cuesOf(language);
  const within = { cues, emoji: emojiIn(parts) };
  const strength = empty();
  let intensified = false;
  for (const sentence of parts) {
    const found = inSentence(sentence, within);
    for (const name of careEmotions) strength[name] += found[name];
    const spoken = careEmotions.some((name) => found[name] >= EMOJI);
    if (spoken && cues?.intensifier.test(sentence.folded)) intensified = true;
  }
  const bitter = Math.max(...BITTER.map((name) => strength[name]));
  // Thanks inside a grievance is manners or sarcasm, not gratitude.
  if (bitter >= STRONG) for (const name of CHEERFUL) if (strength[name] <= bitter) strength[name] *= 0.3;
  return { strength, intensified };
}

type Within = { cues: LanguageCues | undefined; emoji: [CareEmotion, RegExp][] };

/** The emoji that the message has at all. */
function emojiIn(parts: Sentence[]): [CareEmotion, RegExp][] {
  const text = parts.map((part) => part.text).join("\n");
  if (!anyFace.test(text)) return [];
  const emoji = Object.entries(emojiEmotions) as [CareEmotion, RegExp][];
  return emoji.filter(([, pattern]) => pattern.test(text));
}

function inSentence(sentence: Sentence, { cues, emoji }: Within): Distribution {
  const found = empty();
  for (const [name, pattern] of emoji) if (pattern.test(sentence.text)) found[name] += EMOJI;
  if (cues) addNamed(sentence, cues, found);
  if (saidAnyhow(sentence).marks.has("sarcasm")) {
    found.frustration += STRONG;
    for (const name of CHEERFUL) found[name] = 0;
  }
  return found;
}

function addNamed(sentence: Sentence, cues: LanguageCues, found: Distribution): void {
  const { folded } = sentence;
  for (const name of saidIn(sentence, cues.language).feels) {
    const { strong, weak } = cues.emotions[name] ?? {};
    const said = strong && spoken(folded, strong, cues);
    if (said === "yes") found[name] += name === "grief" ? GRIEF : STRONG;
    const hinted = said !== "yes" && said !== "negated" && weak && spoken(folded, weak, cues);
    if (hinted === "yes") found[name] += WEAK;
    if (said === "negated" && CHEERFUL.includes(name)) found.disappointment += NOT_CHEERFUL;
    else if (hinted === "negated" && name === "joy") found.disappointment += WEAK;
  }
}

function spoken(folded: string, pattern: RegExp, cues: LanguageCues): "yes" | "no" | "negated" {
  const match = pattern.exec(folded);
  if (!match) return "no";
  const end = match.index + match[0].length;
  if (cues.negationAfter?.test(folded.slice(end, end + NEGATED_CHARACTERS))) return "negated";
  if (!cues.negation) return "yes";
  const before = folded.slice(Math.max(0, match.index - NEGATED_CHARACTERS), match.index);
  const clause = before.slice(Math.max(before.lastIndexOf(","), before.lastIndexOf(".")) + 1);
  return cues.negation.test(clause) && !cues.negation.test(match[0]) ? "negated" : "yes";
}
