import { addBusinessDays, addDays, dayOf, endOfDay, weekdayOf, type Day } from "#app/care/keep/due-day.ts";
import { timeWords, unitOf } from "#app/care/keep/time-words.ts";
import type { Calendar } from "#app/care/triage/business-time.ts";
import { smallNumber } from "#app/care/understand/number-words.ts";
import { meantDay, writtenDays } from "#app/care/understand/written-days.ts";
import { hours } from "#app/lib/duration.ts";

type Said = {
  folded: string;
  language: string;
  at: Date;
  timeZone: string;
  /** Whose business days are counted; absent: from Monday to Friday. */
  calendar?: Calendar | undefined;
};
/** `sure`: it stands behind a word such as "by"; `counted`: from now on, so that it means nothing after "once …". */
type Mention = { start: number; dueAt: Date; sure: boolean; counted: boolean };

/** Longer than this nothing is promised: it is a number of something else. */
const MOST_DAYS = 120;

/**
 * Until when a sentence says that something will have happened: "by Friday", "within 5 business days", "tomorrow", "2026-03-14". A day
 * lasts to its end where the shop is, an hour is an hour. Of several times the one behind a "by" counts, else the one nearest to
 * `near`, where the promise itself stands. A time that is counted from an event ("within 5 days, once it is here") is none.
 */
export function whenDue(
  said: Said,
  { near, afterEvent }: { near: number; afterEvent: boolean },
): Date | null {
  const mentions = mentionsIn(said).filter(({ counted }) => !(counted && afterEvent));
  const sure = mentions.filter((one) => one.sure);
  const [nearest] = (sure.length > 0 ? sure : mentions).toSorted(
    (one, other) => Math.abs(one.start - near) - Math.abs(other.start - near),
  );
  return nearest?.dueAt ?? null;
}

function mentionsIn({ folded, language, at, timeZone, calendar }: Said): Mention[] {
  const words = timeWords[language];
  if (!words) return [];
  const today = dayOf(at, timeZone);
  const found: Mention[] = [];
  const add = (start: number, dueAt: Date | null, counted = false) => {
    const sure = counted || words.due.test(folded.slice(0, start));
    if (dueAt && dueAt >= at) found.push({ start, dueAt, sure, counted });
  };
  const addDay = (start: number, day: Day, counted = false) => add(start, endOfDay(day, timeZone), counted);

  for (const [pattern, ahead] of words.days)
    for (const { index } of folded.matchAll(pattern)) addDay(index, addDays(today, ahead));
  for (const [position, pattern] of words.weekdays.entries())
    for (const { index } of folded.matchAll(pattern)) {
      const coming = addDays(today, (position + 1 - weekdayOf(today) + 7) % 7);
      const before = folded.slice(0, index);
      // Who says "next Friday" on a Monday may mean either one: the earlier is the one that can be missed.
      addDay(index, words.next.test(before) && coming === today ? addDays(coming, 7) : coming);
    }
  for (const { index } of folded.matchAll(words.thisWeek))
    addDay(index, addDays(today, 7 - weekdayOf(today)));
  for (const { index } of folded.matchAll(words.nextWeek))
    addDay(index, addDays(today, 14 - weekdayOf(today)));
  for (const match of folded.matchAll(words.within)) {
    const count = smallNumber(match.groups?.["n"] ?? "");
    if (count)
      add(
        match.index,
        afterSpan({ count, unit: match.groups?.["unit"] ?? "", at, timeZone, calendar }),
        true,
      );
  }
  for (const { at: start, readings } of writtenDays(folded, language)) {
    const days = readings.map((one) =>
      new Date(meantDay(one, Date.parse(`${today}T00:00:00Z`))).toISOString(),
    );
    const [first] = days
      .map((day) => day.slice(0, 10))
      .filter((day) => day >= today)
      .toSorted();
    if (first) addDay(start, first);
  }
  return found;
}

function afterSpan(
  span: Pick<Said, "at" | "timeZone" | "calendar"> & { count: number; unit: string },
): Date | null {
  const { count, at, timeZone } = span;
  const today = dayOf(at, timeZone);
  switch (unitOf(span.unit)) {
    case "hour":
      return count > MOST_DAYS * 24 ? null : new Date(at.getTime() + hours(count));
    case "day":
      return count > MOST_DAYS ? null : endOfDay(addDays(today, count), timeZone);
    case "business_day":
      return count > MOST_DAYS ? null : endOfDay(addBusinessDays(today, count, span.calendar), timeZone);
    case "week":
      return count * 7 > MOST_DAYS ? null : endOfDay(addDays(today, count * 7), timeZone);
  }
}
