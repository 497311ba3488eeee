import { eld } from "eld/large";
import { countLetters } from "./letters.ts";
import { isRomanisedHindi, isRussian, languagesBySureWords } from "./sure-words.ts";

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
/** A text of this many letters that scores no better than this is in another language, or in none. */
const MANY_LETTERS = 24;
const FITS_NO_LANGUAGE = 0.52;
/** What a shopper most likely writes, where a text is too short to tell. */
const COMMON = ["en", "de", "fr", "es", "it", "pt", "nl"];

/**
 * The language a text is written in, BCP 47 (`und` when there are too few letters to tell, or it fits no language). `expected` (the order's or shop's
 * locale, best first) decides between close candidates and in short texts, and lends its region when the language agrees
 * (`pt-BR`). It never talks over a clear text.
 */
export function detectLanguage(text: string, expected: readonly string[] = []): string {
  const plain = text
    .slice(0, 2_000)
    .replace(/https?:\/\/\S+|\S+@\S+\.\S+|#\w+|\b(?=\w*\d)\w+\b/g, " ")
    .slice(0, 1_000);
  const letters = countLetters(plain);
  const first = expected[0];
  if (letters < ENOUGH_LETTERS) return first ?? "und";
  if (isRomanisedHindi(plain)) return expected.find((locale) => primary(locale) === "hi") ?? "hi";
  const result = detected(plain);
  const clear = result.isReliable();
  const sure = clear || letters >= A_FEW_LETTERS ? [] : languagesBySureWords(plain);
  if (sure[0]) return expected.find((locale) => sure.includes(primary(locale))) ?? sure[0];
  if (!result.language) return byScript(plain) ?? first ?? "und";
  const scores = result.getScores();
  const language = result.language === "bg" && isRussian(plain) ? "ru" : result.language;
  const best = scores[language] ?? 0;
  if (!clear && letters >= MANY_LETTERS && best < FITS_NO_LANGUAGE) return foreign(plain);
  const margin = clear ? CLEAR_MARGIN : unclearMargin(letters);
  const near = (locale: string) => (scores[primary(locale)] ?? -1) >= best - margin;
  const chosen = expected.find(near);
  if (chosen) return chosen;
  if (clear || letters >= A_FEW_LETTERS || !/\p{Script=Latin}/u.test(plain)) return language;
  return first ?? COMMON.filter(near).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))[0] ?? "und";
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

/** Fewer letters say less: the margin grows up to double below forty. */
const unclearMargin = (letters: number): number => UNCLEAR_MARGIN * (letters < 40 ? 2 - letters / 40 : 1);

const primary = (locale: string): string => locale.slice(0, 2).toLowerCase();

function byScript(text: string): string | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "ja";
  if (/\p{Script=Hangul}/u.test(text)) return "ko";
  if (/\p{Script=Han}/u.test(text)) return "zh";
  return undefined;
}
