import { bitterThanks } from "./cues/bitter-thanks.ts";
import { but, cheer, thanks } from "./cues/irony.ts";
import { failed, negated, stillFelt } from "./cues/mended.ts";
import { asWished, grateful, praise } from "./cues/praise.ts";
import type { Sentence } from "./fold.ts";
import { saidAnyhow } from "./said.ts";

/** Cheer over a blow, in one sentence or the next, and without thanks: "Oh wonderful, an empty box." */
export function isIronic(sentences: readonly Sentence[]): boolean {
  const struck = (one: Sentence | undefined) => one !== undefined && saidAnyhow(one).marks.has("blow");
  return sentences.some(
    (one, at) =>
      (struck(one) || struck(sentences[at + 1])) && cheer.test(one.folded) && !thanks.test(one.folded),
  );
}

/** Thanks or praise that mean the opposite; thanks for harm only where nothing shows that they are meant. */
export function isSarcastic(sentences: readonly Sentence[], at: number): boolean {
  const one = sentences[at];
  if (!one) return false;
  const { marks } = saidAnyhow(one);
  return marks.has("sarcasm") || (marks.has("bitter thanks") && !isMeantWell(one, sentences[at + 1]));
}

/** "Thanks for the Broken Planet hoodie, I love it": a name of goods, joy that follows, or what was asked for. */
function isMeantWell({ text, folded }: Sentence, next: Sentence | undefined): boolean {
  const found = bitterThanks.map((pattern) => pattern.exec(folded)).find((match) => match !== null);
  if (!found) return false;
  const after = `${folded.slice(found.index + found[0].length)} ${next?.folded ?? ""}`;
  return (
    praise.test(after) || asWished.test(after) || (!nounsInCapitals.test(found[0]) && isName(text, found[0]))
  );
}

/** German writes all nouns so. */
const nounsInCapitals = /^(?:danke|dank)/;

/** Whether the last two words are written as a name is, though the text is not in capitals. */
function isName(text: string, folded: string): boolean {
  const words = folded.trim().split(" ").slice(-2);
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ");
  return words.length === 2 && name !== words.join(" ") && text.includes(name);
}

/**
 * What was amiss was put right: "I was furious, but Anna fixed it. Thanks!" Only where the message thanks or praises, and the clause says
 * of no failure: who is taken for happy is not looked at.
 */
export function isMended(sentences: readonly Sentence[], at: number): boolean {
  const folded = sentences[at]?.folded ?? "";
  const one = sentences[at];
  if (!one || !saidAnyhow(one).marks.has("mended") || stillFelt.test(folded)) return false;
  const turn = but.exec(folded);
  const clause = turn ? folded.slice(turn.index) : folded;
  if (negated.test(clause) || (turn && failed.test(clause))) return false;
  return sentences.some((said) => grateful.test(said.folded) || praise.test(said.folded));
}

/** A sentence that says so itself, or is taken back by the next: "I was furious. But Anna fixed it." */
export function isOvercome(sentences: readonly Sentence[], at: number): boolean {
  if (isMended(sentences, at)) return true;
  const next = sentences[at + 1];
  return next !== undefined && isMended(sentences, at + 1) && but.exec(next.folded)?.index === 0;
}
