import { z } from "zod";

/** Read once and asked for every message: typed arrays are quicker than what JSON gives. */
const numbers = z
  .array(z.number())
  .min(1)
  .transform((values) => Float32Array.from(values));

/**
 * A small hidden layer over what the pair of English models says of all labels: one text rarely has two feelings, and labels judged
 * one by one do not know of each other. Weights row by row: of each input to every hidden value, of each of those to every output.
 */
export const layerSchema = z
  .object({ hidden: numbers, hiddenBias: numbers, output: numbers, outputBias: numbers })
  .superRefine(({ hidden, hiddenBias, output, outputBias }, context) => {
    const width = hiddenBias.length;
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message: `${field} has ${message}` });
    if (hidden.length % width !== 0)
      refuse("hidden", `${hidden.length} values, not a row of ${width} (hiddenBias) for each input`);
    if (output.length !== width * outputBias.length)
      refuse(
        "output",
        `${output.length} values, not ${width} (hiddenBias) times ${outputBias.length} (outputBias)`,
      );
  });
export type Layer = z.infer<typeof layerSchema>;

/** What the layer adds to each output. */
export function throughLayer(layer: Layer, inputs: Float64Array): Float64Array {
  const hidden = Float64Array.from(layer.hiddenBias);
  add(layer.hidden, inputs, hidden);
  for (let at = 0; at < hidden.length; at++) hidden[at] = Math.max(0, hidden[at] as number);
  const sums = Float64Array.from(layer.outputBias);
  add(layer.output, hidden, sums);
  return sums;
}

function add(weights: Float32Array, values: Float64Array, into: Float64Array): void {
  const count = into.length;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value === 0) continue;
    const row = at * count;
    for (let to = 0; to < count; to++)
      into[to] = (into[to] as number) + value * (weights[row + to] as number);
  }
}
