import { describe, expect, it } from "vitest";
import { features } from "#app/care/understand/features.ts";
import { parseModel, score, serialiseModel } from "#app/care/understand/linear-model.ts";
import { parsePhraseModel, serialisePhraseModel } from "#app/care/understand/phrase-model.ts";
import { scorePhrases } from "#app/care/understand/score-phrases.ts";
import { calibrated, plattLines, thresholdsOf } from "./calibrate.ts";
import { layerSchema, throughLayer } from "#app/care/understand/pair-layer.ts";
import { fitLayer } from "./fit-layer.ts";
import { fitLinear } from "./fit-linear.ts";
import { bestShifts, polarityOf } from "./fit-pair.ts";
import { fitPhrases } from "./fit-phrases.ts";

const plan = {
  name: "test",
  labels: ["glad", "cross"],
  bits: 10,
  epochs: 20,
  rate: 0.5,
  damping: 0.3,
  prune: 0,
};
const texts = [
  ["so happy with it", [1, 0]],
  ["happy and pleased", [1, 0]],
  ["very angry about it", [0, 1]],
  ["angry and annoyed", [0, 1]],
] as const;
const examples = texts.map(([text, truth]) => ({ features: features(text), truth: Int8Array.from(truth) }));

describe("a linear model", () => {
  it("learns, is the same twice, and survives its file", () => {
    const model = fitLinear(plan, examples);
    const [glad = 0, cross = 1] = score(parseModel(serialiseModel(model)), features("I am happy"));
    expect(glad).toBeGreaterThan(cross);
    expect(serialiseModel(fitLinear(plan, examples))).toEqual(serialiseModel(model));
  });

  it("learns nothing from what is not said", () => {
    const unsaid = examples.map((one) => ({ ...one, truth: Int8Array.from([-1, -1]) }));
    expect(fitLinear(plan, unsaid).weights.every((weight) => weight === 0)).toBe(true);
  });

  it("keeps apart what one word means in two languages, and says little in a third", () => {
    const say = (language: string, truth: readonly number[]) =>
      texts.map(([text]) => ({ features: features(text), truth: Int8Array.from(truth), language }));
    const model = fitLinear({ ...plan, byLanguage: true }, [...say("en", [1, 0]), ...say("xx", [0, 1])]);
    const glad = (language: string) => score(model, features("happy"), language)[0] ?? 0;
    expect(glad("en")).toBeGreaterThan(0.7);
    expect(glad("xx")).toBeLessThan(0.3);
    expect(Math.abs(glad("yy") - 0.5)).toBeLessThan(0.2);
  });

  it("shares one whole among labels that exclude each other", () => {
    const model = fitLinear({ ...plan, oneOf: true }, examples);
    const [glad = 0, cross = 0] = score(model, features("angry"));
    expect(glad + cross).toBeCloseTo(1);
    expect(cross).toBeGreaterThan(glad);
  });
});

describe("a network over phrases", () => {
  it("learns the order of words, and its file says what it said", () => {
    const words = ["<other>", "not", "good", "bad"];
    const ids = (...places: number[]) => Int32Array.from(places);
    const phrases = [
      { ids: ids(1, 2), truth: Int8Array.from([0, 1]) },
      { ids: ids(2, 1), truth: Int8Array.from([1, 0]) },
      { ids: ids(1, 3), truth: Int8Array.from([1, 0]) },
      { ids: ids(3, 1), truth: Int8Array.from([0, 1]) },
    ];
    const many = Array.from({ length: 50 }, () => phrases).flat();
    const net = fitPhrases(
      {
        ...{ name: "test", labels: ["glad", "cross"], size: 4, filters: 8, windows: 2, epochs: 30 },
        ...{ rate: 0.01, dropout: 0, wordDropout: 0 },
        vectors: Float32Array.from({ length: words.length * 4 }, (_, at) => Math.sin(at * 7)),
      },
      many,
    );
    for (const { ids: own, truth } of phrases) {
      const [glad = 0, cross = 0] = net.logits(own);
      expect(glad > cross).toBe(truth[0] === 1);
    }
    const { header, weights } = net.quantised();
    const model = parsePhraseModel(serialisePhraseModel(header, words, weights));
    const kept = scorePhrases(model, ["not", "good"]);
    net.logits(ids(1, 2)).forEach((logit, label) => expect(kept[label]).toBeCloseTo(logit, 0));
  });
});

describe("the layer over the pair", () => {
  // Two labels that give way to each other, and a choice of two that is not always made.
  const asked = Array.from({ length: 3_000 }, (_, at) => {
    const inputs = Float64Array.from([Math.sin(at), Math.cos(at * 3)]);
    const first = (inputs[0] ?? 0) > (inputs[1] ?? 0);
    return {
      inputs,
      first: new Float64Array(4),
      truth: Int8Array.from([Number(first), Number(!first)]),
      oneOf: at % 3 === 0 ? -1 : Number(first),
    };
  });

  it("learns what labels know of each other, the same twice", () => {
    const layer = fitLayer(asked);
    const says = (...inputs: number[]) => throughLayer(layerSchema.parse(layer), Float64Array.from(inputs));
    const [one = 0, other = 0, left = 0, right = 0] = says(0.5, 0.9);
    expect(one).toBeLessThan(-1);
    expect(other).toBeGreaterThan(1);
    expect(left).toBeGreaterThan(right + 1);
    expect(says(0.9, 0.5)[0]).toBeGreaterThan(1);
    expect(fitLayer(asked)).toEqual(layer);
  });

  it("moves a choice that is right too seldom for the rare ones", () => {
    const judged = Array.from({ length: 100 }, (_, at) => ({
      shares: Float64Array.from(at < 20 ? [0.5, 0.4, 0.1] : [0.8, 0.1, 0.1]),
      truth: at < 20 ? 1 : 0,
    }));
    const [first = 0, second = 0] = bestShifts(judged);
    expect(second - first).toBeGreaterThan(Math.log(0.5 / 0.4));
    expect(second - first).toBeLessThan(Math.log(0.8 / 0.1));
  });

  it("knows the polarity of groups that agree, and of no others", () => {
    const truth = (...groups: number[]) => {
      const all = new Int8Array(40);
      for (const group of groups) all[28 + group] = 1;
      return polarityOf(all);
    };
    expect([truth(3), truth(0, 4), truth(6)]).toEqual([0, 1, 2]);
    expect([truth(3, 0), truth(5), truth(5, 3), truth()]).toEqual([-1, -1, -1, -1]);
  });
});

describe("calibration", () => {
  // A model that is four times too sure: says 0.98 where three of four are true.
  const held = {
    logits: Float32Array.from({ length: 400 }, (_, at) => (at % 2 === 0 ? 4 : -4)),
    truths: Array.from({ length: 400 }, (_, at) => Int8Array.from([Number((at % 2 === 0) !== at % 8 < 2)])),
    labels: 1,
  };

  it("makes what was too sure as sure as it is right", () => {
    const [line] = plattLines(held);
    const probability = 1 / (1 + Math.exp(-(4 * (line?.slope ?? 0) + (line?.offset ?? 0))));
    expect(probability).toBeCloseTo(0.75, 2);
    const model = calibrated({ ...fitLinear({ ...plan, labels: ["one"] }, []), labels: ["one"] }, held, []);
    expect(model.temperature).toBeGreaterThan(3);
  });

  it("leaves a threshold of a half where a label is never true", () => {
    expect(thresholdsOf({ ...held, truths: held.truths.map(() => Int8Array.from([0])) }, () => true)).toEqual(
      [0.5],
    );
  });

  it("puts a threshold between what is true and what is not", () => {
    const logits = Float32Array.from({ length: 200 }, (_, at) => (at - 150) / 20);
    const truths = Array.from(logits, (logit) => Int8Array.from([Number(logit > 0)]));
    const [threshold = 0] = thresholdsOf({ logits, truths, labels: 1 }, () => true);
    expect(threshold).toBeGreaterThan(0.48);
    expect(threshold).toBeLessThan(0.54);
  });
});
