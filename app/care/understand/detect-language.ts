import { eld } from "eld/large";
import { commonWords, readLanguages } from "./common-words.ts";
import { isRomanisedHindi, isRussian, knownWords } from "./known-words.ts";
import { countLetters } from "./letters.ts";

/** The languages a shop is assumed to hear; fewer candidates mean fewer mistakes in short texts. */
export const shopLanguages =
  "en es fr de it pt nl pl sv da no fi cs sk hu ro bg el tr ru uk ar he hi ja ko zh vi th".split(" ");

const detector = eld.newInstance();
detector.setLanguageSubset(shopLanguages);
/** Asked only where none of the shop's languages fits. */
const anyLanguage = eld.newInstance();

/** How much better another language must score than the expected one: little where the text itself is clear. */
const CLEAR_MARGIN = 0.05;
const UNCLEAR_MARGIN = 0.12;
const ENOUGH_LETTERS = 3;
/** Below this many letters a score is little more than chance. */
const A_FEW_LETTERS = 12;
/** Of 2,737 labelled texts of 130 characters and more, as many in the beginning mistook 7, all of them 6. */
const BEGINNING = 60;
/** How much of either end is looked at for a second language, and how many of its words tell it. */
const END = 70;
const ENOUGH_KNOWN = 3;
/** So many of a language's commonest words in so many letters, and so much more than of any other's, chosen on XED's subtitles and BRIGHTER's posts. */
const TOLD_READ = 100;
const TOLD_WORDS = 5;
const TOLD_LEAD = 1.3;
/** A text of this many letters that scores no better than this is in another language, or in none. */
const MANY_LETTERS = 24;
const ENOUGH_UNQUOTED = 24;
const FITS_NO_LANGUAGE = 0.52;
/** Below this many letters the commonest words tell more than letter statistics do, each of them this much. */
const SHORT = 40;
const KNOWN_WORD = 0.12;
const ONLY_WORD = 1;
/** Languages that are told from a few letters only by mistake: their words are not known, and few of their speakers write to a shop. */
const UNCOMMON = new Set("da no fi cs sk hu tr vi bg".split(" "));
/** The next language is preferred to one of these where so many of its words are known. */
const ENOUGH_TO_PREFER = 2;
/** Where not one word in so many is known, no language is. */
const FEW_KNOWN = 3;
const UKRAINIAN_LETTERS = /[іїєґ]/i;
const ALIKE = 0.015;
/** What statistics read: more of a mail says no more. */
const READ = 120;

/**
 * The language a text is written in, BCP 47 (`und` when there are too few letters to tell, or it fits no language). `expected` (the order's or shop's
 * locale, best first) decides between close candidates and in short texts, and lends its region when the language agrees
 * (`pt-BR`). It never talks over a clear text.
 */
export function detectLanguage(text: string, expected: readonly string[] = []): string {
  const plain = plainOf(text);
  const letters = countLetters(plain);
  const first = expected[0];
  if (letters < ENOUGH_LETTERS) return first ?? "und";
  const mixed = speaksTwice(text);
  const told = mixed ? undefined : toldByWords(plain);
  if (told) return expected.find((locale) => primary(locale) === told) ?? told;
  if (isRomanisedHindi(plain)) return expected.find((locale) => primary(locale) === "hi") ?? "hi";
  const result = mixed ? detector.detect(plain) : detected(plain.slice(0, READ));
  const clear = result.isReliable();
  const scores = new Map(Object.entries(result.getScores()));
  if (letters < SHORT) return inShort(plain, { scores, clear, letters, expected });
  if (!result.language) return byScript(plain) ?? first ?? "und";
  const language = result.language === "bg" && isRussian(plain) ? "ru" : result.language;
  const best = scores.get(language) ?? 0;
  if (!clear && best < FITS_NO_LANGUAGE) return foreign(plain);
  const margin = clear ? CLEAR_MARGIN : UNCLEAR_MARGIN;
  return expected.find((locale) => (scores.get(primary(locale)) ?? -1) >= best - margin) ?? language;
}

/** The language whose commonest words a text of some length is made of, where it is one that the recogniser reads and no other comes near. */
function toldByWords(plain: string): string | undefined {
  if (plain.length < 1.5 * BEGINNING) return undefined;
  const { language, count, others } = commonWords(plain.slice(0, TOLD_READ));
  const told = count >= TOLD_WORDS && count >= TOLD_LEAD * others;
  return told && readLanguages.includes(language) ? language : undefined;
}

/**
 * Whether a text ends in another language than it begins with, by the commonest words of both ends: quoted mails, apologies for one's English. Then the whole
 * of it says which it is mostly in, and nothing in it is taken for another language's.
 */
export function speaksTwice(text: string): boolean {
  if (lastAsked?.text !== text) lastAsked = { text, twice: endsElsewhere(plainOf(text)) };
  return lastAsked.twice;
}

/** Asked again for the same text where risks are looked for. */
let lastAsked: { text: string; twice: boolean } | undefined;

/** Without what is in no language: addresses, links, numbers of articles. */
function plainOf(text: string): string {
  const start = text.slice(0, 2_000);
  const plain = /[@#\d]|http/.test(start)
    ? start.replace(/https?:\/\/\S+|\S+@\S+\.\S+|#\w+|\b(?=\w*\d)\w+\b/g, " ")
    : start;
  return unquoted(plain).slice(0, 1_000);
}

/** Titles and quotes are in languages of their own: left out where enough of the text remains. */
function unquoted(plain: string): string {
  if (!/["“„«]/.test(plain)) return plain;
  const rest = plain.replace(/"[^"\n]{3,80}"|“[^”\n]{3,80}”|„[^“”\n]{3,80}[“”]|«[^»\n]{3,80}»/g, " ");
  return countLetters(rest) >= ENOUGH_UNQUOTED ? rest : plain;
}

function endsElsewhere(text: string): boolean {
  if (text.length < 1.7 * END) return false;
  // The beginning tells the language as well, where the two do not meet.
  const begins = text.slice(0, text.length < TOLD_READ + END ? END : TOLD_READ);
  const [first, last] = [commonWords(begins), commonWords(text.slice(-END))];
  return (
    first.language !== last.language &&
    last.count >= ENOUGH_KNOWN &&
    last.count >= 2 * last.of(first.language)
  );
}

type Counted = {
  scores: ReadonlyMap<string, number>;
  clear: boolean;
  letters: number;
  expected: readonly string[];
};

/** A text of a few words: its commonest words and letter statistics together. */
function inShort(plain: string, { scores, clear, letters, expected }: Counted): string {
  const words = knownWords(plain);
  const mostWords = Math.max(...words.values());
  const known = mostWords > 0;
  if (scores.size === 0 && !known) return byScript(plain) ?? expected[0] ?? "und";
  if (!clear && !known && letters < A_FEW_LETTERS) return expected[0] ?? "und";
  const word = letters < A_FEW_LETTERS ? ONLY_WORD : KNOWN_WORD;
  const weighed = new Map([...words].map(([name, count]) => [name, (scores.get(name) ?? 0) + word * count]));
  for (const [name, value] of scores) if (!words.has(name)) weighed.set(name, value);
  const [likeliest, next] = [...weighed].toSorted(([, one], [, other]) => other - one).map(([name]) => name);
  const best = weighed.get(likeliest ?? "") ?? 0;
  const fewKnown = mostWords * FEW_KNOWN < plain.trim().split(/\s+/).length;
  if (!clear && fewKnown && letters >= MANY_LETTERS && Math.max(...scores.values()) < FITS_NO_LANGUAGE)
    return foreign(plain);
  const margin = clear && !known ? CLEAR_MARGIN : unclearMargin(letters);
  const chosen = expected.find((locale) =>
    known && letters < A_FEW_LETTERS
      ? words.get(primary(locale)) === mostWords
      : (weighed.get(primary(locale)) ?? -1) >= best - margin,
  );
  if (chosen) return chosen;
  if (likeliest === "bg" && isRussian(plain)) return "ru";
  if (!likeliest || !UNCOMMON.has(likeliest)) return eastSlavicOf(likeliest ?? "und", plain, weighed);
  if (clear && letters >= MANY_LETTERS) return likeliest;
  const heard = next && !UNCOMMON.has(next) && (words.get(next) ?? 0) >= ENOUGH_TO_PREFER;
  return heard && (weighed.get(next) ?? 0) >= best - CLEAR_MARGIN ? next : "und";
}

/** Where statistics hardly tell Russian from Ukrainian, the letters that only one of them has do. */
function eastSlavicOf(language: string, text: string, weighed: ReadonlyMap<string, number>): string {
  if (language !== "uk" && language !== "ru") return language;
  if (UKRAINIAN_LETTERS.test(text)) return "uk";
  return (weighed.get("uk") ?? 0) - (weighed.get("ru") ?? 0) > ALIKE ? "uk" : "ru";
}

/** Where the beginning tells its language clearly, the rest is not looked at: it is most of the time that this takes. */
function detected(plain: string): ReturnType<typeof detector.detect> {
  if (plain.length < 1.5 * BEGINNING) return detector.detect(plain);
  const begun = detector.detect(plain.slice(0, plain.lastIndexOf(" ", BEGINNING) + 1 || BEGINNING));
  const [first = 0, second = 0] = Object.values(begun.getScores()).toSorted((one, other) => other - one);
  return begun.isReliable() && first - second >= CLEAR_MARGIN ? begun : detector.detect(plain);
}

/** A language that shops rarely hear (`tl`, `eu`), or `und`. */
function foreign(text: string): string {
  const result = anyLanguage.detect(text);
  return result.isReliable() ? result.language : "und";
}

/** Fewer letters say less: the margin grows up to double below `SHORT`. */
const unclearMargin = (letters: number): number => UNCLEAR_MARGIN * (2 - letters / SHORT);

const primary = (locale: string): string => locale.slice(0, 2).toLowerCase();

function byScript(text: string): string | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "ja";
  if (/\p{Script=Hangul}/u.test(text)) return "ko";
  if (/\p{Script=Han}/u.test(text)) return "zh";
  return undefined;
}
