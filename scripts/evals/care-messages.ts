import { readFileSync } from "node:fs";
import { z } from "zod";
import {
  intentSchema,
  careEmotionSchema,
  urgencySchema,
  type Reading,
} from "#app/care/understand/reading.ts";
import { readMessage, type Models } from "#app/care/understand/read-message.ts";
import { interval } from "../training/measures.ts";
import type { Row } from "./row.ts";

/** `intent`, `emotion` and `urgency` list every label a careful reader would accept, the best first. */
const lineSchema = z.object({
  id: z.string(),
  language: z.string(),
  text: z.string(),
  intent: z.array(intentSchema).min(1),
  emotion: z.array(careEmotionSchema).min(1),
  urgency: z.array(urgencySchema).min(1),
});
type Line = z.infer<typeof lineSchema>;
type Judged = { line: Line; reading: Reading };

/**
 * Three sets of invented mails (`tests/evals/README.md`): `dev` was read while the rules were written, `check` is deliberately
 * oblique, `ordinary` is what shoppers usually write and was written last.
 */
export function careMessagesTable(
  models: Models,
  set: "dev" | "check" | "ordinary",
  showMisses: boolean,
): Row[] {
  const file = new URL(`../../tests/evals/care-${set}.jsonl`, import.meta.url);
  const judged = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((text): Judged => {
      const line = lineSchema.parse(JSON.parse(text));
      return { line, reading: readMessage(models, { text: line.text, now: new Date(0) }) };
    });
  if (showMisses) judged.forEach(printMisses);
  const sure = judged.filter(({ reading }) => !reading.unsure);
  return [
    share(`invented ${set}: language`, judged, ({ line, reading }) => reading.language === line.language),
    share(`invented ${set}: intent`, judged, intentRight),
    share(`invented ${set}: intent, English`, judged.filter(english), intentRight),
    share(
      `invented ${set}: intent, other languages`,
      judged.filter((one) => !english(one)),
      intentRight,
    ),
    share(`invented ${set}: emotion`, judged, emotionRight),
    share(`invented ${set}: emotion, English`, judged.filter(english), emotionRight),
    share(
      `invented ${set}: emotion, other languages`,
      judged.filter((one) => !english(one)),
      emotionRight,
    ),
    share(`invented ${set}: emotion where not unsure`, sure, emotionRight),
    share(`invented ${set}: not unsure`, judged, ({ reading }) => !reading.unsure),
    share(`invented ${set}: urgency`, judged, ({ line, reading }) => line.urgency.includes(reading.urgency)),
  ];
}

const english = ({ line }: Judged): boolean => line.language === "en";
const intentRight = ({ line, reading }: Judged): boolean => line.intent.includes(reading.intent);
const emotionRight = ({ line, reading }: Judged): boolean => line.emotion.includes(reading.emotion.label);

function share(name: string, judged: Judged[], right: (one: Judged) => boolean): Row {
  const hits = judged.filter(right).length;
  return {
    name,
    value: (hits / judged.length).toFixed(3),
    n: judged.length,
    interval: interval(hits, judged.length),
  };
}

function printMisses({ line, reading }: Judged): void {
  const wrong = [
    reading.language === line.language ? "" : `language ${reading.language}`,
    line.intent.includes(reading.intent) ? "" : `intent ${reading.intent} (${line.intent.join("/")})`,
    line.emotion.includes(reading.emotion.label)
      ? ""
      : `emotion ${reading.emotion.label} ${reading.emotion.confidence} (${line.emotion.join("/")})`,
    line.urgency.includes(reading.urgency) ? "" : `urgency ${reading.urgency} (${line.urgency.join("/")})`,
  ].filter(Boolean);
  if (wrong.length > 0) console.log(`${line.id}: ${wrong.join("; ")} · ${line.text}`);
}
