import { days } from "#app/lib/duration.ts";
import { isWeeks, type OccasionWords } from "./occasion-words.ts";
import { smallNumber } from "./number-words.ts";

/** A day that is named by how far off it is. `at` is the offset into the text, `day` midnight UTC of it, in epoch milliseconds. */
export type RelativeDay = { at: number; text: string; day: number };

/** Letters of scripts that write spaces between words. */
const bounded = (pattern: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:${pattern})(?![\p{Script=Latin}\p{Script=Cyrillic}])`,
    "gu",
  );

type Pattern = { pattern: RegExp; off: (today: number, match: RegExpMatchArray) => number | null };
const patterns = new Map<string, readonly Pattern[]>();

/** What nobody needs in advance of it. */
const FARTHEST_WEEKS = 26;

/**
 * The days that a sentence names by their distance from the day it was written on: "tomorrow", "by Friday", "in two weeks", "for
 * Christmas". A weekday is the next one that comes; on that very day the one a week later, since who means today says so. One that
 * was ("last Friday") is none.
 *
 * @param folded as `fold` makes it
 * @param today midnight UTC of the day it was written on, in epoch milliseconds
 */
export function relativeDays(folded: string, words: OccasionWords, today: number): RelativeDay[] {
  const known = patterns.get(words.language) ?? patternsOf(words);
  patterns.set(words.language, known);
  const found: RelativeDay[] = [];
  for (const { pattern, off } of known)
    for (const match of folded.matchAll(pattern)) {
      const away = off(today, match);
      const taken = found.some(
        ({ at, text }) => match.index < at + text.length && at < match.index + match[0].length,
      );
      if (away !== null && !taken)
        found.push({ at: match.index, text: match[0], day: today + away * days(1) });
    }
  return found.toSorted((one, other) => one.at - other.at);
}

/** The longer ones first: "the day after tomorrow" is not tomorrow. */
function patternsOf(words: OccasionWords): readonly Pattern[] {
  const { last } = words;
  const passed = bounded(last);
  const weekday = (name: string, nth: number): Pattern => ({
    pattern: bounded(`(?:(?:${last})[ .]?)?(?:${name})(?: (?:${last})(?![\\p{L}]))?`),
    off: (today, [text]) => (text.match(passed) ? null : untilWeekday(today, { nth, skips: false })),
  });
  const next = (name: string, nth: number): Pattern => ({
    pattern: bounded(`next (?:${name})`),
    off: (today) => untilWeekday(today, { nth, skips: true }),
  });
  return [
    { pattern: bounded(words.dayAfter), off: () => 2 },
    { pattern: bounded(words.tomorrow), off: () => 1 },
    { pattern: bounded(words.today), off: () => 0 },
    { pattern: words.within, off: (_today, { groups }) => lengthOf(groups?.["count"], groups?.["unit"]) },
    ...(words.language === "en" ? words.weekdays.map(next) : []),
    ...words.weekdays.map(weekday),
    { pattern: bounded(words.weekend), off: (today) => untilWeekday(today, { nth: SATURDAY, skips: false }) },
    ...FEASTS.map(({ name, month, day }): Pattern => ({
      pattern: bounded(name),
      off: (today) => untilDate(today, { month, day }),
    })),
  ];
}

const SATURDAY = 5;

/** Days until the next Monday (0) … Sunday (6). English `next` is the one of the week after this. */
function untilWeekday(today: number, { nth, skips }: { nth: number; skips: boolean }): number {
  const weekday = (new Date(today).getUTCDay() + 6) % 7;
  if (skips) return 7 - weekday + nth;
  return ((nth - weekday + 6) % 7) + 1;
}

function lengthOf(count: string | undefined, unit: string | undefined): number | null {
  const number = count ? smallNumber(count) : undefined;
  if (number === undefined || !unit) return null;
  const away = number * (isWeeks(unit) ? 7 : 1);
  return away <= FARTHEST_WEEKS * 7 ? away : null;
}

/** Presents are given on the evening before Christmas, or the morning after it: who needs them needs them then. */
const FEASTS = [
  {
    name: "christmas(?: eve)?|xmas|weihnacht(?:en|sfest)|heilig(?:abend|en abend)|navidad|nochebuena|noel|natal|natale|kerst(?:mis|avond)?|wigili[aeię]|wigilie|swieta bozego narodzenia|craciun|jul(?:afton|en)?|クリスマス|क्रिसमस",
    month: 12,
    day: 24,
  },
  {
    name: "valentine'?s?(?: day)?|valentinstag|san valentin[oe]?|saint[- ]valentin|valentijns?(?:dag)?|walentynki|alla hjartans dag|день святого валентина|バレンタイン",
    month: 2,
    day: 14,
  },
] as const;
/** Further off than this it was the last one. */
const SEASON = 120;

function untilDate(today: number, { month, day }: { month: number; day: number }): number | null {
  const year = new Date(today).getUTCFullYear();
  const next = [year, year + 1].map((one) => Date.UTC(one, month - 1, day)).find((at) => at >= today);
  const away = next === undefined ? null : (next - today) / days(1);
  return away !== null && away <= SEASON ? away : null;
}
