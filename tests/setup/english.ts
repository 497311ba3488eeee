import en from "#app/words/en.json" with { type: "json" };
import { sayIn } from "#app/words/say.ts";

/** The admin's words in English. */
export const english = sayIn("en", en, { tag: "en", words: en });
