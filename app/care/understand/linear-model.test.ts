import { expect, it } from "vitest";
import { features } from "./features.ts";
import { parseModel, score, serialiseModel, type LinearModel } from "./linear-model.ts";

const model: LinearModel = {
  name: "tiny",
  labels: ["yes", "no"],
  bits: 8,
  scales: [0.1, 0.1],
  bias: [0, -1],
  temperature: 1,
  thresholds: [0.5, 0.5],
  weights: new Int8Array(512).map((_, at) => (at % 2 === 0 ? 10 : -10)),
};

it("reads back what it wrote", () => {
  expect(parseModel(serialiseModel(model))).toEqual(model);
});

it("refuses a file that lost a byte", () => {
  expect(() => parseModel(serialiseModel(model).slice(0, -1))).toThrow(/511 weights, expected 512/);
});

it("scores every label between 0 and 1", () => {
  const [yes = 0, no = 0] = score(model, features("hello there"));
  expect(yes).toBeGreaterThan(0.9);
  expect(no).toBeLessThan(0.1);
});

it("tells a negated word from the word", () => {
  expect(features("not good").words).not.toEqual(features("so good").words);
});
