import { readdirSync, readFileSync } from "node:fs";
import type { z } from "zod";
import { careEmotionSchema, intentSchema } from "#app/care/understand/reading.ts";

/**
 * Invented shop mails, written for training because no public set speaks of a shop's parcels; none of them is in `tests/evals`.
 * One file per language: `@item = a|b` defines a slot, `# label` opens a section, every other line is a frame in which `{a|b}` and
 * `{item}` stand for one of the choices. Frames are drawn from, since every combination would be too many.
 */
export type Drawn<L> = {
  text: string;
  label: L;
  language: string;
  /** Which frame it was drawn from, counted over all files. */ frame: number;
};

const DRAWS = 14;

/** Labelled by what is asked for (`mails/`). */
export const careMessages = drawAll("mails", intentSchema);
/** Labelled by what is felt (`feelings/`). */
export const feelingMessages = drawAll("feelings", careEmotionSchema);

function drawAll<S extends z.ZodType<string>>(name: string, labels: S): Drawn<z.infer<S>>[] {
  const folder = new URL(`./${name}/`, import.meta.url);
  const messages: Drawn<z.infer<S>>[] = [];
  let frame = 0;
  for (const file of readdirSync(folder).sort()) {
    const slots = new Map<string, string>();
    let label: z.infer<S> | undefined;
    for (const line of readFileSync(new URL(file, folder), "utf8")
      .split("\n")
      .map((one) => one.trim())) {
      const slot = /^@(\w+) = (.+)$/.exec(line);
      if (slot) slots.set(slot[1] ?? "", slot[2] ?? "");
      else if (line.startsWith("# ")) label = labels.parse(line.slice(2));
      else if (line && label) {
        frame++;
        for (const text of draw(line, slots))
          messages.push({ text, label, language: file.replace(".txt", ""), frame });
      }
    }
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
