import { expect, it } from "vitest";
import { packRows, sumRows } from "./sum-rows.ts";

const LABELS = 6;
const ROWS = 64;
const weights = Int8Array.from({ length: ROWS * LABELS }, (_, at) => ((at * 89 + 17) % 256) - 128);

const oneByOne = (places: Int32Array): number[] =>
  Array.from({ length: LABELS }, (_, label) =>
    places.reduce((sum, row) => sum + (weights[row * LABELS + label] ?? 0), 0),
  );

it.each([0, 1, 255, 256, 257, 2_000])("adds %i rows to what adding one by one gives", (count) => {
  const places = Int32Array.from({ length: count }, (_, at) => (at * 31) % ROWS);
  const sums = new Int32Array(8);
  sumRows(packRows(weights, LABELS), places, sums);
  expect([...sums.subarray(0, LABELS)]).toEqual(oneByOne(places));
  expect([...sums.subarray(LABELS)], "what fills the rows up").toEqual([0, 0]);
});

it.each([-128, 127])("does not run over when all weights are %i", (weight) => {
  const sums = new Int32Array(4);
  sumRows(packRows(new Int8Array(ROWS * 4).fill(weight), 4), new Int32Array(256), sums);
  expect([...sums]).toEqual(new Array(4).fill(256 * weight));
});
