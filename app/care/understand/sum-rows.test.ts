import { expect, it } from "vitest";
import { packRows, packSideBySide, sumRows } from "./sum-rows.ts";

const LABELS = 6;
const ROWS = 64;
const weights = Int8Array.from({ length: ROWS * LABELS }, (_, at) => ((at * 89 + 17) % 256) - 128);

const oneByOne = (places: Uint32Array): number[] =>
  Array.from({ length: LABELS }, (_, label) =>
    places.reduce((sum, row) => sum + (weights[row * LABELS + label] ?? 0), 0),
  );

it.each([0, 1, 255, 256, 257, 2_000])("adds %i rows to what adding one by one gives", (count) => {
  const places = Uint32Array.from({ length: count }, (_, at) => (at * 31) % ROWS);
  const sums = new Int32Array(8);
  sumRows(packRows(weights, LABELS), { hashes: places }, sums);
  expect([...sums.subarray(0, LABELS)]).toEqual(oneByOne(places));
  expect([...sums.subarray(LABELS)], "what fills the rows up").toEqual([0, 0]);
});

it.each([-128, 127])("does not run over when all weights are %i", (weight) => {
  const sums = new Int32Array(4);
  sumRows(packRows(new Int8Array(ROWS * 4).fill(weight), 4), { hashes: new Uint32Array(256) }, sums);
  expect([...sums]).toEqual(new Array(4).fill(256 * weight));
});

it("finds each of several models side by side, one of them with fewer rows", () => {
  const fewer = Int8Array.from({ length: 16 * 9 }, (_, at) => ((at * 53 + 5) % 256) - 128);
  packSideBySide([
    { weights: fewer, count: 9 },
    { weights, count: LABELS },
  ]);
  const hashes = Uint32Array.from({ length: 300 }, (_, at) => (at * 0x9e3779b1) >>> 0);
  const of = (one: Int8Array, count: number): number[] => {
    const sums = new Int32Array(12);
    sumRows(packRows(one, count), { hashes }, sums);
    return [...sums.subarray(0, count)];
  };
  expect(of(weights, LABELS)).toEqual(oneByOne(hashes.map((hash) => hash % ROWS)));
  const sums = (label: number) =>
    hashes.reduce((sum, hash) => sum + (fewer[(hash % 16) * 9 + label] ?? 0), 0);
  expect(of(fewer, 9)).toEqual(Array.from({ length: 9 }, (_, label) => sums(label)));
});
