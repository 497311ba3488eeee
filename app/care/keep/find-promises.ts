import { promiseWords, type PromiseKind, type PromiseWords } from "#app/care/keep/promise-words.ts";
import { whenDue } from "#app/care/keep/when-due.ts";
import type { Calendar } from "#app/care/triage/business-time.ts";
import { sentences, type Sentence } from "#app/care/understand/fold.ts";

/** A promise as it was written: what of, and until when, where it says so. */
export type FoundPromise = { text: string; kind: PromiseKind; dueAt: Date | null };

type Sent = {
  text: string;
  language: string;
  at: Date;
  timeZone: string;
  calendar?: Calendar | undefined;
};

/**
 * The promises in a reply, whoever wrote it: sentences in which the shop says what it is going to do. In the reply's language first
 * and else in any other of the eight, since a person may answer in another one than the draft. A question, what is denied and what
 * is only possible promises nothing. What it is about and no time is enough; a time and no known verb ("we'll have it by Friday") too.
 */
export function findPromises({ text, language, at, timeZone, calendar }: Sent): FoundPromise[] {
  const own = language.slice(0, 2);
  const languages = [own, ...Object.keys(promiseWords).filter((one) => one !== own)];
  return sentences(text).flatMap((sentence) => {
    for (const spoken of languages) {
      const words = promiseWords[spoken];
      // The first language in which the shop speaks of itself decides: "podremos" is no Portuguese either when it is denied.
      if (!words?.commits.test(sentence.folded)) continue;
      const found = promiseIn(sentence, words);
      if (!found) return [];
      const said = { folded: sentence.folded, language: spoken, at, timeZone, calendar };
      const afterEvent = words.afterEvent.test(sentence.folded);
      const dueAt = whenDue(said, { near: found.near, afterEvent });
      return found.kind || dueAt ? [{ text: sentence.text, kind: found.kind ?? "other", dueAt }] : [];
    }
    return [];
  });
}

function promiseIn(
  { text, folded }: Sentence,
  { commits, not, kinds }: PromiseWords,
): { kind: PromiseKind | null; near: number } | null {
  if (/[?？]\s*$/u.test(text) || not.test(folded)) return null;
  const commitment = commits.exec(folded);
  if (!commitment) return null;
  for (const [kind, pattern] of kinds) {
    const verb = pattern.exec(folded);
    if (verb) return { kind, near: verb.index };
  }
  return { kind: null, near: commitment.index };
}
