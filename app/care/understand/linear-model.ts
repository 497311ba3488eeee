import { z } from "zod";
import type { Features } from "./features.ts";
import { packRows, sumRows } from "./sum-rows.ts";

const languageSchema = z.object({
  bias: z.array(z.number()),
  /** Probability from which a label counts as present in this language. */
  thresholds: z.array(z.number()),
});

/**
 * A one-against-rest logistic regression over hashed features, quantised to int8 per label.
 * File: u32 little-endian header length, JSON header, then `2^bits × labels` int8 weights.
 */
const headerSchema = z.object({
  name: z.string(),
  labels: z.array(z.string()).min(1),
  bits: z.number().int().min(8).max(22),
  /** Exactly one label is true of each text: their probabilities add up to one. */
  oneOf: z.boolean().optional(),
  /** One int8 step of each label's weights. */
  scales: z.array(z.number()),
  bias: z.array(z.number()),
  /** Logits are divided by it, so that probabilities are honest; fitted out of fold on training data. */
  temperature: z.number().positive(),
  /** Probability from which a label counts as present, fitted out of fold on training data. */
  thresholds: z.array(z.number()),
  /**
   * The languages a model learnt apart and together: each feature counts once for all languages and once for its own
   * (Daumé III 2007, "Frustratingly easy domain adaptation").
   */
  languages: z.record(z.string(), languageSchema).optional(),
});
export type ModelHeader = z.infer<typeof headerSchema>;
export type LinearModel = ModelHeader & { weights: Int8Array };

/** Throws when the bytes are not a model of this format. */
export function parseModel(bytes: Uint8Array): LinearModel {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  const header = headerSchema.parse(json);
  const body = bytes.subarray(4 + length);
  const expected = 2 ** header.bits * header.labels.length;
  if (body.byteLength !== expected)
    throw new Error(`model ${header.name}: ${body.byteLength} weights, expected ${expected}`);
  return { ...header, weights: new Int8Array(body.buffer, body.byteOffset, body.byteLength) };
}

export function serialiseModel(model: LinearModel): Uint8Array {
  const { weights, ...header } = model;
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(4 + json.length + weights.length);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), 4 + json.length);
  return bytes;
}

/** Each label's probability, in the order of `model.labels`; `language` (two letters) matters to a model that learnt languages apart. */
export function score(model: LinearModel, features: Features, language?: string): Float64Array {
  const logits = logitsOf(model, features, language);
  for (let label = 0; label < logits.length; label++)
    logits[label] = (logits[label] as number) / model.temperature;
  return model.oneOf ? softmax(logits) : logits.map(sigmoid);
}

/** Each label's logit, before the temperature. */
export function logitsOf(model: LinearModel, features: Features, language?: string): Float64Array {
  const count = model.labels.length;
  const logits = new Float64Array(count);
  const own = model.languages && language ? model.languages[language] : undefined;
  const seeds = model.languages ? (own ? [0, languageSeed(language ?? "")] : [0]) : [0];
  // A language nobody trained for has no rows of its own: what is left says less, as it should.
  const share = model.languages ? 2 : 1;
  for (const block of [features.words, features.chars]) addBlock(model, { block, seeds, share }, logits);
  for (let label = 0; label < count; label++)
    logits[label] =
      (logits[label] as number) * (model.scales[label] ?? 0) + ((own?.bias ?? model.bias)[label] ?? 0);
  return logits;
}

export function softmax(logits: Float64Array): Float64Array {
  const largest = Math.max(...logits);
  const odds = logits.map((logit) => Math.exp(logit - largest));
  const sum = odds.reduce((total, one) => total + one, 0);
  return odds.map((one) => one / sum);
}

export const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/** What a feature's hash is mixed with for the rows of one language. */
export function languageSeed(language: string): number {
  let seed = 0x9e3779b1;
  for (let at = 0; at < language.length; at++) seed = Math.imul(seed ^ language.charCodeAt(at), 0x85ebca6b);
  return seed >>> 0;
}

type Block = { block: Uint32Array; seeds: readonly number[]; share: number };

/** Adds the block's int8 weights, divided by the root of its size so that long texts do not shout. */
function addBlock(model: LinearModel, { block, seeds, share }: Block, into: Float64Array): void {
  if (block.length === 0) return;
  const rows = packRows(model.weights, into.length);
  const sums = new Int32Array(rows.wordsInRow * 4);
  for (const seed of seeds) sumRows(rows, { hashes: block, seed }, sums);
  const norm = 1 / Math.sqrt(block.length * share);
  for (let label = 0; label < into.length; label++)
    into[label] = (into[label] as number) + (sums[label] as number) * norm;
}
