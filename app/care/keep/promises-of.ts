import type { Draft } from "#app/care/draft/draft.ts";
import { hours, minutes } from "#app/lib/duration.ts";

export type PromiseMade = { text: string; dueAt: Date | null };

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
      return { text, dueAt: dueOf(cited, timeZone) };
    });
}

function dueOf(facts: Draft["facts"], timeZone: string): Date | null {
  const days = facts
    .filter(({ kind, raw }) => kind === "date" && /^\d{4}-\d{2}-\d{2}/u.test(raw))
    .map(({ raw }) => raw.slice(0, 10));
  const last = days.toSorted().at(-1);
  if (!last) return null;
  const due = Date.parse(`${last}T23:59:59.999Z`);
  if (Number.isNaN(due)) return null;
  // Twice: the first guess may lie on the other side of a change of the clocks.
  const guess = due - aheadOfUtc(due, timeZone);
  return new Date(due - aheadOfUtc(guess, timeZone));
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function aheadOfUtc(at: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hour, minute] = /^GMT([+-])(\d{2}):(\d{2})$/u.exec(shown ?? "") ?? [];
  if (!sign) return 0;
  return (sign === "-" ? -1 : 1) * (hours(Number(hour)) + minutes(Number(minute)));
}

const squeezed = (text: string) => text.replace(/\s+/gu, " ").trim();
