import { careEmotions, type Because, type CareEmotion, type EmotionReading } from "./reading.ts";
import { kin } from "./recognise-emotion.ts";

export type Voices = {
  words: EmotionReading | null;
  model: EmotionReading | null;
  record: (EmotionReading & { why?: string; shows?: Because["shows"] }) | null;
  /** The text gives orders to whoever reads it, and a model may have obeyed: it overrules no weaker voice, and nobody is sure. */
  suspect?: boolean;
  /** The text may speak of harming oneself: however calm it sounds, that is no reason to be sure. */
  grave?: boolean;
};
/** `rule` names the row of the table that spoke, `why` is one plain sentence for a reviewer. */
export type CrossCheck = EmotionReading & { unsure: boolean; why: string; rule: string; because: Because };

/** Below this chance of being right nobody is sure enough to choose words by a label. */
export const SURE = 0.45;
/** Below this a label is one guess among several: naming it would claim what nobody heard. */
const GUESS = 0.25;
/** From here on a voice stands against a second one that is not sure, and calm words stand against the record. */
const CLEAR = 0.7;
/** Events suggest a feeling, they do not show one: a record that agrees counts this much of its confidence. */
const RECORD_WEIGHT = 0.5;
/** A record reading weaker than this says nothing against the words. */
const RECORD_SPEAKS = 0.4;

const pleased: readonly CareEmotion[] = ["gratitude", "joy"];
const hurt: readonly CareEmotion[] = ["anger", "frustration", "disappointment", "worry", "sadness", "grief"];

type Heard = {
  /** The surer voice of the text, whichever it is, and the other one. */
  best: EmotionReading;
  other: EmotionReading | null;
  /** The text's label with the confidence of both voices where they agree. */
  text: EmotionReading;
  record: EmotionReading | null;
  /** What the record shows, as half a sentence. */
  shows: string;
  suspect: boolean;
  grave: boolean;
};
type Outcome = { reading: EmotionReading; unsure: boolean; why: string };
type Named = "words" | "other" | "shows";
/** `code`: what a screen words it by; `names`: what of it its sentence names. */
type Rule = {
  name: string;
  code: string;
  names?: Named[];
  when: (heard: Heard) => boolean;
  outcome: (heard: Heard) => Outcome;
};

/** What somebody who speaks of it may be believed to feel. */
const GRAVE_FEELINGS: readonly CareEmotion[] = ["sadness", "grief"];

/** How the voices of one message are combined, once the text was heard at all. The first row that fits speaks; the last always fits. */
export const rules: readonly Rule[] = [
  {
    name: "the text says too little",
    code: "too_little",
    when: ({ text }) => text.confidence < GUESS,
    outcome: ({ text, record, shows }) => ({
      reading: text,
      unsure: true,
      why: `the words do not tell what they feel${isTrouble(record) ? `, and ${shows}` : ""}`,
    }),
  },
  {
    name: "the text's voices disagree, the record sides with the less sure one",
    code: "record_sides",
    names: ["words", "other", "shows"],
    when: (heard) =>
      opposed(heard) && isTrouble(heard.record) && !backs(heard, heard.best) && backs(heard, heard.other),
    outcome: ({ best, other, shows }) => ({
      reading: doubted(other ?? best, best),
      unsure: true,
      why: `the words sound like ${best.label}, a second reading says ${other?.label ?? ""}, and ${shows}`,
    }),
  },
  {
    name: "the text's voices disagree",
    code: "voices_disagree",
    names: ["words", "other"],
    when: opposed,
    outcome: ({ best, other }) => ({
      reading: doubted(best, other),
      unsure: true,
      why: `the words sound like ${best.label}, a second reading says ${other?.label ?? ""}`,
    }),
  },
  {
    name: "the text gives orders to whoever reads it",
    code: "gives_orders",
    when: ({ suspect }) => suspect,
    outcome: ({ text }) => ({
      reading: text,
      unsure: true,
      why: "the message gives orders to whoever reads it, so that its words may not say what the writer feels",
    }),
  },
  {
    name: "the text may speak of harming oneself",
    code: "harm",
    names: ["words"],
    when: ({ grave, text }) => grave && !GRAVE_FEELINGS.includes(text.label),
    outcome: ({ text }) => ({
      reading: text,
      unsure: true,
      why: `the words sound like ${text.label}, and may speak of harming oneself`,
    }),
  },
  {
    // Sarcasm is possible.
    name: "pleased words over a record of trouble",
    code: "pleased",
    names: ["words", "shows"],
    when: ({ text, record }) => isTrouble(record) && pleased.includes(text.label),
    outcome: ({ text, shows }) => ({
      reading: text,
      unsure: true,
      why: `the words sound like ${text.label}, but ${shows}`,
    }),
  },
  {
    name: "calm words over a record of trouble",
    code: "calm",
    names: ["shows"],
    when: ({ text, record }) => isTrouble(record) && text.label === "neutral" && text.confidence < CLEAR,
    outcome: ({ text, shows }) => ({ reading: text, unsure: true, why: `the words are calm, but ${shows}` }),
  },
  {
    name: "the record agrees with the text",
    code: "record_agrees",
    names: ["words", "shows"],
    when: ({ text, record }) => isTrouble(record) && near(text.label, record.label),
    outcome: ({ text, record, shows }) => ({
      reading: {
        ...text,
        confidence: together(text.confidence, (record?.confidence ?? 0) * RECORD_WEIGHT),
      },
      unsure: false,
      why: `the words sound like ${text.label}, and ${shows}`,
    }),
  },
  {
    // Neither for nor against the label, and what a reviewer wants to know.
    name: "the record shows trouble of another kind",
    code: "other_trouble",
    names: ["words", "shows"],
    when: ({ text, record }) => isTrouble(record) && hurt.includes(text.label),
    outcome: ({ text, shows }) => ({
      reading: text,
      unsure: false,
      why: `the words sound like ${text.label}, and ${shows}`,
    }),
  },
  {
    name: "the text alone",
    code: "text_alone",
    names: ["words"],
    when: () => true,
    outcome: ({ text }) => ({
      reading: text,
      unsure: false,
      why:
        text.label === "neutral" && text.confidence >= SURE
          ? "the words show no particular feeling"
          : `the words sound like ${text.label}`,
    }),
  },
];

/**
 * Combines the readings of one message into a label, its confidence (the chance that the label or its kin is right), and
 * `unsure` where they contradict each other or the text says too little. The two voices of the text weigh alike, whichever
 * spoke; the record may raise a confidence or doubt a label, and never makes a sure label of a text that is none.
 */
export function crossCheck({ words, model, record, suspect = false, grave = false }: Voices): CrossCheck {
  const [best, other = null] = [words, model].filter((voice) => voice !== null).toSorted(bySureness);
  const shows = record?.why ?? `the record suggests ${record?.label ?? ""}`;
  if (!best) return unheard(record, shows);
  const agreed = other !== null && near(best.label, other.label);
  const confidence = agreed ? together(best.confidence, other.confidence) : best.confidence;
  const heard = { best, other, text: { ...plain(best), confidence }, record, shows, suspect, grave };
  const rule = rules.find(({ when }) => when(heard));
  if (!rule) throw new Error("The last rule fits every message");
  const { reading, unsure, why } = rule.outcome(heard);
  const weak = !unsure && confidence < SURE;
  return {
    ...plain(reading),
    confidence: round(reading.confidence),
    unsure: unsure || weak,
    why: weak ? `${why}, but weakly` : why,
    rule: rule.name,
    because: { ...becauseOf(rule, heard, record), ...(weak ? { weak } : {}) },
  };
}

/** What the rule's sentence names. That too little is said is backed by trouble on record, where there is some. */
function becauseOf(
  { code, names = [] }: Rule,
  { best, other, record }: Heard,
  known: Voices["record"],
): Because {
  const shows = shownBy(known);
  const backed = code === "too_little" && isTrouble(record);
  return {
    rule: code,
    ...(names.includes("words") ? { words: best.label } : {}),
    ...(names.includes("other") && other ? { other: other.label } : {}),
    ...((names.includes("shows") || backed) && shows ? { shows } : {}),
  };
}

const shownBy = (record: Voices["record"]): Because["shows"] =>
  record ? (record.shows ?? { code: "suggests", suggests: record.label }) : undefined;

function unheard(record: Voices["record"], shows: string): CrossCheck {
  if (!record)
    return {
      ...{ label: "neutral", intensity: 0, confidence: 0 },
      ...{ unsure: true, why: "nothing could be read", rule: "nothing", because: { rule: "nothing" } },
    };
  return {
    ...plain(record),
    confidence: round(record.confidence * RECORD_WEIGHT),
    ...{ unsure: true, why: `the text could not be read, and ${shows}`, rule: "the record alone" },
    because: { rule: "record_alone", shows: shownBy(record) },
  };
}

function opposed({ best, other, suspect }: Heard): boolean {
  if (!other || near(best.label, other.label)) return false;
  return suspect || best.confidence < CLEAR || other.confidence >= SURE;
}

const isTrouble = (record: EmotionReading | null): record is EmotionReading =>
  record !== null && record.confidence >= RECORD_SPEAKS && hurt.includes(record.label);
const backs = ({ record }: Heard, voice: EmotionReading | null): boolean =>
  record !== null && voice !== null && near(record.label, voice.label);

/** The surer first; equally sure ones in the order of the labels, so that it does not matter which voice is which. */
const bySureness = (one: EmotionReading, other: EmotionReading): number =>
  other.confidence - one.confidence ||
  careEmotions.indexOf(one.label) - careEmotions.indexOf(other.label) ||
  other.intensity - one.intensity;

const near = (one: CareEmotion, other: CareEmotion): boolean =>
  one === other || kin[one].includes(other) || kin[other].includes(one);
const together = (one: number, other: number): number => 1 - (1 - one) * (1 - other);
const doubted = (kept: EmotionReading, against: EmotionReading | null): EmotionReading => ({
  ...kept,
  confidence: kept.confidence * (1 - (against?.confidence ?? 0) / 2),
});
const plain = ({ label, intensity, confidence }: EmotionReading): EmotionReading => ({
  label,
  intensity,
  confidence,
});
const round = (value: number): number => Math.round(value * 1000) / 1000;
