import { z } from "zod";
import { ekmanGroups, polarities } from "./emotion-heads.ts";
import { features } from "./features.ts";
import { logitsOf, sigmoid, softmax, type LinearModel } from "./linear-model.ts";
import { layerSchema, throughLayer, type Layer } from "./pair-layer.ts";
import type { PhraseModel } from "./phrase-model.ts";
import { goEmotions } from "./reading.ts";
import { phraseWords, scorePhrases } from "./score-phrases.ts";

/** How the mean of both English models' logits becomes an honest probability, fitted out of fold. */
export const pairSchema = z
  .object({
    labels: z.array(z.string()).min(1),
    /** Platt's line for each label. */
    slopes: z.array(z.number()),
    offsets: z.array(z.number()),
    /** What the labels know of each other: corrects the lines' log odds, of GoEmotions' labels alone. */
    layer: layerSchema,
    /** From which probability a label counts as present. */
    thresholds: z.array(z.number()),
  })
  .superRefine((pair, context) => {
    for (const [field, is, shouldBe] of lengths(pair))
      if (is !== shouldBe)
        context.addIssue({
          code: "custom",
          path: field.split("."),
          message: `${field} has ${is} values, not ${shouldBe}`,
        });
  });

export type Pair = z.infer<typeof pairSchema>;
type Lists = { labels: string[]; slopes: number[]; offsets: number[]; thresholds: number[]; layer: Layer };
export type EnglishModels = { emotion: LinearModel; phrases: PhraseModel; pair: Pair };

/** Probabilities, each in the order of its labels: the 28 of GoEmotions, the groups of `ekmanGroups`, and BRIGHTER's five. */
export type EnglishEmotions = {
  goemotions: Float64Array;
  groups: Float64Array;
  six: Float64Array;
  /** Shares of `polarities`, for a text of one of them; moved so that the largest is the best guess for rare ones too. */
  polarity: Float64Array;
};

const GROUPS_AT = goEmotions.length;
const SIX_AT = GROUPS_AT + Object.keys(ekmanGroups).length;
/** What each list of the pair has, and what it has to have. */
function lengths({ labels, slopes, offsets, thresholds, layer }: Lists): [string, number, number][] {
  const count = labels.length;
  const inputs = count + SIX_AT;
  const outputs = SIX_AT + polarPlaces.length;
  // By the weights, whose inputs are known: a bias too few is said of the bias.
  const rows = Math.max(1, Math.round(layer.hidden.length / inputs));
  return [
    ["slopes", slopes.length, count],
    ["offsets", offsets.length, count],
    ["thresholds", thresholds.length, count],
    ["layer.hidden", layer.hidden.length, inputs * rows],
    ["layer.hiddenBias", layer.hiddenBias.length, rows],
    ["layer.output", layer.output.length, rows * outputs],
    ["layer.outputBias", layer.outputBias.length, outputs],
  ];
}

const polarPlaces = Object.values(polarities).map((names) =>
  names.map((name) => GROUPS_AT + Object.keys(ekmanGroups).indexOf(name)),
);

/** What two models that err differently say of an English text: one over letters and words, one over phrases. */
export function englishEmotions({ emotion, phrases, pair }: EnglishModels, text: string): EnglishEmotions {
  const sums = logitsOf(emotion, features(text));
  const others = scorePhrases(phrases, phraseWords(text));
  const means = sums.map((sum, label) => (sum + (others[label] as number)) / 2);
  const heard = hear(pair, means);
  return emotionsOf(heard, throughLayer(pair.layer, heard.inputs));
}

/** Log odds of every label by its line, then of each polarity; and what the layer is asked with. */
export type Heard = { first: Float64Array; inputs: Float64Array };

export function hear({ slopes, offsets }: Pick<Pair, "slopes" | "offsets">, means: Float64Array): Heard {
  const count = means.length;
  const first = new Float64Array(count + polarPlaces.length);
  const inputs = new Float64Array(count + SIX_AT);
  for (let label = 0; label < count; label++) {
    const mean = means[label] as number;
    const odds = (slopes[label] as number) * mean + (offsets[label] as number);
    first[label] = odds;
    inputs[label] = mean;
    if (label < SIX_AT) inputs[count + label] = sigmoid(odds);
  }
  polarPlaces.forEach((places, at) => {
    first[count + at] = Math.max(...places.map((place) => first[place] as number));
  });
  return { first, inputs };
}

/** `added`: to the log odds of GoEmotions' labels and groups, and of the polarities. */
export function emotionsOf({ first }: Heard, added: Float64Array): EnglishEmotions {
  const count = first.length - polarPlaces.length;
  const odds = first.slice();
  for (let label = 0; label < SIX_AT; label++)
    odds[label] = (odds[label] as number) + (added[label] as number);
  const polarity = first.slice(count);
  for (let at = 0; at < polarity.length; at++)
    polarity[at] = (polarity[at] as number) + (added[SIX_AT + at] as number);
  const probabilities = odds.subarray(0, count).map(sigmoid);
  return {
    goemotions: probabilities.subarray(0, GROUPS_AT),
    groups: probabilities.subarray(GROUPS_AT, SIX_AT),
    six: probabilities.subarray(SIX_AT),
    polarity: softmax(polarity),
  };
}
