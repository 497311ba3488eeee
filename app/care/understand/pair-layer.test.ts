import { expect, it } from "vitest";
import { layerSchema, throughLayer } from "./pair-layer.ts";

const LAYER = {
  hidden: [1, -1, 2, 0.5],
  hiddenBias: [0.25, 0],
  output: [1, 2, 0, 4, 5, 6],
  outputBias: [0.5, 0, 0],
};

it("adds up what the hidden values above zero give to each output", () => {
  const layer = layerSchema.parse(LAYER);
  expect([...throughLayer(layer, Float64Array.from([1, 0]))]).toEqual([1.75, 2.5, 0]);
  expect([...throughLayer(layer, Float64Array.from([-1, 0]))]).toEqual([4.5, 5, 6]);
});

it.each<[named: string, cut: Partial<typeof LAYER>]>([
  ["hidden has 3 values", { hidden: [1, -1, 2] }],
  ["(hiddenBias)", { hiddenBias: [0.25, 0, 0] }],
  ["output has 5 values", { output: [1, 2, 0, 4, 5] }],
  ["(outputBias)", { outputBias: [0.5, 0] }],
])("refuses lists whose lengths do not fit, and says which: %s", (named, cut) => {
  expect(() => layerSchema.parse({ ...LAYER, ...cut })).toThrow(named);
});

it.each(Object.keys(LAYER))("refuses a layer without %s, by its name", (field) => {
  const paths = (value: unknown) =>
    layerSchema.safeParse(value).error?.issues.map(({ path }) => path.join("."));
  expect(paths({ ...LAYER, [field]: [] })).toContain(field);
  expect(paths({ ...LAYER, [field]: undefined })).toEqual([field]);
});
