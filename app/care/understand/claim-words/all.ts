import { scriptOf } from "../cause-patterns.ts";
import type { ClaimWords } from "./claim-words.ts";
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

export const allClaimWords: readonly ClaimWords[] = [
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
const byLanguage = new Map(allClaimWords.map((words) => [words.language, words]));
const byScript = Map.groupBy(allClaimWords, ({ language }) =>
  language === "ru" || language === "uk"
    ? "cyrillic"
    : language === "hi" || language === "ja"
      ? "other"
      : "latin",
);

/** The words of a BCP 47 language; undefined where nobody has written them yet. */
export const claimWordsOf = (language: string): ClaimWords | undefined =>
  byLanguage.get(language.slice(0, 2));

/** The languages that share the script of a folded text. */
export const claimWordsLike = (folded: string): readonly ClaimWords[] => byScript.get(scriptOf(folded)) ?? [];
