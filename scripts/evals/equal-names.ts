import { readFileSync } from "node:fs";
import { z } from "zod";
import { readMessage, type Models } from "#app/care/understand/read-message.ts";
import { readCases } from "./equal-care.ts";

const FILE = new URL("../../tests/evals/equal-care/names.json", import.meta.url);

/**
 * Where shoppers put names, with the same text without one. `{name}` stands for the name, `{first}` for its first word in
 * small letters, `{text}` for the message.
 */
const forms: Record<string, { named: string; unnamed: string }[]> = {
  en: [
    { named: "Hi {name}, {text}", unnamed: "Hi, {text}" },
    { named: "Dear {name},\n\n{text}\n\nKind regards,\n{name}", unnamed: "Dear,\n\n{text}\n\nKind regards," },
    { named: "{text}\n\n{name}", unnamed: "{text}" },
    { named: "{text} Thanks, {name}", unnamed: "{text} Thanks" },
    { named: "hi {first}, {text}\n\nthx\n{first}", unnamed: "hi, {text}\n\nthx" },
  ],
  de: [
    { named: "Hallo {name}, {text}", unnamed: "Hallo, {text}" },
    { named: "{text}\n\nViele Grüße\n{name}", unnamed: "{text}\n\nViele Grüße" },
  ],
  es: [{ named: "Hola {name}:\n{text}\nUn saludo,\n{name}", unnamed: "Hola:\n{text}\nUn saludo," }],
  fr: [
    { named: "Bonjour {name},\n{text}\nCordialement,\n{name}", unnamed: "Bonjour,\n{text}\nCordialement," },
  ],
  pt: [{ named: "Olá {name}, {text}\n\nObrigado,\n{name}", unnamed: "Olá, {text}\n\nObrigado," }],
  it: [{ named: "Buongiorno {name},\n{text}\nSaluti\n{name}", unnamed: "Buongiorno,\n{text}\nSaluti" }],
  pl: [
    {
      named: "Dzień dobry {name},\n{text}\nPozdrawiam\n{name}",
      unnamed: "Dzień dobry,\n{text}\nPozdrawiam",
    },
  ],
  ja: [{ named: "{text}\n\n{name}", unnamed: "{text}" }],
};

/** Invented full names by culture. */
export const readNames = (): string[] =>
  Object.values(
    z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(FILE, "utf8"))),
  ).flat();

/**
 * Reads each case in each language and form, once with each of the names and once without: how many readings were made, and
 * which of them differ in anything but offsets. `every` takes each n-th name only, shifted from case to case.
 */
export function namesThatMatter(models: Models, every = 1): { readings: number; differing: string[] } {
  const names = readNames();
  const differing: string[] = [];
  let readings = 0;
  for (const [at, { id, texts }] of readCases().entries()) {
    for (const [language, ways] of Object.entries(forms)) {
      const text = texts[language] ?? "";
      for (const { named, unnamed } of ways) {
        const expected = readingOf(models, unnamed.replace("{text}", text));
        for (const [turn, name] of names.entries()) {
          if ((turn + at) % every !== 0) continue;
          readings += 1;
          const written = named
            .replace("{text}", text)
            .replaceAll("{name}", name)
            .replaceAll("{first}", (name.split(" ")[0] ?? "").toLowerCase());
          if (readingOf(models, written) !== expected)
            differing.push(`${id}, ${language}, ${JSON.stringify(named)}: ${name}`);
        }
      }
    }
  }
  return { readings, differing };
}

function readingOf(models: Models, text: string): string {
  const { orderRefs, ...reading } = readMessage(models, { text, now: new Date(0) });
  const refs = orderRefs.map((ref) => ({ ...ref, start: 0, end: 0 }));
  return JSON.stringify({ ...reading, orderRefs: refs });
}
