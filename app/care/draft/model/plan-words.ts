import {
  messageKeys,
  messagePieces,
  type ComposedLanguage,
  type MessageKey,
} from "#app/care/draft/catalogue/catalogue.ts";
import { ECHOED, EVERYDAY } from "#app/care/draft/model/everyday-words.ts";
import { inTexts, listed, type Lexicon } from "#app/care/draft/model/lexicon.ts";

/** What one sentence may be made of beside everyday words. */
export type PlanWords = {
  language: ComposedLanguage;
  /** The composer's messages that rest on what the sentence cites. */
  says: readonly MessageKey[];
  /** What people of the shop wrote: passages that the sentence cites, the team's hint, the names of shop and team. */
  published: string;
  /** Of the shopper's words only why it matters to them, and what was wrong, may be taken up. */
  shopperText: string;
};

/**
 * The words of a sentence that are neither everyday ones nor the plan's own, pure. What a reply speaks of is the plan's to say: what a
 * stranger's mail asks for takes words that neither has, however it is put, where a list of what must not be said would have to foresee it.
 *
 * @param own without what the placeholders stand for
 */
export function wordsBeyondPlan(own: string, given: PlanWords): string[] {
  const { language, says, published, shopperText } = given;
  const lists = listsOf(language);
  const theirs = inTexts(wordsIn(shopperText, language));
  const texts = [...wordsIn(published, language), ...says.flatMap((key) => spokenIn(key, language))];
  const known = [lists.everyday, inTexts(texts)];
  const isKnown = (word: string) =>
    known.some((one) => one.has(word)) || (lists.echoed.has(word) && theirs.has(word));
  const words = wordsIn(own, language);
  if (language !== "ja") return words.filter((word) => word.length > 1 && !isKnown(word));
  return [...words.filter((run) => !isMadeOf(run, isKnown)), ...unread(own)];
}

/** Where parcels are and how long somebody waits is every reply's to say; whether it is true, the guard judges. */
const OF_PARCELS = /^(?:state|track|thanks|name)\.(?!cancelled|refund)/u;

const lists = new Map<ComposedLanguage, { everyday: Lexicon; echoed: Lexicon }>();

function listsOf(language: ComposedLanguage) {
  const known = lists.get(language) ?? makeLists(language);
  lists.set(language, known);
  return known;
}

function makeLists(language: ComposedLanguage): { everyday: Lexicon; echoed: Lexicon } {
  const parcels = inTexts(
    messageKeys.filter((key) => OF_PARCELS.test(key)).flatMap((key) => spokenIn(key, language)),
  );
  const every = EVERYDAY[language];
  const list = language === "ja" ? inTexts(wordsIn(every, language)) : listed(every);
  return {
    everyday: { has: (word) => list.has(word) || parcels.has(word) },
    echoed: language === "ja" ? inTexts(wordsIn(ECHOED.ja, language)) : listed(ECHOED[language]),
  };
}

const spokenIn = (key: MessageKey, language: ComposedLanguage): string[] =>
  wordsIn(messagePieces(key, language).join(" "), language);

/** In Japanese what carries a meaning stands in Chinese signs, katakana or Latin letters: runs of them, since no space parts words. */
const RUNS = /[\p{Script=Han}々]+|[\p{Script=Katakana}ー]+|\p{Script=Latin}+/gu;

const wordsIn = (text: string, language: ComposedLanguage): string[] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .match(language === "ja" ? RUNS : /[\p{L}\p{M}]+/gu) ?? [];

/** Whether a run is known terms, one after the other. */
function isMadeOf(run: string, isKnown: (term: string) => boolean): boolean {
  const ends = [true];
  for (let to = 1; to <= run.length; to += 1)
    ends[to] = ends.some((ok, from) => ok && from < to && isKnown(run.slice(from, to)));
  return ends[run.length] ?? false;
}

/** Longer hiragana with nothing else in it is words that were not looked at. */
const LONGEST_KANA = 14;

function unread(own: string): string[] {
  const kana = own.match(/\p{Script=Hiragana}+/gu) ?? [];
  const alone = !/[\p{Script=Han}\p{Script=Katakana}]/u.test(own);
  return kana.filter((run) => run.length > LONGEST_KANA || (alone && run.length > LONGEST_KANA - 2));
}
