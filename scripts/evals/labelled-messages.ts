import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import {
  careEmotionSchema,
  intentSchema,
  riskFlagSchema,
  riskFlags,
  urgencySchema,
  type Reading,
} from "#app/care/understand/reading.ts";
import { readMessage, type Models } from "#app/care/understand/read-message.ts";
import { calibrationError } from "../training/measures.ts";
import { shareRow, type Row } from "./row.ts";

const FILE = new URL("../../tests/evals/care-300.jsonl", import.meta.url);

const lineSchema = z.object({
  id: z.string(),
  language: z.string(),
  text: z.string().min(1),
  intent: z.array(intentSchema).min(1),
  emotion: z.array(careEmotionSchema).min(1),
  urgency: z.array(urgencySchema).min(1),
  riskFlags: z.array(riskFlagSchema),
});
type Line = z.infer<typeof lineSchema>;

/** How one message was read, in yes and no: nothing of its text is in here, so a table can be made of locked messages. */
export type Verdict = {
  english: boolean;
  unsure: boolean;
  wordsConfidence: number;
  right: Record<"language" | "intent" | "emotion" | "wordsEmotion" | "urgency", boolean>;
  flags: Record<"expected" | "raised", readonly string[]>;
};

/** The 300 labelled messages as read: development messages with what was read wrongly, locked ones as verdicts only. */
export type Judged = { dev: { verdict: Verdict; miss: string | null }[]; locked: Verdict[] };

/** Development when the first byte of the id's SHA-256 is below 128, else locked test. */
export const isLocked = (id: string): boolean => (createHash("sha256").update(id).digest()[0] ?? 0) >= 128;

/** Throws with line number and field when the file is damaged, never with a text. */
export function judgeLabelled(models: Models): Judged {
  const judged: Judged = { dev: [], locked: [] };
  for (const line of lines()) {
    const reading = readMessage(models, { text: line.text, now: new Date(0) });
    const verdict = verdictOn(line, reading);
    if (isLocked(line.id)) judged.locked.push(verdict);
    else judged.dev.push({ verdict, miss: missOf(line, reading) });
  }
  return judged;
}

function lines(): Line[] {
  return readFileSync(FILE, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((text, at) => {
      const parsed = lineSchema.safeParse(parseJson(text));
      if (parsed.success) return parsed.data;
      const fields = parsed.error.issues.map(({ path }) => path.join(".") || "line").join(", ");
      throw new Error(`care-300.jsonl, line ${at + 1}: ${fields} is not valid`);
    });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the parser's message would quote the line
  }
}

function verdictOn(line: Line, reading: Reading): Verdict {
  const words = reading.emotion.readings.words;
  return {
    english: line.language === "en",
    unsure: reading.unsure,
    wordsConfidence: words?.confidence ?? 0,
    right: {
      language: reading.language === line.language,
      intent: line.intent.includes(reading.intent),
      emotion: line.emotion.includes(reading.emotion.label),
      wordsEmotion: words !== null && line.emotion.includes(words.label),
      urgency: line.urgency.includes(reading.urgency),
    },
    flags: { expected: line.riskFlags, raised: reading.riskFlags },
  };
}

function missOf(line: Line, reading: Reading): string | null {
  const { right, flags } = verdictOn(line, reading);
  const { label, confidence } = reading.emotion;
  const wrong = [
    right.language ? "" : `language ${reading.language}`,
    right.intent ? "" : `intent ${reading.intent} (${line.intent.join("/")})`,
    right.emotion ? "" : `emotion ${label} ${confidence} (${line.emotion.join("/")})`,
    right.urgency ? "" : `urgency ${reading.urgency} (${line.urgency.join("/")})`,
    ...flags.expected.filter((flag) => !flags.raised.includes(flag)).map((flag) => `no ${flag}`),
    ...flags.raised.filter((flag) => !flags.expected.includes(flag)).map((flag) => `false ${flag}`),
  ].filter(Boolean);
  return wrong.length > 0 ? `${line.id}: ${wrong.join("; ")} · ${line.text}` : null;
}

/** Both parts' figures, then recall per risk flag over both, since each part has only a few of each. */
export function labelledMessagesTable({ dev, locked }: Judged): Row[] {
  const open = dev.map(({ verdict }) => verdict);
  const both = [...open, ...locked];
  return [
    ...partTable("care-300 dev", open),
    ...partTable("care-300 locked", locked),
    ...riskFlags.map((flag) =>
      shareRow(`care-300 both: ${flag} flagged (recall)`, recall(both, new Set([flag]))),
    ),
    ...riskFlags.map((flag) =>
      shareRow(`care-300 both: ${flag} flagged wrongly`, falseAlarms(both, new Set([flag]))),
    ),
  ];
}

function partTable(name: string, part: Verdict[]): Row[] {
  const english = part.filter((one) => one.english);
  const others = part.filter((one) => !one.english);
  const sure = part.filter((one) => !one.unsure);
  const share = (what: string, of: Verdict[], field: keyof Verdict["right"]): Row =>
    shareRow(`${name}: ${what}`, verdicts(of, field));
  const all = new Set<string>(riskFlags);
  return [
    share("language", part, "language"),
    share("intent", part, "intent"),
    share("intent, English", english, "intent"),
    share("intent, other languages", others, "intent"),
    share("emotion", part, "emotion"),
    share("emotion, English", english, "emotion"),
    share("emotion, other languages", others, "emotion"),
    share("emotion where not unsure", sure, "emotion"),
    shareRow(
      `${name}: not unsure`,
      part.map((one) => !one.unsure),
    ),
    calibration(`${name}: calibration error of the words confidence`, part),
    share("urgency", part, "urgency"),
    shareRow(`${name}: risk flags raised (recall)`, recall(part, all)),
    shareRow(`${name}: messages with a wrong risk flag`, falseAlarms(part, all)),
  ];
}

const verdicts = (part: Verdict[], field: keyof Verdict["right"]): boolean[] =>
  part.map((one) => one.right[field]);

/** For each flag that should be raised: is it? */
const recall = (part: Verdict[], asked: ReadonlySet<string>): boolean[] =>
  part.flatMap(({ flags }) =>
    flags.expected.filter((flag) => asked.has(flag)).map((flag) => flags.raised.includes(flag)),
  );

/** For each message that lacks one of the flags asked for: is such a flag raised all the same? */
const falseAlarms = (part: Verdict[], asked: ReadonlySet<string>): boolean[] =>
  part
    .filter(({ flags }) => [...asked].some((flag) => !flags.expected.includes(flag)))
    .map(({ flags }) => flags.raised.some((flag) => asked.has(flag) && !flags.expected.includes(flag)));

function calibration(name: string, part: Verdict[]): Row {
  const error = calibrationError(
    part.map((one) => ({ confidence: one.wordsConfidence, correct: one.right.wordsEmotion })),
  );
  return { name, value: error.toFixed(3), n: part.length };
}
