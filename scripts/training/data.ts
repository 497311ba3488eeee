import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { goEmotions } from "#app/care/understand/reading.ts";

/** Readers for the public data sets, given the folder that holds them (`--data DIR`). */
export type Split = "train" | "dev";
export type Labelled = { text: string; labels: string[] };

/** The six emotions of BRIGHTER, which is what the multilingual head knows. */
export const sixEmotions = ["anger", "disgust", "fear", "joy", "sadness", "surprise"] as const;

export function readGoEmotions(dir: string, split: Split): Labelled[] {
  return lines(join(dir, "goemotions/original", `${split}.tsv`)).map((line) => {
    const [text = "", labels = ""] = line.split("\t");
    return { text, labels: labels.split(",").map((index) => goEmotions[Number(index)] ?? "neutral") };
  });
}

const groupsSchema = z.object({
  ekman: z.record(z.string(), z.array(z.string())),
  polarity: z.record(z.string(), z.array(z.string())),
});

export const readGroups = (dir: string) =>
  groupsSchema.parse(JSON.parse(readFileSync(join(dir, "goemotions/groups.json"), "utf8")));

const brighterLanguages: Record<string, string> = {
  eng: "en",
  deu: "de",
  esp: "es",
  ptbr: "pt",
  ron: "ro",
  rus: "ru",
  swe: "sv",
  ukr: "uk",
  hin: "hi",
  chn: "zh",
};

export type SixLabelled = { language: string; text: string; truth: Int8Array };

/** BRIGHTER track A: `truth` follows `sixEmotions`, -1 where a language was not labelled for one (English: disgust). */
export function readBrighter(dir: string, split: Split): SixLabelled[] {
  const folder = join(dir, "brighter/track_a", split);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [header = [], ...rows] = parseCsv(readFileSync(join(folder, file), "utf8"));
      return rows.map((row) => ({
        language: brighterLanguages[file.replace(".csv", "")] ?? "und",
        text: row[header.indexOf("text")] ?? "",
        truth: Int8Array.from(sixEmotions, (name) => {
          const column = header.indexOf(name);
          return column === -1 ? -1 : Number(row[column] ?? 0) > 0 ? 1 : 0;
        }),
      }));
    });
}

const xedNumbers: Record<string, (typeof sixEmotions)[number]> = {
  "1": "anger",
  "3": "disgust",
  "4": "fear",
  "5": "joy",
  "6": "sadness",
  "7": "surprise",
};

/** XED subtitles of one language; every line has some emotion, so absence is weaker evidence than in BRIGHTER. */
export function readXed(dir: string, language: string): SixLabelled[] {
  return lines(join(dir, "xed/split_dev", `${language}-projections.tsv`)).map((line) => {
    const [text = "", numbers = ""] = line.split("\t");
    const named = new Set(numbers.split(",").map((number) => xedNumbers[number.trim()]));
    return { language, text, truth: Int8Array.from(sixEmotions, (name) => (named.has(name) ? 1 : 0)) };
  });
}

export function readBitext(dir: string, split: Split): Labelled[] {
  const name = split === "train" ? "Training" : "Validation";
  const file = join(
    dir,
    "bitext_customer_service_8k",
    split,
    `Bitext_Sample_Customer_Service_${name}_Dataset.csv`,
  );
  const [header = [], ...rows] = parseCsv(readFileSync(file, "utf8"));
  const text = header.indexOf("utterance");
  const intent = header.indexOf("intent");
  return rows.map((row) => ({ text: row[text] ?? "", labels: [row[intent] ?? ""] }));
}

export function readBanking(dir: string): Labelled[] {
  const [, ...rows] = parseCsv(readFileSync(join(dir, "banking77/train.csv"), "utf8"));
  return rows.map((row) => ({ text: row[0] ?? "", labels: [row[1] ?? ""] }));
}

const clincSchema = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])));

/** CLINC150 with its out-of-scope queries (`oos`). */
export function readClinc(dir: string, split: "train" | "val"): Labelled[] {
  const file = readFileSync(join(dir, "clinc150/data_oos_plus.train-val.json"), "utf8");
  const parts = clincSchema.parse(JSON.parse(file));
  return [...(parts[split] ?? []), ...(parts[`oos_${split}`] ?? [])].map(([text, label]) => ({
    text,
    labels: [label],
  }));
}

const lines = (file: string): string[] => readFileSync(file, "utf8").split("\n").filter(Boolean);

/** RFC 4180: quoted fields may hold commas, quotes and line breaks. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)) {
    const [, field = "", end = ""] = match;
    row.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === ",") continue;
    if (row.length > 1 || row[0]) rows.push(row);
    row = [];
    if (end === "") break;
  }
  return rows;
}
