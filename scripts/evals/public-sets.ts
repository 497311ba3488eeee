import { fromGoEmotions, top } from "#app/care/understand/care-emotions.ts";
import { ekmanGroups, polarities, sixLabels } from "#app/care/understand/emotion-heads.ts";
import { englishEmotions } from "#app/care/understand/english-emotions.ts";
import { features } from "#app/care/understand/features.ts";
import { score } from "#app/care/understand/linear-model.ts";
import type { Models } from "#app/care/understand/read-message.ts";
import { goEmotions, type GoEmotion } from "#app/care/understand/reading.ts";
import { readBitext, readBrighter, readGoEmotions, readGroups, sixEmotions } from "../training/data.ts";
import { bitextIntents } from "../training/intent-map.ts";
import { calibrationError, interval, macroF1, mean } from "../training/measures.ts";
import { namedEmotions } from "#app/care/understand/emotion-cues.ts";
import { recogniseIntent } from "#app/care/understand/recognise-intent.ts";
import { stripCourtesy } from "#app/care/understand/strip-courtesy.ts";
import { intentProbes } from "./intent-probes.ts";
import { tau2Cases } from "./tau2.ts";
import type { Row } from "./row.ts";

/** The public sets' dev splits. Thresholds and calibration were fitted out of fold on training data, never on dev. */
export function publicSetsTable(models: Models, dir: string): Row[] {
  return [...goEmotionsRows(models, dir), ...brighterRows(models, dir), ...intentRows(models, dir)];
}

type Scored = {
  probabilities: Record<GoEmotion, number>;
  /** What the model says of the groups themselves, and of the three polarities. */
  groups: Float64Array;
  polarity: Float64Array;
  labels: string[];
};

function goEmotionsRows(models: Models, dir: string): Row[] {
  const items = readGoEmotions(dir, "dev").map(({ text, labels }): Scored => {
    const { goemotions, groups, polarity } = englishEmotions(models, text);
    return {
      probabilities: Object.fromEntries(
        goEmotions.map((name, at) => [name, goemotions[at] ?? 0]),
      ) as Scored["probabilities"],
      groups,
      polarity,
      labels,
    };
  });
  const { ekman, polarity } = readGroups(dir);
  const n = items.length;
  const { thresholds } = models.pair;
  const each = goEmotions.map((name, at) => ({
    threshold: thresholds[at] ?? 0.5,
    judged: items.map((item) => ({
      probability: item.probabilities[name],
      truth: item.labels.includes(name),
    })),
  }));
  return [
    { name: "GoEmotions dev: 28 labels, macro-F1", value: macroF1(each).toFixed(3), n },
    {
      name: "GoEmotions dev: Ekman groups, macro-F1",
      value: groupF1(items, ekman, thresholds).toFixed(3),
      n,
    },
    polarityRow(items, polarity),
    ...confidenceRows(items, ekman),
    ...careRows(items),
  ];
}

/** The model's groups stand in the order of `ekmanGroups`; the data set's own list says which labels are in one. */
const groupPlace = (name: string): number => Object.keys(ekmanGroups).indexOf(name);

function groupF1(items: Scored[], groups: Record<string, string[]>, thresholds: number[]): number {
  return macroF1(
    Object.entries(groups).map(([name, names]) => ({
      threshold: thresholds[goEmotions.length + groupPlace(name)] ?? 0.5,
      judged: items.map((item) => ({
        probability: item.groups[groupPlace(name)] ?? 0,
        truth: item.labels.some((label) => names.includes(label)),
      })),
    })),
  );
}

/** The data set's own list says which labels are positive and so on; the model says which is likeliest. */
function polarityRow(items: Scored[], polarity: Record<string, string[]>): Row {
  const names: string[] = Object.keys(polarities);
  const single = items.flatMap(({ polarity: shares, labels }) => {
    const groups = Object.entries(polarity).filter(([, group]) =>
      labels.some((label) => group.includes(label)),
    );
    const [first] = groups;
    if (groups.length !== 1 || !first || !names.includes(first[0])) return [];
    return [{ truth: first[0], guess: names[shares.indexOf(Math.max(...shares))] }];
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
    .map(({ groups, labels }) => {
      const [name, confidence] = Object.keys(ekman)
        .map((one) => [one, groups[groupPlace(one)] ?? 0] as const)
        .reduce((one, other) => (other[1] > one[1] ? other : one));
      return { confidence, correct: labels.some((label) => ekman[name]?.includes(label)) };
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

/** English by the pair of English models, the others by the model that learnt languages apart. */
function brighterRows(models: Models, dir: string): Row[] {
  const items = readBrighter(dir, "dev").map((item) => ({ ...item, judged: judgedSix(models, item) }));
  const languages = [...new Set(items.map(({ language }) => language))];
  const rows = languages.map((language) => {
    const own = items.filter((item) => item.language === language);
    const value = macroF1(
      sixEmotions.flatMap((_, at) => {
        if (own.some(({ truth }) => truth[at] === -1)) return [];
        return [
          {
            threshold: own[0]?.judged.thresholds[at] ?? 0.5,
            judged: own.map(({ judged, truth }) => ({
              probability: judged.probabilities[at] ?? 0,
              truth: truth[at] === 1,
            })),
          },
        ];
      }),
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

/** Probabilities and thresholds in the order of `sixEmotions`. */
function judgedSix(models: Models, { text, language }: { text: string; language: string }) {
  if (language === "en") {
    const { six } = englishEmotions(models, text);
    const place = (name: string) => sixLabels.indexOf(`six:${name}`);
    return {
      probabilities: sixEmotions.map((name) => six[place(name)] ?? 0),
      thresholds: sixEmotions.map((name) => models.pair.thresholds.at(place(name) - sixLabels.length) ?? 0.5),
    };
  }
  return {
    probabilities: [...score(models.six, features(text, language), language)],
    thresholds: models.six.languages?.[language]?.thresholds ?? models.six.thresholds,
  };
}

function intentRows(models: Models, dir: string): Row[] {
  const bitext = readBitext(dir, "dev").flatMap(({ text, labels }) => {
    const intent = bitextIntents[labels[0] ?? ""];
    return intent ? [{ text, accepted: [intent] }] : [];
  });
  return [
    ...intentProbes(dir),
    intentRow("Bitext dev mapped to our intents: accuracy", models, bitext),
    intentRow("tau2 retail tasks: intent of the first request", models, tau2Cases(dir)),
  ];
}

function intentRow(name: string, models: Models, cases: { text: string; accepted: string[] }[]): Row {
  const hits = cases.filter(({ text, accepted }) => {
    const { kept, sentences } = stripCourtesy(text, "en");
    const named = namedEmotions(sentences, "en");
    return accepted.includes(
      recogniseIntent(models.intent, { text: kept, sentences, language: "en", named }).intent,
    );
  }).length;
  return {
    name,
    value: (hits / cases.length).toFixed(3),
    n: cases.length,
    interval: interval(hits, cases.length),
  };
}
