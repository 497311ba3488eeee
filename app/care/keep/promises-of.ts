import type { Draft } from "#app/care/draft/draft.ts";

export type PromiseMade = { text: string; dueAt: Date | null };

/**
 * What a sent reply promised: the draft's promise sentences that are still in the text that left. Due at the end of the last
 * day the sentence cites, when it cites one (UTC: a promise is never late because of a time zone).
 */
export function promisesOf(draft: Pick<Draft, "sentences" | "facts">, sentText: string): PromiseMade[] {
  const sent = squeezed(sentText);
  return draft.sentences
    .filter(({ kind, text }) => kind === "promise" && sent.includes(squeezed(text)))
    .map(({ text, cites }) => ({ text, dueAt: dueOf(draft.facts.filter(({ id }) => cites.includes(id))) }));
}

function dueOf(facts: Draft["facts"]): Date | null {
  const days = facts
    .filter(({ kind, raw }) => kind === "date" && /^\d{4}-\d{2}-\d{2}/u.test(raw))
    .map(({ raw }) => raw.slice(0, 10));
  const last = days.toSorted().at(-1);
  if (!last) return null;
  const due = new Date(`${last}T23:59:59.999Z`);
  return Number.isNaN(due.getTime()) ? null : due;
}

const squeezed = (text: string) => text.replace(/\s+/gu, " ").trim();
