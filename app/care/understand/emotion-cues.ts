import { empty, type Distribution } from "./care-emotions.ts";
import { cuesOf } from "./cues/all.ts";
import type { LanguageCues } from "./cues/cues.ts";
import { anyFace, emojiEmotions } from "./cues/emoji.ts";
import { cheer, neverSo, notBad } from "./cues/irony.ts";
import type { Sentence } from "./fold.ts";
import { careEmotions, type CareEmotion } from "./reading.ts";
import { isIronic, isMended, isOvercome, isSarcastic } from "./meant.ts";
import { saidAnyhow, saidIn, stated, withoutDenied } from "./said.ts";

/** What the shopper says outright: how strongly each emotion is named, and whether it is underlined. */
export type NamedEmotions = {
  strength: Distribution;
  intensified: boolean;
  /** They say that they are not angry or disappointed, and name no other feeling. */
  calm: boolean;
};

const STRONG = 1;
const WEAK = 0.35;
const EMOJI = 0.6;
/** "Not delighted" says less than "disappointed", and more than a hint. */
const NOT_CHEERFUL = 0.6;
/** Grief is rarely said lightly and must not be missed. */
const GRIEF = 2.5;
/** Who grieves speaks of somebody of theirs; "a memorial candle" and "Grief Journal" are goods. Folded. */
const OF_ONES_OWN =
  /\b(?:i|i'm|i've|my|mine|our|we|us|me|her|his|he|she|they|ich|mein\w*|wir|unser\w*|mir|mich|uns|sie|er|yo|mi|mis|nuestr\w*|me|nos|je|j'\w*|mon|ma|mes|notre|nous|eu|meus?|minhas?|noss[oa]s?|io|mi[oae]|miei|nostr[oaie]|ho|ik|mijn|wij|ons|onze|moj\w*|mam|mi|nasz\w*|mea|mele|nostr\w*|jag|min|mitt|mina|var|mere?|meri|hamar\w*|main)\b|(?<![\u0400-\u052f])(?:я|мы|ми|мо[а-яіїє]{1,3}|міи|мне|мені|меня|мене|наш[а-яіїє]{0,3}|мам[аыуиі]|пап[аыуі])(?![\u0400-\u052f])|मेर|हमार|मैं|मुझ|母|父|祖|夫|妻|息子|娘|兄|姉|弟|妹|友|私/;
const NEGATED_CHARACTERS = 24;
const CHEERFUL: readonly CareEmotion[] = ["gratitude", "joy"];
/** What irony pretends. */
const PLEASED: readonly CareEmotion[] = [...CHEERFUL, "surprise"];
const NOT_BAD = 0.6;
const CROSS: readonly CareEmotion[] = ["anger", "disappointment"];
const BITTER: readonly CareEmotion[] = ["anger", "frustration", "disappointment", "sadness", "grief"];
/** What somebody feels no longer once it was put right. */
const OVERCOME: readonly CareEmotion[] = ["anger", "frustration", "disappointment", "worry", "confusion"];

export function namedEmotions(parts: Sentence[], language: string): NamedEmotions {
  const cues = cuesOf(language);
  const within = { cues, emoji: emojiIn(parts), ironic: isIronic(parts) };
  const strength = empty();
  let intensified = false;
  let denies = false;
  for (const [at, sentence] of parts.entries()) {
    const found = inSentence(sentence, { ...within, sarcastic: isSarcastic(parts.map(stated), at) });
    if (isOvercome(parts, at)) for (const name of OVERCOME) found.said[name] = 0;
    if (isMended(parts, at)) found.said.gratitude = Math.max(found.said.gratitude, STRONG);
    denies ||= found.denies;
    for (const name of careEmotions) strength[name] += found.said[name];
    const spoken = careEmotions.some((name) => found.said[name] >= EMOJI);
    if (spoken && cues?.intensifier.test(sentence.folded)) intensified = true;
  }
  const bitter = Math.max(...BITTER.map((name) => strength[name]));
  // Thanks inside a grievance is manners or sarcasm, not gratitude.
  if (bitter >= STRONG) for (const name of CHEERFUL) if (strength[name] <= bitter) strength[name] *= 0.3;
  return { strength, intensified, calm: denies && careEmotions.every((name) => strength[name] === 0) };
}

type Within = { cues: LanguageCues | undefined; emoji: [CareEmotion, RegExp][]; ironic: boolean };
type Meant = Within & { sarcastic: boolean };

/** The emoji that the message has at all. */
function emojiIn(parts: Sentence[]): [CareEmotion, RegExp][] {
  const text = parts.map((part) => part.text).join("\n");
  if (!anyFace.test(text)) return [];
  const emoji = Object.entries(emojiEmotions) as [CareEmotion, RegExp][];
  return emoji.filter(([, pattern]) => pattern.test(text));
}

type Said = { said: Distribution; denies: boolean };

function inSentence(whole: Sentence, { cues, emoji, ironic, sarcastic }: Meant): Said {
  const told = stated(whole);
  const { marks } = saidAnyhow(told);
  const praised = marks.has("not bad") || marks.has("no complaint");
  // "Not bad" must not be heard as "bad"; what else the sentence says, it says.
  const plain = praised ? withoutDenied(told) : told;
  const sentence = praised ? { ...plain, folded: plain.folded.replace(notBad, " ") } : told;
  const said = empty();
  for (const [name, pattern] of emoji) if (pattern.test(sentence.text)) said[name] += EMOJI;
  const denied = cues !== undefined && addNamed(sentence, cues, said);
  if (praised) said.joy += NOT_BAD;
  if (marks.has("relief")) said.joy = Math.max(said.joy, STRONG);
  if (marks.has("astray")) Object.assign(said, { embarrassment: STRONG, disappointment: 0 });
  if (sarcastic || (ironic && cheer.test(sentence.folded))) {
    said.frustration += STRONG;
    for (const name of PLEASED) said[name] = 0;
  }
  return { said, denies: !praised && (denied || told !== whole) };
}

/** Adds the feelings that are named; whether crossness is denied. */
function addNamed(sentence: Sentence, cues: LanguageCues, said: Distribution): boolean {
  const { folded } = sentence;
  let denies = false;
  for (const name of saidIn(sentence, cues.language).feels) {
    const { strong, weak } = cues.emotions[name] ?? {};
    const outright = strong && spoken(folded, strong, cues);
    if (outright === "yes") said[name] += name !== "grief" ? STRONG : OF_ONES_OWN.test(folded) ? GRIEF : WEAK;
    const hinted = outright !== "yes" && outright !== "negated" && weak && spoken(folded, weak, cues);
    if (hinted === "yes") said[name] += WEAK;
    if (outright === "negated" && CHEERFUL.includes(name)) said.disappointment += NOT_CHEERFUL;
    else if (hinted === "negated" && name === "joy") said.disappointment += WEAK;
    else if (outright === "negated" && CROSS.includes(name)) denies = true;
  }
  return denies;
}

function spoken(folded: string, pattern: RegExp, cues: LanguageCues): "yes" | "no" | "negated" {
  const match = pattern.exec(folded);
  if (!match) return "no";
  const end = match.index + match[0].length;
  if (cues.negationAfter?.test(folded.slice(end, end + NEGATED_CHARACTERS))) return "negated";
  if (!cues.negation) return "yes";
  const before = folded.slice(Math.max(0, match.index - NEGATED_CHARACTERS), match.index);
  const clause = before.slice(Math.max(before.lastIndexOf(","), before.lastIndexOf(".")) + 1);
  return cues.negation.test(clause) && !neverSo.test(`${clause}${match[0]}`) && !cues.negation.test(match[0])
    ? "negated"
    : "yes";
}
