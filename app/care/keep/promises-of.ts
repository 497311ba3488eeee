import type { Draft } from "#app/care/draft/draft.ts";
import { ANSWER_BY } from "#app/care/draft/facts/answer-by.ts";
import { endOfDay } from "#app/care/keep/due-day.ts";

/** `answer`: it is an answer that is promised, by the shop's own term, in whatever words. */
export type PromiseMade = { text: string; dueAt: Date | null; answer: boolean };

/**
 * What a sent reply promised: the draft's promise sentences that are still in the text that left. Due at the end of the last
 * day the sentence cites, when it cites one, where the shop is (`timeZone`, IANA): days are written in its zone.
 */
export function promisesOf(
  draft: Pick<Draft, "sentences" | "facts">,
  sentText: string,
  timeZone = "UTC",
): PromiseMade[] {
  const sent = squeezed(sentText);
  return draft.sentences
    .filter(({ kind, text }) => kind === "promise" && sent.includes(squeezed(text)))
    .map(({ text, cites }) => {
      const cited = draft.facts.filter(({ id }) => cites.includes(id));
      return { text, dueAt: dueOf(cited, timeZone), answer: cites.includes(ANSWER_BY) };
    });
}

function dueOf(facts: Draft["facts"], timeZone: string): Date | null {
  const days = facts
    .filter(({ kind, raw }) => kind === "date" && /^\d{4}-\d{2}-\d{2}/u.test(raw))
    .map(({ raw }) => raw.slice(0, 10));
  const last = days.toSorted().at(-1);
  return last ? endOfDay(last, timeZone) : null;
}

const squeezed = (text: string) => text.replace(/\s+/gu, " ").trim();
