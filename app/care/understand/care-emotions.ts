import { careEmotions, goEmotions, type CareEmotion, type GoEmotion } from "./reading.ts";

/** A share of belief per care emotion; shares add up to one. */
export type Distribution = Record<CareEmotion, number>;

/**
 * What each of the 28 GoEmotions labels means to a shop. Rows add up to one. Curiosity, approval, desire and realisation are
 * how people ask for things, so most of them is neutral; disgust at a parcel is half anger, half frustration.
 */
const careMeaning: Record<GoEmotion, Partial<Distribution>> = {
  admiration: { joy: 1 },
  amusement: { joy: 1 },
  anger: { anger: 1 },
  annoyance: { frustration: 0.8, anger: 0.2 },
  approval: { neutral: 0.7, joy: 0.3 },
  caring: { neutral: 0.8, worry: 0.2 },
  confusion: { confusion: 1 },
  curiosity: { neutral: 0.7, confusion: 0.3 },
  desire: { neutral: 0.8, joy: 0.2 },
  disappointment: { disappointment: 1 },
  disapproval: { frustration: 0.5, disappointment: 0.5 },
  disgust: { anger: 0.5, frustration: 0.5 },
  embarrassment: { embarrassment: 1 },
  excitement: { joy: 1 },
  fear: { worry: 1 },
  gratitude: { gratitude: 1 },
  grief: { grief: 1 },
  joy: { joy: 1 },
  love: { joy: 1 },
  nervousness: { worry: 1 },
  optimism: { neutral: 0.6, joy: 0.4 },
  pride: { joy: 1 },
  realization: { neutral: 0.7, surprise: 0.3 },
  relief: { joy: 1 },
  remorse: { embarrassment: 0.6, sadness: 0.4 },
  sadness: { sadness: 1 },
  surprise: { surprise: 1 },
  neutral: { neutral: 1 },
};

/** What the six BRIGHTER emotions mean to a shop: coarser, so anger and sadness are spread over their near kin. */
const sixMeaning: Record<string, Partial<Distribution>> = {
  anger: { anger: 0.45, frustration: 0.55 },
  disgust: { anger: 0.3, frustration: 0.35, disappointment: 0.35 },
  fear: { worry: 1 },
  joy: { joy: 0.75, gratitude: 0.25 },
  sadness: { sadness: 0.5, disappointment: 0.5 },
  // Subtitles and posts mark questions as surprise; a shop hears questions all day.
  surprise: { surprise: 0.4, neutral: 0.6 },
};

/** Which GoEmotions labels carry a BRIGHTER emotion where the text is not English and only six are known. */
const sixAsGo: Record<string, Partial<Record<GoEmotion, number>>> = {
  anger: { anger: 1, annoyance: 0.8 },
  disgust: { disgust: 1 },
  fear: { fear: 1, nervousness: 0.6 },
  joy: { joy: 1, admiration: 0.4, excitement: 0.4, love: 0.3 },
  sadness: { sadness: 1, disappointment: 0.6 },
  surprise: { surprise: 1 },
};

type Shares<Of extends string> = readonly (readonly [Of, number])[];

const inLists = <Of extends string>(
  table: Record<string, Partial<Record<Of, number>>>,
): Record<string, Shares<Of>> =>
  Object.fromEntries(
    Object.entries(table).map(([name, shares]) => [name, Object.entries(shares) as [Of, number][]]),
  );

/** The tables as lists, made once: they are gone through for every text. */
const listed = {
  careMeaning: inLists<CareEmotion>(careMeaning),
  sixMeaning: inLists<CareEmotion>(sixMeaning),
  sixAsGo: inLists<GoEmotion>(sixAsGo),
};

export function fromGoEmotions(probabilities: Record<GoEmotion, number>): Distribution {
  const shares = empty();
  for (const name of goEmotions) add(shares, listed.careMeaning[name] ?? [], probabilities[name]);
  return sharpened(shares);
}

/** `six` maps BRIGHTER's emotion names to probabilities; what none of them claims is neutral. */
export function fromSix(six: Record<string, number>): Distribution {
  const shares = empty();
  for (const [name, probability] of Object.entries(six))
    add(shares, listed.sixMeaning[name] ?? [], probability);
  shares.neutral += 1 - Math.max(...Object.values(six));
  return sharpened(shares);
}

export function sixToGoEmotions(six: Record<string, number>): Record<GoEmotion, number> {
  const probabilities = Object.fromEntries(goEmotions.map((name) => [name, 0])) as Record<GoEmotion, number>;
  let none = 1;
  for (const [name, probability] of Object.entries(six)) {
    for (const [target, share] of listed.sixAsGo[name] ?? [])
      probabilities[target] = Math.max(probabilities[target], share * probability);
    none *= 1 - probability;
  }
  probabilities.neutral = none;
  return probabilities;
}

const NOTHING: Distribution = {
  ...{ anger: 0, frustration: 0, disappointment: 0, worry: 0, confusion: 0, sadness: 0 },
  ...{ grief: 0, embarrassment: 0, gratitude: 0, joy: 0, surprise: 0, neutral: 0 },
};

export const empty = (): Distribution => ({ ...NOTHING });

/**
 * Shares of belief made as sure as they are right: the exponent gives the least calibration error on the tenth of GoEmotions'
 * training data that training holds out (`npm run eval` prints the error on dev).
 */
const SHARPNESS = 1.5;

function sharpened(shares: Distribution): Distribution {
  const result = empty();
  for (const name of careEmotions) result[name] = Math.max(0, shares[name]) ** SHARPNESS;
  return normalised(result);
}

export function normalised(shares: Distribution): Distribution {
  const sum = careEmotions.reduce((total, name) => total + shares[name], 0);
  if (sum <= 0) return { ...empty(), neutral: 1 };
  const result = empty();
  for (const name of careEmotions) result[name] = shares[name] / sum;
  return result;
}

export function top(shares: Distribution): { label: CareEmotion; share: number } {
  let label: CareEmotion = "neutral";
  for (const name of careEmotions) if (shares[name] > shares[label]) label = name;
  return { label, share: shares[label] };
}

function add(shares: Distribution, meaning: Shares<CareEmotion>, probability: number): void {
  for (const [name, share] of meaning) shares[name] += share * probability;
}
