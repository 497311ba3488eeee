import type { LanguageCues } from "./cues.ts";
import { dutch } from "./nl.ts";
import { english } from "./en.ts";
import { french } from "./fr.ts";
import { german } from "./de.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";
import { portuguese } from "./pt.ts";
import { spanish } from "./es.ts";

export const allCues: readonly LanguageCues[] = [
  english,
  german,
  spanish,
  french,
  portuguese,
  italian,
  dutch,
  japanese,
];

const byLanguage = new Map(allCues.map((cues) => [cues.language, cues]));

/** The cues of a BCP 47 language; undefined where nobody has written them yet. */
export const cuesOf = (language: string): LanguageCues | undefined => byLanguage.get(language.slice(0, 2));
