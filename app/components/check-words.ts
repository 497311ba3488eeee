import { issueKinds } from "#app/care/detect/issue.ts";
import type { Check } from "#app/care/draft/draft.ts";
import { dateFormat } from "#app/words/format.ts";
import { sentenceCase, type Say, type Values } from "#app/words/say.ts";
import { macroFieldLabel } from "./macro-words.ts";
import { keptWords } from "./kept-words.ts";
import { languageLabel, withinSentence } from "./labels.ts";

/** What a check says: by its code where it has one, else by the words that it keeps. */
export function checkInWords(
  say: Say,
  { rule, code, why, values = {} }: Pick<Check, "rule" | "code" | "why" | "values">,
): string {
  const key = `note.${rule}.${code}`;
  if (code !== undefined && say.knows(key)) return say(key, spoken(say, values));
  return why ? keptWords(say, "check", why) : sentenceCase(rule);
}

/** What the shop can do, by its id; in the words that the plan keeps where it has none here. */
export function optionLabel(say: Say, { id, label }: { id: string; label: string }): string {
  const key = `option.${id}`;
  return say.knows(key) ? say(key) : label;
}

const spoken = (say: Say, values: NonNullable<Check["values"]>): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, spokenValue(say, name, value)]));

/** A value by its name: days, kinds, languages and options are kept as codes, reasons in English. */
function spokenValue(say: Say, name: string, value: string | number): string | number {
  switch (name) {
    case "day":
      return dateFormat(say, { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(value));
    case "kind": {
      const kind = issueKinds.find((one) => one === value);
      return kind ? say(`toldOf.${kind}`) : value;
    }
    case "gap":
      return macroFieldLabel(say, String(value));
    case "theirs":
    case "ours":
      return languageLabel(say, String(value));
    case "option":
      return withinSentence(say, optionLabel(say, { id: String(value), label: String(value) }));
    case "offer":
      return offered(say, String(value));
    case "because":
      return value === "none" ? value : withinSentence(say, keptWords(say, "because", String(value)));
    case "why":
      return withinSentence(say, keptWords(say, "check", String(value)));
    default:
      return value;
  }
}

/** As the words of a hint call it. */
function offered(say: Say, offer: string): string {
  const key = `note.offer.${offer}`;
  return say.knows(key)
    ? say(key)
    : say("note.offer.this", { option: optionLabel(say, { id: offer, label: offer }) });
}
