import { fold } from "./fold.ts";
import { indexPatterns, lazily } from "./patterns/pattern-index.ts";
import { riskFlags as names, type RiskFlag } from "./reading.ts";
import { dutchRisks } from "./risk/nl.ts";
import { englishRisks } from "./risk/en.ts";
import { frenchRisks } from "./risk/fr.ts";
import { germanRisks } from "./risk/de.ts";
import { hindiRisks } from "./risk/hi.ts";
import { italianRisks } from "./risk/it.ts";
import { japaneseRisks } from "./risk/ja.ts";
import { otherInjection, otherScripts } from "./risk/other.ts";
import { polishRisks } from "./risk/pl.ts";
import { portugueseRisks } from "./risk/pt.ts";
import type { RiskPatterns } from "./risk/risk-patterns.ts";
import { romanianRisks } from "./risk/ro.ts";
import { russianRisks } from "./risk/ru.ts";
import { spanishRisks } from "./risk/es.ts";
import { swedishRisks } from "./risk/sv.ts";
import { ukrainianRisks } from "./risk/uk.ts";
import { scriptsIn, type Script } from "./scripts.ts";

/** All languages of a script are tried at once, since language detection may be wrong exactly where it matters. */
export const languagesIn: Record<Script, readonly RiskPatterns[]> = {
  latin: [
    englishRisks,
    germanRisks,
    spanishRisks,
    frenchRisks,
    portugueseRisks,
    italianRisks,
    dutchRisks,
    polishRisks,
    romanianRisks,
    swedishRisks,
    hindiRisks,
  ],
  cyrillic: [russianRisks, ukrainianRisks],
  devanagari: [hindiRisks],
  japanese: [japaneseRisks],
};

const indexOf = lazily((languages: readonly RiskPatterns[]) =>
  indexPatterns([
    ...languages.flatMap((language) => names.map((flag) => [flag, inLines(language[flag])] as const)),
    ...(languages === languagesIn.latin ? [["injection", inLines(otherInjection)] as const] : []),
  ]),
);

const inLines = ({ source }: RegExp): RegExp => new RegExp(source, "m");

/**
 * What a person must look at before anything is sent. Tuned for recall: a false alarm costs a look, a miss costs more.
 *
 * @param text up to 20,000 characters of it are read
 */
export function riskFlags(text: string): RiskFlag[] {
  const folded = fold(text.slice(0, 20_000));
  const found = new Set(scriptsIn(folded).flatMap((script) => [...indexOf(languagesIn[script])(folded)]));
  if (otherScripts.test(folded)) found.add("injection");
  return names.filter((flag) => found.has(flag));
}
