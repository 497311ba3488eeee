import {
  empty,
  fromGoEmotions,
  fromSix,
  normalised,
  sixToGoEmotions,
  top,
  type Distribution,
} from "./care-emotions.ts";
import { countWords, ENOUGH_WORDS } from "./count-words.ts";
import { englishEmotions, type EnglishModels } from "./english-emotions.ts";
import type { NamedEmotions } from "./emotion-cues.ts";
import { features, styleMarks, type Features } from "./features.ts";
import { score, sigmoid, type LinearModel } from "./linear-model.ts";
import {
  careEmotions,
  goEmotions,
  type CareEmotion,
  type EmotionReading,
  type GoEmotion,
} from "./reading.ts";

/** `feelings`: the twelve care emotions, learnt from invented shop mails in fourteen languages. */
export type EmotionModels = EnglishModels & { six: LinearModel; feelings: LinearModel };
export type WordsReading = EmotionReading & {
  distribution: Distribution;
  goemotions: Record<GoEmotion, number>;
};

/** Languages the invented mails are in, and how much what they taught counts against what posts and comments did. */
const shopLanguages = new Set("en de es fr pt it nl pl ja ru uk ro sv hi".split(" "));
const MAILS = 0.5;
/**
 * Makes the share of belief as sure as it is right (Platt's line on its log odds), fitted on the development half of care-300: what
 * holds of comments is too sure of mails.
 */
const HONEST = { slope: 1.75, offset: -0.5 };
/** How fast outright words outweigh the trained guess. */
const CUE_PULL = 1.1;
const CUE_LIMIT = 0.85;
/** In a language without words or mails of its own a guess stays one: well below what the cross-check calls sure. */
const UNKNOWN_LANGUAGE_CEILING = 0.3;
/** Of "fire pit cover" or "???" nobody can tell anything. */
const SILENT_CEILING = 0.2;
/** The six-emotion head knows posts and subtitles, not shop mails: without a word that names a feeling, calm is likelier. */
const CALM = 0.35;
/** What went wrong suggests a feeling even where none is named; weaker than any word for one. */
const IMPLIED = 0.6;

/** Labels close enough that a shop answers them alike; belief in one supports the other. */
export const kin: Record<CareEmotion, readonly CareEmotion[]> = {
  anger: ["frustration"],
  frustration: ["anger", "disappointment"],
  disappointment: ["frustration", "sadness"],
  worry: ["confusion"],
  confusion: ["worry"],
  sadness: ["disappointment", "grief"],
  grief: ["sadness"],
  embarrassment: [],
  gratitude: ["joy"],
  joy: ["gratitude"],
  surprise: ["joy"],
  neutral: [],
};

export type EmotionalMessage = {
  text: string;
  language: string;
  named: NamedEmotions;
  /** What the wish suggests. */
  implied?: CareEmotion | undefined;
  /** Nothing is wished for that anybody could tell. */
  aimless?: boolean;
};

/**
 * The words reading: the embedded recogniser on the text alone. English by the GoEmotions head, other languages by the head of
 * six; what is said outright (`emotion-cues.ts`) is weighed in.
 */
export function recogniseEmotion(models: EmotionModels, message: EmotionalMessage): WordsReading {
  const { text, language } = message;
  const { goemotions, guess } = trained(models, text, language);
  // What a machine or an advertiser writes has no shopper's feeling in it, however warm its words.
  const named =
    message.implied === "neutral"
      ? nothingNamed()
      : { ...message.named, strength: { ...message.named.strength } };
  const { implied } = message;
  if (named.calm) named.strength.neutral += IMPLIED;
  else if (implied && careEmotions.every((name) => named.strength[name] < IMPLIED))
    named.strength[implied] += IMPLIED;
  const distribution = combine(
    language.startsWith("en") ? guess : calmer(guess, named.strength),
    named.strength,
  );
  const { label, share } = top(distribution);
  const support = kin[label].reduce((sum, name) => sum + distribution[name], 0);
  const silent = message.aimless && countWords(text) < ENOUGH_WORDS && !outright(message.named);
  const known = shopLanguages.has(language.slice(0, 2));
  const ceiling = silent ? SILENT_CEILING : known ? 1 : UNKNOWN_LANGUAGE_CEILING;
  return {
    label,
    confidence: round(Math.min(ceiling, honestly(share + support / 2))),
    intensity: round(intensity(label, { text, distribution, named })),
    distribution,
    goemotions,
  };
}

const outright = ({ strength }: NamedEmotions): boolean => careEmotions.some((name) => strength[name] > 0);
const nothingNamed = (): NamedEmotions => ({ strength: empty(), intensified: false, calm: false });

function trained(models: EmotionModels, text: string, language: string) {
  const two = language.slice(0, 2);
  const own = features(text, two);
  const feelings = score(models.feelings, own);
  const mails = Object.fromEntries(careEmotions.map((name, at) => [name, feelings[at] ?? 0])) as Distribution;
  const { goemotions, posts } = two === "en" ? english(models, text) : elsewhere(models, own, two);
  const share = shopLanguages.has(two) ? MAILS : 0;
  const guess = empty();
  for (const name of careEmotions) guess[name] = share * mails[name] + (1 - share) * posts[name];
  return { goemotions, guess };
}

function english(models: EmotionModels, text: string) {
  const { goemotions: probabilities } = englishEmotions(models, text);
  const goemotions = Object.fromEntries(
    goEmotions.map((name, at) => [name, round(probabilities[at] ?? 0)]),
  ) as Record<GoEmotion, number>;
  return { goemotions, posts: fromGoEmotions(goemotions) };
}

function elsewhere(models: EmotionModels, own: Features, language: string) {
  const probabilities = score(models.six, own, language);
  const six = Object.fromEntries(models.six.labels.map((name, at) => [name, round(probabilities[at] ?? 0)]));
  const goemotions = sixToGoEmotions(six);
  for (const name of goEmotions) goemotions[name] = round(goemotions[name]);
  return { goemotions, posts: fromSix(six) };
}

function calmer(guess: Distribution, strength: Distribution): Distribution {
  if (careEmotions.some((name) => strength[name] > 0)) return guess;
  const result = { ...guess };
  for (const name of careEmotions) result[name] = guess[name] * (1 - CALM) + (name === "neutral" ? CALM : 0);
  return result;
}

function combine(guess: Distribution, strength: Distribution): Distribution {
  const total = careEmotions.reduce((sum, name) => sum + strength[name], 0);
  if (total === 0) return rounded(guess);
  const pull = Math.min(CUE_LIMIT, 1 - Math.exp(-CUE_PULL * total));
  const named = normalised(strength);
  const mixed = { ...guess };
  for (const name of careEmotions) mixed[name] = (1 - pull) * guess[name] + pull * named[name];
  return rounded(mixed);
}

type Evidence = { text: string; distribution: Distribution; named: NamedEmotions };

/** 0 flat to 1 extreme: how sure and how loud, on top of what the emotion itself weighs. */
function intensity(label: CareEmotion, { text, distribution, named }: Evidence): number {
  const marks = styleMarks(text);
  const loud = marks.reduce((sum, mark) => sum + (loudness[mark] ?? 0), 0);
  if (label === "neutral") return Math.min(0.3, (1 - distribution.neutral) * 0.3 + loud / 2);
  const outright = Math.min(1, named.strength[label]) * 0.2;
  const underlined = named.intensified ? 0.12 : 0;
  return Math.min(1, weight[label] + distribution[label] * 0.2 + outright + underlined + loud);
}

const loudness: Record<string, number> = {
  "mark:shouting": 0.25,
  "mark:capitals": 0.08,
  "mark:drawn": 0.08,
  "mark:exclaim": 0.12,
  "mark:ask": 0.06,
};

const weight: Record<CareEmotion, number> = {
  anger: 0.45,
  frustration: 0.3,
  disappointment: 0.3,
  worry: 0.3,
  confusion: 0.2,
  sadness: 0.35,
  grief: 0.6,
  embarrassment: 0.2,
  gratitude: 0.3,
  joy: 0.35,
  surprise: 0.25,
  neutral: 0,
};

function honestly(share: number): number {
  const bounded = Math.min(0.99, Math.max(0.01, share));
  return sigmoid(HONEST.slope * Math.log(bounded / (1 - bounded)) + HONEST.offset);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function rounded(shares: Distribution): Distribution {
  const result = { ...shares };
  for (const name of careEmotions) result[name] = round(shares[name]);
  return result;
}
