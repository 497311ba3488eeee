import { allCues, cuesOf } from "./cues/all.ts";
import { bitterThanks } from "./cues/bitter-thanks.ts";
import { but, cheer, thanks } from "./cues/irony.ts";
import { asks, onlyThanks, softener } from "./cues/manners.ts";
import { mended } from "./cues/mended.ts";
import { grateful } from "./cues/praise.ts";
import { fold, sentences, wholeOf, type Sentence } from "./fold.ts";
import { respelled } from "./respell.ts";

/**
 * Takes greetings, thanks in advance and closings out, so that politeness is not read as gratitude. A message that is nothing
 * but courtesy stays whole: then the thanks is the message.
 */
export function stripCourtesy(text: string, language?: string): { kept: string; sentences: Sentence[] } {
  const cues = language ? cuesOf(language) : undefined;
  const patterns = (cues ? [cues] : language ? allCues : allCues.filter((one) => one.language === "en")).map(
    (one) => one.courtesy,
  );
  const all = sentences(text);
  const asked = all.some(({ folded }) => asks.test(folded));
  const polite = asked ? all.filter(({ folded }) => !onlyThanks.test(folded) || isBitter(folded)) : all;
  const found = softener.test(wholeOf(polite)) ? [...patterns, softener] : patterns;
  const left = polite.flatMap((sentence, at) =>
    isForAmends(polite, at) ? [sentence] : withoutCourtesy(sentence, found),
  );
  const kept = left.length > 0 ? left : all;
  const read = kept.map((sentence) => respell(sentence, language ?? "und"));
  return { kept: read.map(({ spelled }) => spelled).join("\n"), sentences: read };
}

/** "Thank you for the broken mug" is no manners. */
const isBitter = (folded: string): boolean => bitterThanks.some((pattern) => pattern.test(folded));

/** Of "but Anna fixed it. Thank you!" the thanks says that it was mended. */
function isForAmends(all: readonly Sentence[], at: number): boolean {
  if (!grateful.test(all[at]?.folded ?? "")) return false;
  return all
    .slice(Math.max(0, at - 1), at + 1)
    .some(({ folded }) => but.test(folded) && mended.some((pattern) => pattern.test(folded)));
}

/** "Perfect, thank you!" judges what came; of its thanks it depends whether the cheer is meant. */
const isMeant = (folded: string): boolean =>
  folded.endsWith("!") && cheer.test(folded) && thanks.test(folded);

/** What is searched and learnt from is spelled right; what is quoted stays as it was typed. */
function respell({ text, folded }: Sentence, language: string): Sentence & { spelled: string } {
  const spelled = respelled(text, language);
  return { text, folded: spelled === text ? folded : fold(spelled), spelled };
}

function withoutCourtesy(sentence: Sentence, patterns: RegExp[]): Sentence[] {
  let { text, folded } = sentence;
  if (isMeant(folded)) return [sentence];
  // Folding keeps the length of most texts; where it does not, the folded form has to do.
  if (text.length !== folded.length) text = folded;
  for (const pattern of patterns) {
    const found = pattern.exec(folded);
    if (!found) continue;
    folded = cut(folded, found);
    text = cut(text, found);
  }
  if (folded === sentence.folded) return [sentence];
  return folded.replace(/[^\p{L}\p{N}]+/gu, "").length < 3
    ? []
    : [{ text: text.trim(), folded: folded.trim() }];
}

const cut = (text: string, found: RegExpExecArray): string =>
  `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
