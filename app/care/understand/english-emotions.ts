import { z } from "zod";
import { features } from "./features.ts";
import { logitsOf, sigmoid, type LinearModel } from "./linear-model.ts";
import type { PhraseModel } from "./phrase-model.ts";
import { phraseWords, scorePhrases } from "./score-phrases.ts";

/** How the mean of both English models' logits becomes an honest probability (Platt's line for each label), fitted out of fold. */
export const pairSchema = z.object({
  labels: z.array(z.string()).min(1),
  slopes: z.array(z.number()),
  offsets: z.array(z.number()),
  /** Probability from which a label counts as present. */
  thresholds: z.array(z.number()),
});
export type Pair = z.infer<typeof pairSchema>;
export type EnglishModels = { emotion: LinearModel; phrases: PhraseModel; pair: Pair };

/**
 * The probability of each label of the English models, in the order of `pair.labels`: the 28 of GoEmotions, their groups, and
 * BRIGHTER's. Two models that err differently are asked, one over letters and words and one over phrases.
 */
export function englishEmotions({ emotion, phrases, pair }: EnglishModels, text: string): Float64Array {
  const sums = logitsOf(emotion, features(text));
  const others = scorePhrases(phrases, phraseWords(text));
  for (let label = 0; label < sums.length; label++) {
    const mean = ((sums[label] as number) + (others[label] as number)) / 2;
    sums[label] = sigmoid((pair.slopes[label] as number) * mean + (pair.offsets[label] as number));
  }
  return sums;
}
