import type { CareEmotion, EmotionReading } from "./reading.ts";
import { kin } from "./recognise-emotion.ts";

export type Agreement = EmotionReading & { unsure: boolean; why: string };
export type Voices = {
  words: EmotionReading | null;
  model: EmotionReading | null;
  record: (EmotionReading & { why?: string }) | null;
};

/** Below this nobody is sure enough to choose words by it. */
export const SURE = 0.45;
const CLEAR = 0.7;
const RECORD_WEIGHT = 0.5;
/** A record reading weaker than this says nothing against the words. */
const RECORD_SPEAKS = 0.4;

const pleased: readonly CareEmotion[] = ["gratitude", "joy"];
const hurt: readonly CareEmotion[] = ["anger", "frustration", "disappointment", "worry", "sadness", "grief"];

/**
 * The cross-check. First match wins:
 *
 * | voices                                   | outcome                                            |
 * |------------------------------------------|----------------------------------------------------|
 * | none                                     | neutral, unsure                                    |
 * | the text's voices disagree               | the surer one's label, unsure                      |
 * | joyful words over a record of trouble    | the words' label, unsure (sarcasm is possible)     |
 * | calm, unsure words over trouble          | neutral, unsure                                    |
 * | one text voice or agreeing ones          | its label; kin labels and the record raise or keep |
 * |                                          | the confidence; unsure below `SURE`                |
 */
export function agree({ words, model, record }: Voices): Agreement {
  const text = [words, model]
    .filter((voice) => voice !== null)
    .sort((one, other) => other.confidence - one.confidence);
  const [best, other] = text;
  if (!best)
    return { label: "neutral", intensity: 0, confidence: 0, unsure: true, why: "nothing could be read" };
  if (other && !near(best.label, other.label) && !(best.confidence >= CLEAR && other.confidence < SURE))
    return {
      ...plain(best),
      confidence: round(best.confidence * (1 - other.confidence / 2)),
      unsure: true,
      why: `the words sound like ${best.label}, a second reading says ${other.label}`,
    };
  const confidence =
    other && near(best.label, other.label) ? together(best.confidence, other.confidence) : best.confidence;
  return withRecord({ ...plain(best), confidence }, record);
}

function withRecord(text: EmotionReading, record: Voices["record"]): Agreement {
  const reason = record?.why ?? (record ? `the record suggests ${record.label}` : "");
  if (record && record.confidence >= RECORD_SPEAKS && hurt.includes(record.label)) {
    if (pleased.includes(text.label))
      return { ...text, unsure: true, why: `the words sound like ${text.label}, but ${reason}` };
    if (text.label === "neutral" && text.confidence < CLEAR)
      return { ...text, unsure: true, why: `the words are calm, but ${reason}` };
    if (near(text.label, record.label)) {
      const confidence = together(text.confidence, record.confidence * RECORD_WEIGHT);
      return decided({ ...text, confidence }, `the words sound like ${text.label}, and ${reason}`);
    }
  }
  return decided(text, `the words sound like ${text.label}`);
}

function decided(reading: EmotionReading, why: string): Agreement {
  const confidence = round(reading.confidence);
  const unsure = confidence < SURE;
  return { ...reading, confidence, unsure, why: unsure ? `${why}, but weakly` : why };
}

const near = (one: CareEmotion, other: CareEmotion): boolean => one === other || kin[one].includes(other);
const together = (one: number, other: number): number => 1 - (1 - one) * (1 - other);
const plain = ({ label, intensity, confidence }: EmotionReading): EmotionReading => ({
  label,
  intensity,
  confidence,
});
const round = (value: number): number => Math.round(value * 1000) / 1000;
