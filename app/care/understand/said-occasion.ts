import { days } from "#app/lib/duration.ts";
import { bounded } from "./bounded.ts";
import { sentences } from "./fold.ts";
import { saysGift } from "./occasion.ts";
import { occasionWords, type OccasionWords } from "./occasion-words.ts";
import { relativeDays } from "./relative-days.ts";
import { meantDay, writtenDays } from "./written-days.ts";

/** What somebody says in a message of why a day matters to them. `neededBy` is a calendar day, 2026-12-24. */
export type SaidOccasion = { gift: boolean; neededBy: string | null };

type Written = {
  text: string;
  /** BCP 47. */
  language: string;
  /** The calendar day it was written on where the shop is, 2026-12-01. */
  on: string;
};

/** A day further off than this is not what an order is needed by. */
const FARTHEST = days(200);
/** What has no month is meant within a month, what has one within half a year: the nearest to these. */
const [THIS_MONTH, THIS_YEAR] = [days(15), days(90)];
const FREE_GIFT = /\b(?:free gift|gratis\w*|kostenlos\w*|complimentary|omaggio|obsequio|brinde)\b|おまけ/u;

/**
 * Reads in a message whether the order is a gift, and by when it is needed: a day to come in a sentence that says that it is needed,
 * or what for. The day nearest after such a word counts, of several sentences the earliest day. What is wanted by then but is not the
 * order (an answer, a refund), and what was, counts for nothing. Pure.
 */
export function saidOccasion({ text, language, on }: Written): SaidOccasion {
  const parts = sentences(bounded(text)).map(({ folded }) => folded);
  const words = occasionWords(language);
  const today = Date.parse(`${on}T00:00:00Z`);
  const needed = words ? parts.flatMap((folded) => neededIn(folded, { words, language, today }) ?? []) : [];
  return {
    gift: parts.some((folded) => saysGift(folded) && !FREE_GIFT.test(folded)),
    neededBy: needed.length > 0 ? new Date(Math.min(...needed)).toISOString().slice(0, 10) : null,
  };
}

type Reading = { words: OccasionWords; language: string; today: number };

function neededIn(folded: string, reading: Reading): number | null {
  const { words } = reading;
  const need = words.need.exec(folded);
  const event = need ?? (words.past.test(folded) ? null : words.event.exec(folded));
  if (!event || words.other.test(folded)) return null;
  const to = daysIn(folded, reading);
  const after = to.find(({ at }) => at >= event.index);
  return (after ?? to.at(-1))?.day ?? null;
}

/** The days to come that a sentence names, as they stand in it. */
function daysIn(folded: string, { words, language, today }: Reading): { at: number; day: number }[] {
  const relative = relativeDays(folded, words, today);
  const written = writtenDays(folded, language).flatMap(({ at, text, readings }) => {
    if (relative.some((one) => one.at < at + text.length && at < one.at + one.text.length)) return [];
    const meant = readings
      .map((one) => meantDay(one, today + (one.month === null ? THIS_MONTH : THIS_YEAR)))
      .filter((day) => day >= today && day - today <= FARTHEST);
    // Of two readings the later: no day passes too early.
    return meant.length > 0 ? [{ at, text, day: Math.max(...meant) }] : [];
  });
  // "Friday, 4 December" is one day, and the date says which.
  const alone = relative.filter(
    (one) => !written.some(({ at }) => at > one.at && at - one.at <= WEEKDAY_AND_DATE),
  );
  return [...alone, ...written].toSorted((one, other) => one.at - other.at);
}

const WEEKDAY_AND_DATE = 20;
