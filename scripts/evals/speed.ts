import { readFileSync } from "node:fs";
import { z } from "zod";
import { readMessage, type Models } from "#app/care/understand/read-message.ts";
import type { Row } from "./row.ts";

const LENGTH = 300;
const TEXTS = 40;
const ROUNDS = 40;

const lineSchema = z.object({ language: z.string(), text: z.string() });

/**
 * Microseconds for one whole reading of a text of 300 characters, put together from invented mails, another text each time: a text that was just
 * read finds its words in the processor's caches. Of each text the fastest of forty readings, since other processes share the machine; the median of
 * all texts.
 */
export function speedTable(models: Models): Row[] {
  const texts = Map.groupBy(mails(), ({ language }) => language);
  const times = [...texts].map(([language, own]) => ({ language, micros: measured(models, joined(own)) }));
  const english = times.flatMap(({ language, micros }) => (language === "en" ? micros : []));
  const others = times.flatMap(({ language, micros }) => (language === "en" ? [] : micros));
  return [row("English", english), row("other languages", others)];
}

function mails(): z.infer<typeof lineSchema>[] {
  return ["dev", "ordinary"].flatMap((set) =>
    readFileSync(new URL(`../../tests/evals/care-${set}.jsonl`, import.meta.url), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => lineSchema.parse(JSON.parse(line))),
  );
}

/** Whole mails one after the other, cut at 300 characters; no two texts begin alike. */
function joined(own: readonly { text: string }[]): string[] {
  return Array.from({ length: Math.min(TEXTS, own.length) }, (_, first) => {
    let text = "";
    for (let next = first; text.length < LENGTH; next += 3) text += `${own[next % own.length]?.text ?? ""} `;
    return text.slice(0, LENGTH);
  });
}

function measured(models: Models, texts: readonly string[]): number[] {
  const fastest = texts.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++)
    texts.forEach((text, at) => {
      const started = process.hrtime.bigint();
      readMessage(models, { text, now: new Date(0) });
      fastest[at] = Math.min(fastest[at] ?? Infinity, Number(process.hrtime.bigint() - started) / 1000);
    });
  return fastest;
}

function row(languages: string, micros: number[]): Row {
  const median = micros.toSorted((one, other) => one - other)[Math.floor(micros.length / 2)] ?? 0;
  return {
    name: `whole reading of 300 characters, ${languages}: µs`,
    value: median.toFixed(0),
    n: micros.length,
  };
}
