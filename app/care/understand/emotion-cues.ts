import { empty, type Distribution } from "./care-emotions.ts";
import { cuesOf } from "./cues/all.ts";
import type { LanguageCues, Strengths } from "./cues/cues.ts";
import { anyFace, emojiEmotions } from "./cues/emoji.ts";
import { isSarcastic } from "./cues/sarcasm.ts";
import { wholeOf, type Sentence } from "./fold.ts";
import { indexPatterns, lazily } from "./patterns/pattern-index.ts";
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
  const within = patternsIn(parts, cues);
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

type Within = {
  cues: LanguageCues | undefined;
  emotions: [CareEmotion, Strengths][];
  emoji: [CareEmotion, RegExp][];
  sarcastic: boolean;
};

const namedIn = (cues: LanguageCues) => Object.entries(cues.emotions) as [CareEmotion, Strengths][];
const indexOf = lazily((cues: LanguageCues) =>
  indexPatterns(
    namedIn(cues).flatMap(([name, { strong, weak }]) =>
      [strong, weak].flatMap((pattern) => (pattern ? [[name, pattern] as const] : [])),
    ),
  ),
);

/** The patterns that the message has at all, so that the sentences are searched for nothing else. */
function patternsIn(parts: Sentence[], cues: LanguageCues | undefined): Within {
  const whole = wholeOf(parts);
  const text = parts.map((part) => part.text).join("\n");
  const present = cues && indexOf(cues)(whole);
  const emoji = Object.entries(emojiEmotions) as [CareEmotion, RegExp][];
  return {
    cues,
    emotions: cues && present?.size ? namedIn(cues).filter(([name]) => present.has(name)) : [],
    emoji: anyFace.test(text) ? emoji.filter(([, pattern]) => pattern.test(text)) : [],
    sarcastic: isSarcastic(whole),
  };
}

function inSentence({ text, folded }: Sentence, { cues, emotions, emoji, sarcastic }: Within): Distribution {
  const found = empty();
  for (const [name, pattern] of emoji) if (pattern.test(text)) found[name] += EMOJI;
  for (const [name, { strong, weak }] of cues ? emotions : []) {
    const weight = name === "grief" ? GRIEF : STRONG;
    const said = strong && cues && spoken(folded, strong, cues);
    if (said === "yes") found[name] += weight;
    const hinted = said !== "yes" && said !== "negated" && weak && cues && spoken(folded, weak, cues);
    if (hinted === "yes") found[name] += WEAK;
    if (said === "negated" ? CHEERFUL.includes(name) : hinted === "negated" && name === "joy")
      found.disappointment += WEAK;
  }
  if (sarcastic && isSarcastic(folded)) {
    found.frustration += STRONG;
    for (const name of CHEERFUL) found[name] = 0;
  }
  return found;
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
