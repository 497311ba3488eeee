import { readdirSync, readFileSync } from "node:fs";
import { intentSchema, type Intent } from "#app/care/understand/reading.ts";

/**
 * Invented shop mails, written for training because no public set speaks of a shop's parcels; none of them is in `tests/evals`.
 * One file per language in `mails/`: `@item = a|b` defines a slot, `# intent` opens a section, every other line is a frame in
 * which `{a|b}` and `{item}` stand for one of the choices. Frames are drawn from, since every combination would be too many.
 */
const folder = new URL("./mails/", import.meta.url);
const DRAWS = 14;

export const careMessages: { text: string; intent: Intent }[] = readdirSync(folder)
  .sort()
  .flatMap((name) => readFrames(readFileSync(new URL(name, folder), "utf8")));

function readFrames(file: string): { text: string; intent: Intent }[] {
  const slots = new Map<string, string>();
  const messages: { text: string; intent: Intent }[] = [];
  let intent: Intent = "other";
  for (const line of file.split("\n").map((one) => one.trim())) {
    const slot = /^@(\w+) = (.+)$/.exec(line);
    if (slot) slots.set(slot[1] ?? "", slot[2] ?? "");
    else if (line.startsWith("# ")) intent = intentSchema.parse(line.slice(2));
    else if (line) for (const text of draw(line, slots)) messages.push({ text, intent });
  }
  return messages;
}

/** Up to `DRAWS` different fillings, by strides that do not share a factor with the usual numbers of choices. */
function draw(frame: string, slots: Map<string, string>): Set<string> {
  const texts = new Set<string>();
  for (let round = 0; round < DRAWS; round++) {
    let turn = round * 7 + frame.length;
    let text = frame;
    while (/\{[^{}]*\}/.test(text))
      text = text.replace(/\{([^{}]*)\}/g, (_, inside: string) => {
        const choices = (slots.get(inside) ?? inside).split("|");
        turn += 13;
        return choices[turn % choices.length] ?? "";
      });
    texts.add(text);
  }
  return texts;
}
