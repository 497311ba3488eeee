import en from "#app/words/en.json" with { type: "json" };
import { sayIn } from "#app/words/say.ts";
import { writtenWords } from "#app/words/written-words.ts";

const words = writtenWords("en", en);

/** The admin's words in English. */
export const english = sayIn("en", words, { tag: "en", words });
