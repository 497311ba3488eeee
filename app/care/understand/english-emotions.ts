import { z } from "zod";
import { ekmanGroups } from "./emotion-heads.ts";
import { features } from "./features.ts";
import { logitsOf, sigmoid, type LinearModel } from "./linear-model.ts";
import type { PhraseModel } from "./phrase-model.ts";
import { goEmotions } from "./reading.ts";
import { phraseWords, scorePhrases } from "./score-phrases.ts";

/** How the mean of both English models' logits becomes an honest probability (Platt's line for each label), fitted out of fold. */
export const pairSchema = z.object({
  labels: z.array(z.string()).min(1),
  slopes: z.array(z.number()),
  offsets: z.array(z.number()),
  /** From which probability a label counts as present; of a group, from which of its `scores`. */
  thresholds: z.array(z.number()),
});
export type Pair = z.infer<typeof pairSchema>;
export type EnglishModels = { emotion: LinearModel; phrases: PhraseModel; pair: Pair };

/** Probabilities, each in the order of its labels: the 28 of GoEmotions, the groups of `ekmanGroups`, and BRIGHTER's five. */
export type EnglishEmotions = {
  goemotions: Float64Array;
  groups: Float64Array;
  /** For each group the likeliest of its labels when the labels give way to it fully: finds groups better than either alone. */
  scores: Float64Array;
  six: Float64Array;
};

const groups = Object.values(ekmanGroups).map((names) => names.map((name) => goEmotions.indexOf(name)));
const GROUPS_AT = goEmotions.length;
const SIX_AT = GROUPS_AT + groups.length;
/** How far the 28 give way to what is said of their groups: as far as helps the groups and does not cost the labels. */
const GIVES_WAY = 0.25;

/** What two models that err differently say of an English text: one over letters and words, one over phrases. */
export function englishEmotions({ emotion, phrases, pair }: EnglishModels, text: string): EnglishEmotions {
  const sums = logitsOf(emotion, features(text));
  const others = scorePhrases(phrases, phraseWords(text));
  const means = sums.map((sum, label) => (sum + (others[label] as number)) / 2);
  return emotionsOf(honest(pair, means));
}

/** Logits of the pair as probabilities. */
export const honest = (
  { slopes, offsets }: Pick<Pair, "slopes" | "offsets">,
  means: Float64Array,
): Float64Array =>
  means.map((mean, label) => sigmoid((slopes[label] as number) * mean + (offsets[label] as number)));

/** The pair's probabilities by kind, the 28 made to agree a little with their groups. */
export function emotionsOf(probabilities: Float64Array): EnglishEmotions {
  const own = probabilities.subarray(GROUPS_AT, SIX_AT);
  const full = agreeing(probabilities, own, 1);
  return {
    goemotions: agreeing(probabilities, own, GIVES_WAY),
    groups: own,
    scores: Float64Array.from(groups, (places) => Math.max(...places.map((place) => full[place] as number))),
    six: probabilities.subarray(SIX_AT),
  };
}

/** The 28, moved so that the chance of any label of a group (taken as independent) comes nearer to the group's own. */
function agreeing(probabilities: Float64Array, own: Float64Array, share: number): Float64Array {
  const moved = probabilities.slice(0, GROUPS_AT);
  groups.forEach((places, group) => {
    const none = places.reduce((product, place) => product * (1 - (probabilities[place] as number)), 1);
    const power = Math.log(1 - clamp(own[group] as number)) / Math.log(1 - clamp(1 - none));
    for (const place of places)
      moved[place] = 1 - (1 - (probabilities[place] as number)) ** (1 + share * (power - 1));
  });
  return moved;
}

const clamp = (probability: number): number => Math.min(0.9999, Math.max(1e-6, probability));
