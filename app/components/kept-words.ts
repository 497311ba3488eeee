import { sentenceCase, type Say } from "#app/words/say.ts";
import { asSentence, withinSentence } from "./labels.ts";

/** What records keep in English, each with the prefix of its words in the catalogue. */
export const keptPrefixes = ["because", "check", "fact", "notSent", "withheld"] as const;
type Kept = (typeof keptPrefixes)[number];

/** "No cited fact holds this date" → `check.no_cited_fact_holds_this_date`. */
export const keptKey = (prefix: Kept, english: string): string =>
  `${prefix}.${english
    .toLowerCase()
    .replaceAll(/['’]/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_|_$/gu, "")}`;

/**
 * What a record keeps in English (a check's reason, a fact's label), in the reader's language: found by its own words, as gettext finds
 * its messages. Of what is put together ("Left out: it was empty", several sentences) each part is found; what is not found stays as it
 * is kept.
 */
export function keptWords(say: Say, prefix: Kept, english: string): string {
  const find = (of: Kept, text: string) => {
    const key = keptKey(of, text);
    return say.knows(key) ? say(key) : null;
  };
  const [what = "", ...rest] = english.split(": ");
  const why = rest.length > 0 ? find(prefix, rest.join(": ")) : null;
  const before = why === null ? null : (find(prefix, what) ?? find("fact", what));
  const both =
    why === null || before === null
      ? null
      : say("kept.both", { what: before, why: withinSentence(say, why) });
  const sentences = english.split(/(?<=\.)\s+/u).map((one) => find(prefix, one));
  const all = sentences.some((one) => one === null) ? null : sentences.join(" ");
  return find(prefix, english) ?? both ?? all ?? english;
}

/** The same as a sentence; the catalogue's own are sentences already. */
export function keptSentence(say: Say, prefix: Kept, english: string): string {
  return say.knows(keptKey(prefix, english)) ? keptWords(say, prefix, english) : asSentence(english);
}

/** What a record is called, and its field: "Order placed at", "Your team". */
export function sourceLabel(say: Say, { entity, field }: { entity: string; field: string }): string {
  if (entity === "staff") return say("source.staff");
  const key = `source.${entity}.${field}`;
  return say.knows(key) ? say(key) : sentenceCase(`${entity} ${field}`);
}
