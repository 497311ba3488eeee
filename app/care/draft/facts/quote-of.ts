import { findLinks } from "#app/care/draft/guard/find-unsupported.ts";
import { sentencesOf } from "#app/mirror/passages.ts";

/** More than this is no answer to a question but a page to read: a person decides what of it to say. */
const LONGEST = 320;
const MOST_SENTENCES = 2;
const FEWEST_IN_TITLE = 2;
const ENDS = /[.?。？]["”»」』)]?$/u;
/** What only makes sense where it stands: a list, an exclamation, a link, an address, a placeholder of a macro. */
const NOT_ALONE = /^[-–•*·]|[!！@{}[\]<>]/u;

/**
 * The sentences of a passage that answer a question, pure: whole ones, one after the other, at most two, as they stand in it. Null where
 * none of a long passage says what was asked, or what says it cannot be quoted alone.
 */
export function quoteOf(passage: string, question: string, title = ""): string | null {
  const sentences = sentencesOf(passage).map((sentence) => sentence.replaceAll(/\s+/gu, " ").trim());
  const asked = stemsOf(question);
  const says = (text: string) => stemsOf(text).filter((stem) => asked.includes(stem)).length;
  const runs = sentences.map((sentence, at) => {
    const run = sentences.slice(at, at + MOST_SENTENCES);
    // Of two that say as much, the one that begins with it.
    return { text: join(run), says: says(run.join(" ")) + (says(sentence) > 0 ? 0.5 : 0) };
  });
  const [best] = runs.toSorted((one, other) => other.says - one.says);
  // Under a heading that asks the same, the beginning is the answer.
  const isHeaded = says(title) >= FEWEST_IN_TITLE;
  if (best === undefined || (best.says === 0 && sentences.length > MOST_SENTENCES && !isHeaded)) return null;
  return isQuotable(best.text) ? best.text : null;
}

function isQuotable(text: string): boolean {
  return text.length <= LONGEST && ENDS.test(text) && !NOT_ALONE.test(text) && findLinks(text).length === 0;
}

const join = (run: string[]) => run.join(UNSPACED.test(run[0] ?? "") ? "" : " ");
const UNSPACED = /[\u3040-\u30ff]/u;

/** The beginnings of the longer words, so that "return" and "returns" are one; in unspaced writing, pairs of its weightier signs. */
function stemsOf(text: string): string[] {
  const lower = text.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");
  const words = lower.match(/(?![\u3040-\u30ff\u3400-\u9fff])\p{L}{4,}/gu) ?? [];
  const signs = lower.match(/[\u30a0-\u30ff\u3400-\u9fff]{2,}/gu) ?? [];
  const pairs = signs.flatMap((run) =>
    Array.from(run).flatMap((sign, at, all) => sign + (all[at + 1] ?? "")),
  );
  return [
    ...new Set([...words.map((word) => word.slice(0, 5)), ...pairs.filter((pair) => pair.length === 2)]),
  ];
}
