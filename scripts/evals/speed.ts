import { readFileSync } from "node:fs";
import { eld } from "eld/large";
import { z } from "zod";
import { readMessage, type Models } from "#app/care/understand/read-message.ts";
import type { Row } from "./row.ts";

const LENGTH = 300;
const TEXTS = 40;
const WARM_UP = 150;
const ROUNDS = 40;

const lineSchema = z.object({ language: z.string(), text: z.string() });

/**
 * Microseconds for one whole reading of a text of 300 characters, put together from invented mails: another text each time, and the same text over
 * and over, which finds its words in the processor's caches. Of each text the median of forty readings after
 * a hundred and fifty to warm up; of those the median of all texts. Machines differ, and the same one from hour to hour: what a well-known library takes to
 * name the language of these texts stands below as a yardstick.
 */
export function speedTable(models: Models): Row[] {
  const texts = Map.groupBy(mails(), ({ language }) => language);
  const [english, others] = [
    texts.get("en") ?? [],
    [...texts.keys()].filter((language) => language !== "en"),
  ];
  const reads = (text: string) => readMessage(models, { text, now: new Date(0) });
  const elsewhere = (measure: (own: string[]) => number[]) =>
    others.flatMap((language) => measure(joined(texts.get(language) ?? [])));
  const inTurn = (own: string[]) => measured(own, reads);
  const again = (own: string[]) => own.flatMap((text) => measured([text], reads));
  return [
    row("English, another text each time", inTurn(joined(english))),
    row("English, the same text again", again(joined(english))),
    row("other languages, another text each time", elsewhere(inTurn)),
    row("other languages, the same text again", elsewhere(again)),
    {
      ...row(
        "",
        measured(joined(english), (text) => eld.detect(text)),
      ),
      name: "yardstick: eld names the language of the same English texts: µs",
    },
  ];
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

function measured(texts: readonly string[], read: (text: string) => unknown): number[] {
  const taken = texts.map((): number[] => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round++)
    texts.forEach((text, at) => {
      const started = process.hrtime.bigint();
      read(text);
      const micros = Number(process.hrtime.bigint() - started) / 1000;
      if (round >= WARM_UP) taken[at]?.push(micros);
    });
  return taken.map(median);
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

function row(what: string, micros: number[]): Row {
  return {
    name: `whole reading of 300 characters, ${what}: µs`,
    value: median(micros).toFixed(0),
    n: micros.length,
  };
}
