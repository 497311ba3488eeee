import { z } from "zod";
import type { Features } from "./features.ts";

/**
 * A one-against-rest logistic regression over hashed features, quantised to int8 per label.
 * File: u32 little-endian header length, JSON header, then `2^bits × labels` int8 weights.
 */
const headerSchema = z.object({
  name: z.string(),
  labels: z.array(z.string()).min(1),
  bits: z.number().int().min(8).max(22),
  /** One int8 step of each label's weights. */
  scales: z.array(z.number()),
  bias: z.array(z.number()),
  /** Logits are divided by it, so that probabilities are honest; fitted on held-out training data. */
  temperature: z.number().positive(),
  /** Probability from which a label counts as present, fitted on held-out training data. */
  thresholds: z.array(z.number()),
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

/** Each label's probability, in the order of `model.labels`. */
export function score(model: LinearModel, features: Features): Float64Array {
  const count = model.labels.length;
  const logits = new Float64Array(count);
  addBlock(model, features.words, logits);
  addBlock(model, features.chars, logits);
  for (let label = 0; label < count; label++) {
    const logit = (logits[label] ?? 0) * (model.scales[label] ?? 0) + (model.bias[label] ?? 0);
    logits[label] = sigmoid(logit / model.temperature);
  }
  return logits;
}

export const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/** Adds the block's int8 weights, divided by the root of its size so that long texts do not shout. */
function addBlock(model: LinearModel, block: Uint32Array, into: Float64Array): void {
  if (block.length === 0) return;
  const count = into.length;
  const mask = 2 ** model.bits - 1;
  const sums = new Int32Array(count);
  for (let at = 0; at < block.length; at++) {
    const row = ((block[at] ?? 0) & mask) * count;
    for (let label = 0; label < count; label++)
      sums[label] = (sums[label] ?? 0) + (model.weights[row + label] ?? 0);
  }
  const norm = 1 / Math.sqrt(block.length);
  for (let label = 0; label < count; label++) into[label] = (into[label] ?? 0) + (sums[label] ?? 0) * norm;
}
