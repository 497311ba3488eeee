/** Fewer letters of a sentence's own say too little of its language. */
const ENOUGH = 36;
/** A character of unspaced writing says as much as so many letters. */
const UNSPACED_SAYS = 3;

/** The language of a text (BCP 47) where one is expected; the guard is given it, since what tells it is large. */
export type LanguageOf = (text: string, expected: readonly string[]) => string;

/**
 * The language a sentence is in, where it is certainly none of those expected; its values come blank: titles have languages of
 * their own.
 */
export function findWrongLanguage(
  rest: string,
  { expected, languageOf }: { expected: readonly string[]; languageOf: LanguageOf },
): string | null {
  const own = rest.replaceAll(/\s+/gu, " ").trim();
  const spaced = own.match(/(?![\u3040-\u30ff\u3400-\u9fff])\p{L}/gu)?.length ?? 0;
  const unspaced = own.match(/[\u3040-\u30ff\u3400-\u9fff]/gu)?.length ?? 0;
  if (spaced + unspaced * UNSPACED_SAYS < ENOUGH) return null;
  const found = primary(languageOf(own, expected));
  const isExpected = expected.some((tag) => primary(tag) === found);
  // Asked without a hint too: two answers that agree are no accident of a short sentence.
  return !isExpected && found !== "un" && primary(languageOf(own, [])) === found ? found : null;
}

const primary = (tag: string) => tag.toLowerCase().slice(0, 2);
