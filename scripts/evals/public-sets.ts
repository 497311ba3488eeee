import { fromGoEmotions, top } from "#app/care/understand/care-emotions.ts";
import { features } from "#app/care/understand/features.ts";
import { score } from "#app/care/understand/linear-model.ts";
import type { Models } from "#app/care/understand/read-message.ts";
import { goEmotions, type GoEmotion } from "#app/care/understand/reading.ts";
import { readBitext, readBrighter, readGoEmotions, readGroups, sixEmotions } from "../training/data.ts";
import { bitextIntents } from "../training/intent-map.ts";
import { calibrationError, interval, macroF1, mean } from "../training/measures.ts";
import { recogniseIntent } from "#app/care/understand/recognise-intent.ts";
import { stripCourtesy } from "#app/care/understand/strip-courtesy.ts";
import { tau2Cases } from "./tau2.ts";
import type { Row } from "./row.ts";

/** The public sets' dev splits. Thresholds and temperature were fitted on held-out training data, never on dev. */
export function publicSetsTable(models: Models, dir: string): Row[] {
  return [...goEmotionsRows(models, dir), ...brighterRows(models, dir), ...intentRows(models, dir)];
}

type Scored = { probabilities: Record<GoEmotion, number>; labels: string[] };

function goEmotionsRows(models: Models, dir: string): Row[] {
  const items = readGoEmotions(dir, "dev").map(({ text, labels }): Scored => {
    const scores = score(models.emotion, features(text));
    return {
      probabilities: Object.fromEntries(
        goEmotions.map((name, at) => [name, scores[at] ?? 0]),
      ) as Scored["probabilities"],
      labels,
    };
  });
  const { ekman, polarity } = readGroups(dir);
  const n = items.length;
  const each = goEmotions.map((name, at) => ({
    threshold: models.emotion.thresholds[at] ?? 0.5,
    judged: items.map((item) => ({
      probability: item.probabilities[name],
      truth: item.labels.includes(name),
    })),
  }));
  return [
    { name: "GoEmotions dev: 28 labels, macro-F1", value: macroF1(each).toFixed(3), n },
    {
      name: "GoEmotions dev: Ekman groups, macro-F1",
      value: groupF1(items, ekman, models.emotion.thresholds).toFixed(3),
      n,
    },
    polarityRow(items, polarity),
    ...confidenceRows(items, ekman),
    ...careRows(items),
  ];
}

/** A group is present when any of its labels reaches that label's own threshold. */
function groupF1(items: Scored[], groups: Record<string, string[]>, thresholds: number[]): number {
  const reached = (probabilities: Scored["probabilities"], name: string) =>
    probabilities[name as GoEmotion] / (thresholds[goEmotions.indexOf(name as GoEmotion)] ?? 0.5);
  return macroF1(
    Object.values(groups).map((names) => ({
      threshold: 1,
      judged: items.map(({ probabilities, labels }) => ({
        probability: Math.max(...names.map((name) => reached(probabilities, name))),
        truth: labels.some((label) => names.includes(label)),
      })),
    })),
  );
}

/** The chance that at least one of the labels is there, taken as independent. */
const any = (probabilities: Scored["probabilities"], names: string[]): number =>
  1 - names.reduce((none, name) => none * (1 - probabilities[name as GoEmotion]), 1);

function polarityRow(items: Scored[], polarity: Record<string, string[]>): Row {
  const names = ["positive", "negative", "neutral"];
  const single = items.flatMap(({ probabilities, labels }) => {
    const groups = Object.entries(polarity).filter(([, group]) =>
      labels.some((label) => group.includes(label)),
    );
    const [first] = groups;
    if (groups.length !== 1 || !first || !names.includes(first[0])) return [];
    const scores = names.map((name) => any(probabilities, polarity[name] ?? []));
    return [{ truth: first[0], guess: names[scores.indexOf(Math.max(...scores))] }];
  });
  const value = macroF1(
    names.map((name) => ({
      threshold: 0.5,
      judged: single.map(({ truth, guess }) => ({
        probability: guess === name ? 1 : 0,
        truth: truth === name,
      })),
    })),
  );
  return {
    name: "GoEmotions dev: polarity of single-group items, macro-F1",
    value: value.toFixed(3),
    n: single.length,
  };
}

function confidenceRows(items: Scored[], ekman: Record<string, string[]>): Row[] {
  const judged = items
    .map(({ probabilities, labels }) => {
      const groups = Object.values(ekman).map((names) => ({ names, share: any(probabilities, names) }));
      const best = groups.reduce((one, other) => (other.share > one.share ? other : one));
      return { confidence: best.share, correct: labels.some((label) => best.names.includes(label)) };
    })
    .sort((one, other) => other.confidence - one.confidence);
  const surest = judged.slice(0, Math.round(judged.length * 0.7));
  const hits = surest.filter(({ correct }) => correct).length;
  return [
    {
      name: "GoEmotions dev: Ekman accuracy, 70 % most confident",
      value: (hits / surest.length).toFixed(3),
      n: surest.length,
      interval: interval(hits, surest.length),
    },
    {
      name: "GoEmotions dev: Ekman calibration error",
      value: calibrationError(judged).toFixed(3),
      n: judged.length,
    },
  ];
}

/** The twelve care emotions derived from the 28, against the gold labels derived the same way. */
function careRows(items: Scored[]): Row[] {
  const judged = items.map(({ probabilities, labels }) => {
    const gold = Object.fromEntries(goEmotions.map((name) => [name, labels.includes(name) ? 1 : 0]));
    const truth = fromGoEmotions(gold as Record<GoEmotion, number>);
    const guess = top(fromGoEmotions(probabilities));
    return { confidence: guess.share, correct: truth[guess.label] >= 0.3 };
  });
  const hits = judged.filter(({ correct }) => correct).length;
  return [
    {
      name: "GoEmotions dev: care emotion is one of the gold ones",
      value: (hits / judged.length).toFixed(3),
      n: judged.length,
      interval: interval(hits, judged.length),
    },
    {
      name: "GoEmotions dev: care emotion calibration error",
      value: calibrationError(judged).toFixed(3),
      n: judged.length,
    },
  ];
}

function brighterRows(models: Models, dir: string): Row[] {
  const items = readBrighter(dir, "dev").map((item) => ({
    ...item,
    probabilities: score(models.six, features(item.text, item.language)),
  }));
  const languages = [...new Set(items.map(({ language }) => language))];
  const rows = languages.map((language) => {
    const own = items.filter((item) => item.language === language);
    const value = macroF1(
      sixEmotions
        .map((_, at) => at)
        .filter((at) => own.every(({ truth }) => truth[at] !== -1))
        .map((at) => ({
          threshold: models.six.thresholds[at] ?? 0.5,
          judged: own.map(({ probabilities, truth }) => ({
            probability: probabilities[at] ?? 0,
            truth: truth[at] === 1,
          })),
        })),
    );
    return { name: `BRIGHTER dev: ${language}, macro-F1`, value: value.toFixed(3), n: own.length };
  });
  const eight = rows.filter(({ name }) => !/: (?:en|zh),/.test(name));
  return [
    ...rows,
    {
      name: "BRIGHTER dev: mean of de es pt ro ru sv uk hi",
      value: mean(eight.map(({ value }) => Number(value))).toFixed(3),
      n: eight.reduce((sum, { n }) => sum + n, 0),
    },
  ];
}

function intentRows(models: Models, dir: string): Row[] {
  const bitext = readBitext(dir, "dev").flatMap(({ text, labels }) => {
    const intent = bitextIntents[labels[0] ?? ""];
    return intent ? [{ text, accepted: [intent] }] : [];
  });
  return [
    intentRow("Bitext dev mapped to our intents: accuracy", models, bitext),
    intentRow("tau2 retail tasks: intent of the first request", models, tau2Cases(dir)),
  ];
}

function intentRow(name: string, models: Models, cases: { text: string; accepted: string[] }[]): Row {
  const hits = cases.filter(({ text, accepted }) => {
    const { kept, sentences } = stripCourtesy(text, "en");
    return accepted.includes(
      recogniseIntent(models.intent, { text: kept, sentences, language: "en" }).intent,
    );
  }).length;
  return {
    name,
    value: (hits / cases.length).toFixed(3),
    n: cases.length,
    interval: interval(hits, cases.length),
  };
}
