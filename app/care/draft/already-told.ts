import { toldWords } from "#app/care/draft/told-words.ts";

/** What a text tells that decides what is asked of its writer: nobody is asked for what they already wrote. */
export type Told = Record<keyof typeof toldWords, boolean> & {
  /** Whether it is known which item is meant: the order has but one, or the text names it. */
  item: (titles: readonly string[]) => boolean;
};

export function alreadyTold(text: string): Told {
  const says = (words: RegExp) => words.test(text);
  return {
    looked: says(toldWords.looked),
    reason: says(toldWords.reason),
    death: says(toldWords.death),
    total: says(toldWords.total),
    item: (titles) => titles.length === 1 || titles.some((title) => names(text, title)),
  };
}

/** "My carafe" names the glass carafe: one of the title's longer words, whatever its ending; in Japanese the title or its end. */
function names(text: string, title: string): boolean {
  const lower = text.toLowerCase();
  if (/[\u3040-\u30ff\u3400-\u9fff]/u.test(title)) return lower.includes(title.slice(-3).toLowerCase());
  const words = title.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.some((word) => lower.includes(word.slice(0, Math.max(4, word.length - 2))));
}
