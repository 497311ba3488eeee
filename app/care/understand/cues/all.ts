import { anothersSuicide } from "../risk/of-another.ts";
import { scriptsIn, type Script } from "../scripts.ts";
import type { LanguageCues } from "./cues.ts";
import { dutch } from "./nl.ts";
import { english } from "./en.ts";
import { french } from "./fr.ts";
import { german } from "./de.ts";
import { hindi } from "./hi.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";
import { polish } from "./pl.ts";
import { portuguese } from "./pt.ts";
import { romanian } from "./ro.ts";
import { russian } from "./ru.ts";
import { spanish } from "./es.ts";
import { swedish } from "./sv.ts";
import { ukrainian } from "./uk.ts";

const written: readonly LanguageCues[] = [
  english,
  german,
  spanish,
  french,
  portuguese,
  italian,
  dutch,
  polish,
  romanian,
  swedish,
  russian,
  ukrainian,
  hindi,
  japanese,
];

/** Who is left behind by a suicide grieves, by the list that tells a person to be careful with them. */
function bereaved(cues: LanguageCues): LanguageCues {
  const grief = [cues.emotions.grief?.strong, anothersSuicide[cues.language]].filter(
    (one) => one !== undefined,
  );
  const strong = new RegExp(grief.map(({ source }) => source).join("|"));
  return { ...cues, emotions: { ...cues.emotions, grief: { ...cues.emotions.grief, strong } } };
}

export const allCues: readonly LanguageCues[] = written.map(bereaved);

const byLanguage = new Map(allCues.map((cues) => [cues.language, cues]));

/** The cues of a BCP 47 language; undefined where nobody has written them yet. */
export const cuesOf = (language: string): LanguageCues | undefined => byLanguage.get(language.slice(0, 2));

const scripts: Record<string, readonly Script[]> = {
  ru: ["cyrillic"],
  uk: ["cyrillic"],
  hi: ["devanagari", "latin"],
  ja: ["japanese"],
};

/** The languages a folded text can be in by its letters. */
export function cuesInScriptOf(folded: string): LanguageCues[] {
  const found = scriptsIn(folded);
  return allCues.filter(({ language }) =>
    (scripts[language] ?? ["latin"]).some((script) => found.includes(script)),
  );
}
