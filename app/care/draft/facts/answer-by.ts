import type { Fact } from "#app/care/draft/draft.ts";
import { formatDate, localDay, type Format } from "#app/care/draft/format-value.ts";
import { days, hours } from "#app/lib/duration.ts";

export const ANSWER_BY = "shop:answer-by";

/** `answerBy`: the promise that somebody of the team made to the others. */
type Term = {
  id: string;
  answerWithinHours?: number | undefined;
  answerBy?: { id: string; dueAt: Date | null } | undefined;
};

/**
 * By when a person writes again: the day that somebody took upon them when the conversation was handed over, else by the shop's own
 * term, within so many hours, at the latest by the end of that business day.
 */
export function answerByFact(shop: Term, { now, ...format }: Format): Fact {
  const { answerBy, answerWithinHours: within = DEFAULT_HOURS } = shop;
  const taken = answerBy?.dueAt ? localDay(answerBy.dueAt.toISOString(), format.timeZone) : null;
  const day = taken ?? answerDay(now, { within, timeZone: format.timeZone });
  return {
    id: ANSWER_BY,
    label: taken ? "Answer due, as the team agreed" : "Answer due, by the shop's own term",
    // Noon in UTC is that very day: the day is a day already, in no zone of its own.
    value: formatDate(noon(day), {
      ...format,
      timeZone: "UTC",
      now: new Date(noon(localDay(now.toISOString(), format.timeZone))),
    }),
    kind: "date",
    raw: day,
    source:
      taken && answerBy
        ? { entity: "promise", id: answerBy.id, field: "dueAt" }
        : { entity: "settings", id: shop.id, field: "answerWithinHours" },
    observedAt: now.toISOString(),
    needs: "none",
  };
}

const noon = (day: string) => `${day}T12:00:00Z`;

const DEFAULT_HOURS = 24;

/** The business day, where the shop is, on which the hours are over. A whole day of them is a business day. */
export function answerDay(now: Date, given: { within: number; timeZone: string }): string {
  const rest = new Date(now.getTime() + hours(given.within % 24));
  let day = localDay(rest.toISOString(), given.timeZone);
  for (let whole = Math.floor(given.within / 24); whole > 0; whole -= 1) day = businessDay(dayAfter(day));
  return businessDay(day);
}

const dayAfter = (day: string) => new Date(Date.parse(day) + days(1)).toISOString().slice(0, 10);

function businessDay(day: string): string {
  const weekend = [0, 6].includes(new Date(day).getUTCDay());
  return weekend ? businessDay(dayAfter(day)) : day;
}

/** The first full hour of UTC at which a day (ISO 8601) is over where the shop is. */
export function dayIsOverAt(day: string, timeZone: string): Date {
  let at = Date.parse(day);
  while (localDay(new Date(at).toISOString(), timeZone) <= day) at += hours(1);
  return new Date(at);
}

/** Whether a text that rests on the shop's term names a day that is over where the shop is. */
export function answerDayIsOver(
  cited: readonly Fact[],
  { at, timeZone }: { at: Date; timeZone: string },
): boolean {
  const today = localDay(at.toISOString(), timeZone);
  return cited.some(({ id, raw }) => id === ANSWER_BY && raw < today);
}
