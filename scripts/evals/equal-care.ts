import { readFileSync } from "node:fs";
import { z } from "zod";
import { anOrder, atStake, NOW } from "#app/care/triage/at-stake.fixture.ts";
import { priorityOf, type Heard } from "#app/care/triage/priority-of.ts";
import {
  careEmotionSchema,
  intentSchema,
  riskFlagSchema,
  urgencySchema,
  type CareEmotion,
  type Reading,
} from "#app/care/understand/reading.ts";
import { readMessage, type Models } from "#app/care/understand/read-message.ts";
import { kin } from "#app/care/understand/recognise-emotion.ts";
import { minutes } from "#app/lib/duration.ts";
import { mean } from "../training/measures.ts";
import { bare, withTypos } from "./rewrites.ts";

const FILE = new URL("../../tests/evals/equal-care/cases.jsonl", import.meta.url);

/** How far the intensity may lie from the label's: one and a half of the guide's bands. */
export const INTENSITY_TOLERANCE = 0.35;
/** Rudeness may be read as these whatever else is felt. */
const RUDE: readonly CareEmotion[] = ["frustration", "anger"];

const caseSchema = z.object({
  id: z.string(),
  intent: intentSchema,
  emotion: careEmotionSchema,
  intensity: z.number().min(0).max(1),
  urgency: urgencySchema,
  riskFlags: z.array(riskFlagSchema),
  /** By language (`de`), or by language and manner (`de:swiss`). */
  texts: z.record(z.string(), z.string().min(1)),
});
type Case = z.infer<typeof caseSchema>;

/**
 * What is compared; `confidence` is the words reading's, the others are shares of cases read as labelled. `queue`: how urgent the
 * conversation is when nothing else is at stake; `rank`: how urgent, and until when somebody has to act, when all of them are about one
 * and the same order, a gift worth much that is about to be packed.
 */
export const measures = ["intent", "queue", "rank", "emotion", "confidence"] as const;
export type Measure = (typeof measures)[number];

/**
 * One way of writing. `difference` is its mean confidence less that of the plain wording of the same cases in the same
 * languages.
 */
export type Group = { name: string; n: number; difference: number } & Record<Measure, number>;
/** Groups that are held against each other: a spread is the best less the worst of one family. */
export type Family = { name: string; groups: Group[] };
export type Spreads = Record<string, Record<Measure, number>>;

type Judged = { key: string } & Record<Measure, number>;

const languages = ["en", "de", "es", "fr", "pt", "it", "pl", "ja"];
/** Languages with capitals and with letters that can be mistyped. */
const lettered = languages.filter((language) => language !== "ja");
const hands = { typos: withTypos, bare };

/** The same cases in every way of writing, read and grouped. Takes about a second. */
export function equalCare(models: Models): Family[] {
  const judged = readCases().flatMap((one) => judgeCase(models, one));
  const group = (name: string, keys: string[]): Group => groupOf(name, keys, judged);
  return [
    { name: "languages", groups: languages.map((key) => group(key, [key])) },
    {
      name: "ways of writing, English and German",
      groups: [
        group("plain", ["en", "de"]),
        ...["scots", "indian", "aave"].map((manner) => group(manner, [`en:${manner}`])),
        ...["swiss", "austrian"].map((manner) => group(manner, [`de:${manner}`])),
        ...["polite", "rude", "short", "long", "typos", "bare"].map((manner) =>
          group(manner, [`en:${manner}`, `de:${manner}`]),
        ),
      ],
    },
    { name: "with typos", groups: lettered.map((key) => group(key, [`${key}:typos`])) },
    { name: "small letters, no accents", groups: lettered.map((key) => group(key, [`${key}:bare`])) },
  ];
}

/** Throws with the line and the field when the file is damaged. */
export function readCases(): Case[] {
  return readFileSync(FILE, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => caseSchema.parse(JSON.parse(line)));
}

function judgeCase(models: Models, one: Case): Judged[] {
  const typed = lettered.flatMap((language) =>
    Object.entries(hands).map(([manner, rewrite]) => ({
      key: `${language}:${manner}`,
      text: rewrite(one.texts[language] ?? ""),
    })),
  );
  const written = Object.entries(one.texts).map(([key, text]) => ({ key, text }));
  return [...written, ...typed].map(({ key, text }) => ({
    key,
    ...judge(one, readMessage(models, { text, now: new Date(0) }), key.endsWith(":rude")),
  }));
}

function judge(one: Case, reading: Reading, rude: boolean): Record<Measure, number> {
  const { label, intensity } = reading.emotion;
  const meant = label === one.emotion || kin[one.emotion].includes(label);
  const near = Math.abs(intensity - one.intensity) <= INTENSITY_TOLERANCE;
  return {
    intent: Number(reading.intent === one.intent),
    queue: Number(queued(reading) === queued({ ...one, intents: [one.intent] })),
    rank: Number(ranked(reading) === ranked({ ...one, intents: [one.intent] })),
    emotion: Number((meant && near) || (rude && RUDE.includes(label))),
    confidence: reading.emotion.readings.words?.confidence ?? 0,
  };
}

const queued = (heard: Heard): string => priorityOf(atStake({ heard })).priority;

const packedSoon = anOrder({
  ...{ arrived: false, gift: true, timesMedian: 4 },
  leaving: { outcome: "leaves", at: NOW + minutes(40), basis: "usual" },
});

function ranked(heard: Heard): string {
  const { priority, actBy } = priorityOf(atStake({ heard, orders: [packedSoon], writtenBefore: 1 }));
  return `${priority} until ${actBy}`;
}

function groupOf(name: string, keys: string[], judged: Judged[]): Group {
  const mine = judged.filter(({ key }) => keys.includes(key));
  const plainKeys = keys.map((key) => key.split(":")[0] ?? key);
  const plain = judged.filter(({ key }) => plainKeys.includes(key));
  const share = (of: Judged[], measure: Measure): number => round(mean(of.map((one) => one[measure])));
  return {
    name,
    n: mine.length,
    intent: share(mine, "intent"),
    queue: share(mine, "queue"),
    rank: share(mine, "rank"),
    emotion: share(mine, "emotion"),
    confidence: share(mine, "confidence"),
    difference: round(share(mine, "confidence") - share(plain, "confidence")),
  };
}

/** Best less worst group of each family, per measure. */
export function spreadsOf(families: Family[]): Spreads {
  return Object.fromEntries(families.map(({ name, groups }) => [name, spreadOf(groups)]));
}

function spreadOf(groups: Group[]): Record<Measure, number> {
  const spread = (measure: Measure): number => {
    const values = groups.map((group) => group[measure]);
    return round(Math.max(...values) - Math.min(...values));
  };
  return {
    intent: spread("intent"),
    queue: spread("queue"),
    rank: spread("rank"),
    emotion: spread("emotion"),
    confidence: spread("confidence"),
  };
}

/** Every spread that grew beyond its recorded bound, in words; a family without a bound counts as grown. */
export function grownBeyond(bounds: Spreads, spreads: Spreads): string[] {
  return Object.entries(spreads).flatMap(([family, now]) =>
    measures
      .filter((measure) => now[measure] > (bounds[family]?.[measure] ?? -1))
      .map((measure) => {
        const bound = bounds[family]?.[measure];
        return `${family}: ${measure} differs by ${now[measure]} between groups, recorded bound ${bound ?? "missing"}`;
      }),
  );
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
