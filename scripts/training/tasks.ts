import { ekmanGroups, ekmanLabels, sixLabels } from "#app/care/understand/emotion-heads.ts";
import { features } from "#app/care/understand/features.ts";
import { logitsOf, serialiseModel } from "#app/care/understand/linear-model.ts";
import { serialisePhraseModel } from "#app/care/understand/phrase-model.ts";
import { careEmotions, goEmotions, intents, type Intent } from "#app/care/understand/reading.ts";
import { phraseWords } from "#app/care/understand/score-phrases.ts";
import { stripCourtesy } from "#app/care/understand/strip-courtesy.ts";
import { careMessages, feelingMessages } from "./care-messages.ts";
import {
  readBanking,
  readBitext,
  readBrighter,
  readClinc,
  readGoEmotions,
  readXed,
  sixEmotions,
} from "./data.ts";
import { fitLinear, type Example, type LinearPlan } from "./fit-linear.ts";
import { fitPhrases } from "./fit-phrases.ts";
import { bankingIntents, bitextIntents, clincIntents } from "./intent-map.ts";
import { firstVectors } from "./vectors.ts";

/** What a fit gives: the model's file, and each label's logit of any of the task's examples. */
type Fitted = { bytes: Uint8Array; logits: (at: number) => Float64Array };
export type Task = {
  labels: readonly string[];
  /** By example: each label's truth (-1: not said) and the language. */
  truths: readonly Int8Array[];
  languages: readonly string[];
  /** What is held out together: drawings of one frame tell each other's answer. */
  groups?: readonly number[];
  fit: (chosen: readonly number[]) => Fitted;
};
export type TaskName = "emotion" | "phrases" | "six" | "feelings" | "intent";
export const taskNames: readonly TaskName[] = ["phrases", "emotion", "six", "feelings", "intent"];

/** Languages that BRIGHTER lacks; subtitles are better than nothing there. */
const xedLanguages = ["fr", "it", "nl", "pl", "da", "no", "fi", "cs"];

/** The invented mails are few and closest to the task, so each is shown this often. */
const CARE_REPEATS = 3;

/** The texts and labels of one model. The same data gives the same task in every process. */
export function readTask(name: TaskName, dir: string): Task {
  switch (name) {
    case "emotion":
      return emotionTask(dir);
    case "phrases":
      return phrasesTask(dir);
    case "six":
      return sixTask(dir);
    case "feelings":
      return feelingsTask();
    case "intent":
      return intentTask(dir);
  }
}

/** English with three sets of labels: the 28, the groups they fall into, and BRIGHTER's, which are said of other texts. */
const englishLabels = [...goEmotions, ...ekmanLabels, ...sixLabels];

function englishTexts(dir: string): { text: string; truth: Int8Array }[] {
  const unsaid = sixLabels.map(() => -1);
  const comments = readGoEmotions(dir, "train").map(({ text, labels }) => ({
    text,
    truth: Int8Array.from([
      ...goEmotions.map((label) => Number(labels.includes(label))),
      ...Object.values(ekmanGroups).map((group) => Number(group.some((label) => labels.includes(label)))),
      ...unsaid,
    ]),
  }));
  const posts = readBrighter(dir, "train")
    .filter(({ language }) => language === "en")
    .map(({ text, truth }) => ({
      text,
      truth: Int8Array.from([
        ...[...goEmotions, ...ekmanLabels].map(() => -1),
        ...sixEmotions.flatMap((label, at) => (sixLabels.includes(`six:${label}`) ? [truth[at] ?? -1] : [])),
      ]),
    }));
  return [...comments, ...posts];
}

function emotionTask(dir: string): Task {
  const examples = englishTexts(dir).map(({ text, truth }) => ({ features: features(text), truth }));
  return linearTask(
    { name: "emotion", labels: englishLabels, bits: 16, epochs: 7, rate: 0.3, damping: 1, prune: 3 },
    examples,
  );
}

function phrasesTask(dir: string): Task {
  const texts = englishTexts(dir).map(({ text, truth }) => ({ words: phraseWords(text), truth }));
  const { words, size, vectors } = firstVectors(texts.map(({ words: own }) => own));
  const index = new Map(words.map((word, at) => [word, at]));
  const examples = texts.map(({ words: own, truth }) => ({
    ids: Int32Array.from(own, (word) => index.get(word) ?? 0),
    truth,
  }));
  const plan = {
    ...{ name: "phrases", labels: englishLabels, vectors, size, filters: 64, windows: 3 },
    ...{ epochs: 10, rate: 0.0012, dropout: 0.35, wordDropout: 0.1 },
  };
  return {
    labels: englishLabels,
    truths: examples.map(({ truth }) => truth),
    languages: examples.map(() => "en"),
    fit: (chosen) => {
      const net = fitPhrases(plan, pick(examples, chosen));
      const { header, weights } = net.quantised();
      return {
        bytes: serialisePhraseModel(header, words, weights),
        logits: (at) => net.logits(examples[at]?.ids ?? new Int32Array()),
      };
    },
  };
}

function sixTask(dir: string): Task {
  const rows = [...readBrighter(dir, "train"), ...xedLanguages.flatMap((language) => readXed(dir, language))];
  const examples = rows.map(({ language, text, truth }) => ({
    features: features(text, language),
    truth,
    language,
  }));
  return linearTask(
    {
      ...{ name: "emotion-six", labels: sixEmotions, bits: 18, epochs: 8, rate: 0.3, damping: 0.3 },
      ...{ prune: 5, byLanguage: true },
    },
    examples,
  );
}

/** The twelve care emotions, learnt from invented mails: the only texts that are about parcels and refunds. */
function feelingsTask(): Task {
  const examples = feelingMessages.map(({ text, label, language }) => ({
    features: features(stripCourtesy(text, language).kept, language),
    truth: Int8Array.from(careEmotions, (name) => Number(name === label)),
  }));
  const plan = { name: "feelings", labels: careEmotions, bits: 16, epochs: 6, rate: 0.3, damping: 0.3 };
  return {
    ...linearTask({ ...plan, oneOf: true, prune: 1 }, examples),
    groups: feelingMessages.map(({ frame }) => frame),
  };
}

function intentTask(dir: string): Task {
  const rows: { text: string; intent: Intent }[] = Array.from({ length: CARE_REPEATS }, () =>
    careMessages.map(({ text, label }) => ({ text, intent: label })),
  ).flat();
  // The public sets are templated (Bitext) or of other trades: a part of each is enough, so that the mails lead.
  for (const { text, labels } of every(4, readBitext(dir, "train"))) {
    const intent = bitextIntents[labels[0] ?? ""];
    if (intent) rows.push({ text, intent });
  }
  for (const { text, labels } of every(4, readBanking(dir))) {
    const intent = bankingIntents[labels[0] ?? ""];
    if (intent) rows.push({ text, intent });
  }
  for (const { text, labels } of every(6, readClinc(dir, "train"))) {
    const intent = clincIntents[labels[0] ?? ""] ?? "other";
    if (intent !== "skip") rows.push({ text, intent });
  }
  const examples: Example[] = rows.map(({ text, intent }) => ({
    features: features(stripCourtesy(text).kept),
    truth: Int8Array.from(intents, (name) => (name === intent ? 1 : 0)),
  }));
  return linearTask(
    { name: "intent", labels: intents, bits: 15, epochs: 6, rate: 0.3, damping: 0.3, prune: 0 },
    examples,
  );
}

function linearTask(plan: LinearPlan, examples: Example[]): Task {
  return {
    labels: plan.labels,
    truths: examples.map(({ truth }) => truth),
    languages: examples.map(({ language = "" }) => language),
    fit: (chosen) => {
      const model = fitLinear(plan, pick(examples, chosen));
      return {
        bytes: serialiseModel(model),
        logits: (at) => {
          const example = examples[at] as Example;
          return logitsOf(model, example.features, example.language);
        },
      };
    },
  };
}

const pick = <T>(items: readonly T[], chosen: readonly number[]): T[] => chosen.map((at) => items[at] as T);
const every = <T>(step: number, items: T[]): T[] => items.filter((_, at) => at % step === 0);
