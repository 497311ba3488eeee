import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossCheck, rules, SURE } from "./cross-check.ts";
import { careEmotions, type CareEmotion, type EmotionReading } from "./reading.ts";

const voice = (label: CareEmotion, confidence: number) => ({ label, confidence, intensity: 0.5 });
const late = { ...voice("frustration", 0.6), why: "the parcel is 6 days late" };

const DISAGREE = "the text's voices disagree";
const SIDES = "the text's voices disagree, the record sides with the less sure one";
const PLEASED = "pleased words over a record of trouble";
const CALM = "calm words over a record of trouble";
const AGREES = "the record agrees with the text";
const OTHER = "the record shows trouble of another kind";
const TEXT = "the text alone";
const LITTLE = "the text says too little";
const ORDERS = "the text gives orders to whoever reads it";
const GRAVE = "the text may speak of harming oneself";

describe("every combination of voices", () => {
  it.each([
    // words, model, record | label, unsure, rule
    [null, null, null, "neutral", true, "nothing"],
    [null, null, late, "frustration", true, "the record alone"],
    [null, null, voice("neutral", 0.5), "neutral", true, "the record alone"],
    [null, voice("joy", 0.8), null, "joy", false, TEXT],
    [null, voice("joy", 0.8), late, "joy", true, PLEASED],
    [null, voice("anger", 0.8), late, "anger", false, AGREES],
    // Words and nothing else.
    [voice("joy", 0.8), null, null, "joy", false, TEXT],
    [voice("joy", SURE), null, null, "joy", false, TEXT],
    [voice("joy", SURE - 0.01), null, null, "joy", true, TEXT],
    [voice("neutral", 0.3), null, null, "neutral", true, TEXT],
    [voice("neutral", 0.25), null, null, "neutral", true, TEXT],
    [voice("neutral", 0.24), null, null, "neutral", true, LITTLE],
    [voice("neutral", 0.07), null, late, "neutral", true, LITTLE],
    [voice("joy", 0.07), voice("anger", 0.1), late, "anger", true, LITTLE],
    // Words and model.
    [voice("anger", 0.6), voice("anger", 0.7), null, "anger", false, TEXT],
    [voice("anger", 0.6), voice("frustration", 0.7), null, "frustration", false, TEXT],
    [voice("surprise", 0.4), voice("joy", 0.4), null, "joy", false, TEXT],
    [voice("worry", 0.2), voice("worry", 0.2), null, "worry", true, TEXT],
    [voice("joy", 0.6), voice("anger", 0.7), null, "anger", true, DISAGREE],
    [voice("neutral", 0.6), voice("anger", 0.6), null, "anger", true, DISAGREE],
    [voice("joy", 0.69), voice("anger", 0.3), null, "joy", true, DISAGREE],
    [voice("joy", 0.8), voice("anger", 0.3), null, "joy", false, TEXT],
    [voice("joy", 0.8), voice("anger", SURE), null, "joy", true, DISAGREE],
    // Words and record: what an app without a key has.
    [voice("joy", 0.8), null, late, "joy", true, PLEASED],
    [voice("gratitude", 0.95), null, late, "gratitude", true, PLEASED],
    [voice("joy", 0.8), null, voice("frustration", 0.39), "joy", false, TEXT],
    [voice("neutral", 0.5), null, late, "neutral", true, CALM],
    [voice("neutral", 0.8), null, late, "neutral", false, TEXT],
    [voice("frustration", 0.5), null, late, "frustration", false, AGREES],
    [voice("disappointment", 0.5), null, late, "disappointment", false, AGREES],
    [voice("frustration", 0.4), null, late, "frustration", true, AGREES],
    [voice("grief", 0.8), null, late, "grief", false, OTHER],
    [voice("worry", 0.4), null, late, "worry", true, OTHER],
    [voice("embarrassment", 0.6), null, late, "embarrassment", false, TEXT],
    [voice("anger", 0.8), null, voice("joy", 0.3), "anger", false, TEXT],
    [voice("anger", 0.8), null, voice("neutral", 0.5), "anger", false, TEXT],
    [voice("joy", 0.6), null, voice("joy", 0.5), "joy", false, TEXT],
    // All three.
    [voice("joy", 0.6), voice("joy", 0.6), late, "joy", true, PLEASED],
    [voice("neutral", 0.4), voice("neutral", 0.4), late, "neutral", true, CALM],
    [voice("neutral", 0.5), voice("neutral", 0.5), late, "neutral", false, TEXT],
    [voice("anger", 0.4), voice("frustration", 0.4), late, "anger", false, AGREES],
    [voice("joy", 0.6), voice("anger", 0.5), late, "anger", true, SIDES],
    [voice("anger", 0.5), voice("joy", 0.6), late, "anger", true, SIDES],
    [voice("anger", 0.6), voice("joy", 0.5), late, "anger", true, DISAGREE],
    [voice("worry", 0.6), voice("gratitude", 0.5), late, "worry", true, DISAGREE],
    [voice("joy", 0.6), voice("anger", 0.5), voice("neutral", 0.5), "joy", true, DISAGREE],
  ] as const)(
    "words %o, model %o, record %o: %s, unsure %s",
    (...[words, model, record, label, unsure, rule]) => {
      expect(crossCheck({ words, model, record })).toMatchObject({ label, unsure, rule });
    },
  );

  it("has a row for each of its rules", () => {
    expect(new Set(rules.map(({ name }) => name))).toEqual(
      new Set([LITTLE, SIDES, DISAGREE, ORDERS, GRAVE, PLEASED, CALM, AGREES, OTHER, TEXT]),
    );
  });
});

it.each([
  [
    { words: voice("joy", 0.8), model: null, record: late },
    "the words sound like joy, but the parcel is 6 days late",
  ],
  [
    { words: voice("joy", 0.6), model: voice("anger", 0.7), record: null },
    "the words sound like anger, a second reading says joy",
  ],
  [{ words: voice("worry", 0.3), model: null, record: null }, "the words sound like worry, but weakly"],
  [{ words: voice("worry", 0.2), model: null, record: null }, "the words do not tell what they feel"],
  [
    { words: voice("neutral", 0.07), model: null, record: late },
    "the words do not tell what they feel, and the parcel is 6 days late",
  ],
  [
    { words: null, model: null, record: voice("worry", 0.5) },
    "the text could not be read, and the record suggests worry",
  ],
])("says why in one sentence: %#", (voices, why) => {
  expect(crossCheck(voices).why).toBe(why);
});

describe("a text that gives orders", () => {
  it("lets no sure model overrule weak words", () => {
    const voices = { words: voice("anger", 0.3), model: voice("joy", 1), record: null };
    expect(crossCheck(voices)).toMatchObject({ label: "joy", unsure: false, rule: TEXT });
    expect(crossCheck({ ...voices, suspect: true })).toMatchObject({ unsure: true, rule: DISAGREE });
  });

  it("is never sure, even where the voices agree", () => {
    const angry = { words: voice("anger", 0.8), model: voice("anger", 0.8), record: null };
    const { unsure, label, rule } = crossCheck({ ...angry, suspect: true });
    expect({ unsure, label, rule }).toEqual({ unsure: true, label: "anger", rule: ORDERS });
  });
});

it.each([
  ["neutral", true, GRAVE],
  ["frustration", true, GRAVE],
  ["sadness", false, TEXT],
] as const)("is not sure of %s where the text may speak of harming oneself: %s", (label, unsure, rule) => {
  const voices = { words: voice(label, 0.8), model: null, record: null, grave: true };
  expect(crossCheck(voices)).toMatchObject({ label, unsure, rule });
});

describe("whatever the voices say", () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  const reading: fc.Arbitrary<EmotionReading> = fc.record({
    label: fc.constantFrom(...careEmotions),
    intensity: unit,
    confidence: unit,
  });
  const some = fc.option(reading, { nil: null });
  type Check = (words: EmotionReading, model: EmotionReading | null, record: EmotionReading | null) => void;
  const always = (check: Check) => fc.assert(fc.property(reading, some, some, check), { numRuns: 2_000 });

  it("does not matter which voice of the text is which", () => {
    always((words, model, record) => {
      expect(crossCheck({ words, model, record })).toEqual(
        crossCheck({ words: model, model: words, record }),
      );
    });
  });

  it("a lone voice never gains confidence", () => {
    always((words) => {
      for (const voices of [
        { words, model: null, record: null },
        { words: null, model: words, record: null },
        { words: null, model: null, record: words },
      ])
        expect(crossCheck(voices).confidence).toBeLessThanOrEqual(words.confidence + 0.0005);
    });
  });

  it("the record never makes a sure label of a text that is none", () => {
    always((words, model, record) => {
      const text = crossCheck({ words, model, record: null });
      const all = crossCheck({ words, model, record });
      expect(all.unsure || !text.unsure).toBe(true);
      expect(crossCheck({ words: null, model: null, record }).unsure).toBe(true);
    });
  });

  it("an unsure label has a reason, and a sure one enough confidence", () => {
    always((words, model, record) => {
      const { unsure, why, confidence, intensity, rule } = crossCheck({ words, model, record });
      expect(why.length).toBeGreaterThan(10);
      expect(why).not.toMatch(/undefined|null|\s{2}|\.$/);
      expect(rule).not.toBe("");
      expect(unsure || confidence >= SURE - 0.0005).toBe(true);
      for (const share of [confidence, intensity]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    });
  });

  it("the label is one that a voice gave", () => {
    always((words, model, record) => {
      const labels = [words, model].flatMap((one) => (one ? [one.label] : []));
      expect(labels).toContain(crossCheck({ words, model, record }).label);
    });
  });

  it("voices of the text that contradict each other are unsure, unless one is clear and the other is not", () => {
    fc.assert(
      fc.property(unit, unit, some, (glad, angry, record) => {
        const voices = { words: voice("joy", glad), model: voice("anger", angry), record };
        const oneIsClear = Math.max(glad, angry) >= 0.7 && Math.min(glad, angry) < SURE;
        expect(oneIsClear || crossCheck(voices).unsure).toBe(true);
      }),
    );
  });

  it("agreeing voices are at least as sure as either", () => {
    always((words, model) => {
      if (model?.label !== words.label) return;
      const both = crossCheck({ words, model, record: null }).confidence;
      expect(both).toBeGreaterThanOrEqual(Math.max(words.confidence, model.confidence) - 0.0005);
    });
  });
});
