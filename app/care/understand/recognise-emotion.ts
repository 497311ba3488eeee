import {
  fromGoEmotions,
  fromSix,
  normalised,
  sixToGoEmotions,
  top,
  type Distribution,
} from "./care-emotions.ts";
import { namedEmotions, type NamedEmotions } from "./emotion-cues.ts";
import { features, styleMarks } from "./features.ts";
import { score, type LinearModel } from "./linear-model.ts";
import {
  careEmotions,
  goEmotions,
  type CareEmotion,
  type EmotionReading,
  type GoEmotion,
} from "./reading.ts";
import type { Sentence } from "./fold.ts";

export type EmotionModels = { emotion: LinearModel; six: LinearModel };
export type WordsReading = EmotionReading & {
  distribution: Distribution;
  goemotions: Record<GoEmotion, number>;
};

/** Languages the six-emotion head was trained on; others are read with a low ceiling on confidence. */
const learnt = new Set("en de es pt ro ru sv uk hi zh fr it nl pl da no fi cs ja".split(" "));
/** How fast outright words outweigh the trained guess. */
const CUE_PULL = 1.1;
const CUE_LIMIT = 0.85;
const UNKNOWN_LANGUAGE_CEILING = 0.45;
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

/**
 * The words reading: the embedded recogniser on the text alone. English by the GoEmotions head, other languages by the head of
 * six; what is said outright (`emotion-cues.ts`) is weighed in.
 */
export function recogniseEmotion(
  models: EmotionModels,
  message: { text: string; sentences: Sentence[]; language: string; implied?: CareEmotion | undefined },
): WordsReading {
  const { text, language } = message;
  const { goemotions, guess } = trained(models, text, language);
  // What a machine or an advertiser writes has no shopper's feeling in it, however warm its words.
  const named = namedEmotions(message.implied === "neutral" ? [] : message.sentences, language);
  const { implied } = message;
  if (implied && careEmotions.every((name) => named.strength[name] < IMPLIED))
    named.strength[implied] += IMPLIED;
  const distribution = combine(
    language.startsWith("en") ? guess : calmer(guess, named.strength),
    named.strength,
  );
  const { label, share } = top(distribution);
  const support = kin[label].reduce((sum, name) => sum + distribution[name], 0);
  const ceiling = learnt.has(language.slice(0, 2)) ? 1 : UNKNOWN_LANGUAGE_CEILING;
  return {
    label,
    confidence: round(Math.min(ceiling, share + support / 2)),
    intensity: round(intensity(label, { text, distribution, named })),
    distribution,
    goemotions,
  };
}

function trained(models: EmotionModels, text: string, language: string) {
  if (language.startsWith("en")) {
    const probabilities = score(models.emotion, features(text));
    const goemotions = Object.fromEntries(
      goEmotions.map((name, at) => [name, round(probabilities[at] ?? 0)]),
    ) as Record<GoEmotion, number>;
    return { goemotions, guess: fromGoEmotions(goemotions) };
  }
  const probabilities = score(models.six, features(text, language.slice(0, 2)));
  const six = Object.fromEntries(models.six.labels.map((name, at) => [name, round(probabilities[at] ?? 0)]));
  return { goemotions: sixToGoEmotions(six), guess: fromSix(six) };
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

const round = (value: number): number => Math.round(value * 1000) / 1000;

function rounded(shares: Distribution): Distribution {
  const result = { ...shares };
  for (const name of careEmotions) result[name] = round(shares[name]);
  return result;
}
