import { ekmanGroups, polarities } from "#app/care/understand/emotion-heads.ts";
import {
  emotionsOf,
  hear,
  type EnglishEmotions,
  type Heard,
  type pairSchema,
} from "#app/care/understand/english-emotions.ts";
import { layerSchema, throughLayer } from "#app/care/understand/pair-layer.ts";
import { goEmotions } from "#app/care/understand/reading.ts";
import type { z } from "zod";
import { plattLines, thresholdsOf, type OutOfFold } from "./calibrate.ts";
import { fitLayer, type LayerExample, type PlainLayer } from "./fit-layer.ts";
import { macroF1 } from "./measures.ts";

const FOLDS = 4;
const SIX_AT = goEmotions.length + Object.keys(ekmanGroups).length;

/**
 * How the mean of both English models' logits becomes probabilities, and from which one a label counts as present. `held`: the mean
 * of what both said of texts they were not trained on. The layer too is fitted once without each fold, so that thresholds rest on
 * what it says of texts it does not know.
 */
export function fitPair(labels: readonly string[], held: OutOfFold): z.input<typeof pairSchema> {
  const lines = plattLines(held);
  const slopes = lines.map(({ slope }) => round(slope));
  const offsets = lines.map(({ offset }) => round(offset));
  const texts = held.truths.map((truth, at) => {
    const means = held.logits.subarray(at * held.labels, (at + 1) * held.labels);
    const heard = hear({ slopes, offsets }, Float64Array.from(means));
    return { heard, truth, polarity: polarityOf(truth) };
  });
  const said = outOfFold(texts);
  const logits = Float32Array.from(
    said.flatMap(({ goemotions, groups, six }) => [...goemotions, ...groups, ...six].map(logitOf)),
  );
  const judged = said.map(({ polarity }, at) => ({ shares: polarity, truth: texts[at]?.polarity ?? -1 }));
  return {
    labels: [...labels],
    slopes,
    offsets,
    layer: shifted(fitLayer(examplesOf(texts)), bestShifts(judged.filter(({ truth }) => truth !== -1))),
    thresholds: thresholdsOf({ ...held, logits }, () => true).map(round),
  };
}

type Text = { heard: Heard; truth: Int8Array; polarity: number };

/** Which of `polarities` the groups of a text fall into; -1 where they fall into several, or into surprise. */
export function polarityOf(truth: Int8Array): number {
  const names = Object.keys(ekmanGroups).filter((_, at) => truth[goEmotions.length + at] === 1);
  const found = new Set(
    names.map((name) =>
      Object.values<readonly string[]>(polarities).findIndex((polarity) => polarity.includes(name)),
    ),
  );
  const [only = -1] = found;
  return found.size === 1 ? only : -1;
}

/** BRIGHTER's texts teach the lines alone: nobody said which of the 28 they have. */
function examplesOf(texts: readonly Text[]): LayerExample[] {
  return texts
    .filter(({ truth }) => truth[0] !== -1)
    .map(({ heard, truth, polarity }) => {
      const { first, inputs } = heard;
      const polar = first.subarray(truth.length);
      return {
        inputs,
        first: Float64Array.from([...first.subarray(0, SIX_AT), ...polar]),
        truth: truth.subarray(0, SIX_AT),
        oneOf: polarity,
      };
    });
}

/** What is said of each text by a layer that did not learn from it. Neighbours go together: the models' own folds took turns. */
function outOfFold(texts: readonly Text[]): EnglishEmotions[] {
  const foldOf = (at: number): number => Math.floor(at / FOLDS) % FOLDS;
  const layers = Array.from({ length: FOLDS }, (_, fold) =>
    layerSchema.parse(fitLayer(examplesOf(texts.filter((__, at) => foldOf(at) !== fold)))),
  );
  return texts.map(({ heard }, at) => {
    const layer = layers[foldOf(at)];
    if (!layer) throw new Error(`no layer for text ${at}`);
    return emotionsOf(heard, throughLayer(layer, heard.inputs));
  });
}

const STEPS = Array.from({ length: 17 }, (_, at) => (at - 8) / 10);

/** How far to move the second and third log odds so that the largest of three gives the best macro-F1. */
export function bestShifts(judged: readonly { shares: Float64Array; truth: number }[]): number[] {
  const odds = judged.map(({ shares, truth }) => ({ odds: shares.map(Math.log), truth }));
  let best = { value: -1, shifts: [0, 0, 0] };
  for (const second of STEPS) {
    for (const third of STEPS) {
      const shifts = [0, second, third];
      const value = f1OfLargest(odds, shifts);
      if (value > best.value) best = { value, shifts };
    }
  }
  return best.shifts;
}

function f1OfLargest(items: readonly { odds: Float64Array; truth: number }[], shifts: number[]): number {
  const guesses = items.map(({ odds, truth }) => {
    const moved = shifts.map((shift, at) => shift + (odds[at] as number));
    return { guess: moved.indexOf(Math.max(...moved)), truth };
  });
  return macroF1(
    shifts.map((_, at) => ({
      threshold: 0.5,
      judged: guesses.map(({ guess, truth }) => ({ probability: Number(guess === at), truth: truth === at })),
    })),
  );
}

function shifted(layer: PlainLayer, shifts: readonly number[]): PlainLayer {
  const outputBias = layer.outputBias.map((bias, at) => round(bias + (shifts[at - SIX_AT] ?? 0)));
  return { ...layer, outputBias };
}

const logitOf = (probability: number): number => Math.log(probability / (1 - probability));
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
