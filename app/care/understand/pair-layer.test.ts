import { expect, it } from "vitest";
import { layerSchema, throughLayer } from "./pair-layer.ts";

it("adds up what the hidden values above zero give to each output", () => {
  const layer = layerSchema.parse({
    hidden: [1, -1, 2, 0.5],
    hiddenBias: [0.25, 0],
    output: [1, 2, 0, 4, 5, 6],
    outputBias: [0.5, 0, 0],
  });
  expect([...throughLayer(layer, Float64Array.from([1, 0]))]).toEqual([1.75, 2.5, 0]);
  expect([...throughLayer(layer, Float64Array.from([-1, 0]))]).toEqual([4.5, 5, 6]);
});
