import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ekmanGroups, polarities } from "./emotion-heads.ts";
import { emotionsOf, englishEmotions, hear, pairSchema } from "./english-emotions.ts";
import { loadModels } from "./models.server.ts";
import { goEmotions } from "./reading.ts";

const groups = Object.keys(ekmanGroups);
const largest = (values: Float64Array): number => values.indexOf(Math.max(...values));

describe("what the English models say", () => {
  const known = [
    { text: "I love this, it made my day!", label: "love", group: "joy", polarity: "positive" },
    { text: "I am furious, this makes me so angry!", label: "anger", group: "anger", polarity: "negative" },
    { text: "Printed in 1998.", label: "neutral", group: "neutral", polarity: "neutral" },
  ];
  it.each(known)("$text", ({ text, label, group, polarity }) => {
    const said = englishEmotions(loadModels(), text);
    const place = goEmotions.findIndex((name) => name === label);
    expect(said.goemotions[place]).toBeGreaterThan(0.15);
    expect(groups[largest(said.groups)]).toBe(group);
    expect(Object.keys(polarities)[largest(said.polarity)]).toBe(polarity);
  });

  it("is the calibrated lines where the layer adds nothing", () => {
    const count = 40;
    const line = { slopes: Array<number>(count).fill(1), offsets: Array<number>(count).fill(0) };
    const means = Float64Array.from({ length: count }, (_, at) => (at === 17 || at === 31 ? 2 : -2));
    const heard = hear(line, means);
    const { goemotions, groups: own, polarity } = emotionsOf(heard, new Float64Array(38));
    expect(heard.inputs).toHaveLength(75);
    expect(goemotions[17]).toBeCloseTo(1 / (1 + Math.exp(-2)));
    expect(groups[largest(own)]).toBe("joy");
    expect(Object.keys(polarities)[largest(polarity)]).toBe("positive");
  });
});

it.each(["slopes", "offsets", "thresholds"])("refuses a pair with %s cut short", (field) => {
  const pair = JSON.parse(readFileSync(new URL("./weights/pair.json", import.meta.url), "utf8")) as object;
  const list = (pair as Record<string, number[]>)[field] ?? [];
  expect(() => pairSchema.parse({ ...pair, [field]: list.slice(1) })).toThrow(`${field} has`);
});

it.each(["hidden", "hiddenBias", "output", "outputBias"])("refuses a layer with %s cut short", (field) => {
  const pair = JSON.parse(readFileSync(new URL("./weights/pair.json", import.meta.url), "utf8")) as {
    layer: Record<string, number[]>;
  };
  const layer = { ...pair.layer, [field]: (pair.layer[field] ?? []).slice(1) };
  expect(() => pairSchema.parse({ ...pair, layer })).toThrow(`layer.${field} has`);
});
