import { fold } from "./fold.ts";
import { riskFlags as names, type RiskFlag } from "./reading.ts";
import { byFirstLetter } from "./risk/by-first-letter.ts";
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
const languagesIn: Record<Script, readonly RiskPatterns[]> = {
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

/** V8 runs very long patterns slowly, so English and what follows it are searched apart. */
const LONGEST_PATTERN = 12_000;

const patterns = Object.fromEntries(
  Object.entries(languagesIn).map(([script, languages]) => [script, joined(languages, script as Script)]),
) as Record<Script, Record<RiskFlag, RegExp[]>>;

/** A pattern or two a flag, so that a text is not gone through once for every language. */
function joined(languages: readonly RiskPatterns[], script: Script): Record<RiskFlag, RegExp[]> {
  return Object.fromEntries(
    names.map((flag) => {
      const sources = languages.map((language) => language[flag].source);
      if (flag === "injection" && script === "latin") sources.push(otherInjection.source);
      return [flag, together(sources, script)];
    }),
  ) as Record<RiskFlag, RegExp[]>;
}

function together(sources: string[], script: Script): RegExp[] {
  const [first = "", ...rest] = sources;
  const all = sources.join("|").length > LONGEST_PATTERN ? [[first], rest] : [sources];
  return all.map((part) => new RegExp(script === "latin" ? byFirstLetter(part) : part.join("|"), "m"));
}

/**
 * What a person must look at before anything is sent. Tuned for recall: a false alarm costs a look, a miss costs more.
 *
 * @param text up to 20,000 characters of it are read
 */
export function riskFlags(text: string): RiskFlag[] {
  const folded = fold(text.slice(0, 20_000));
  const scripts = scriptsIn(folded);
  return names.filter(
    (flag) =>
      scripts.some((script) => patterns[script][flag].some((pattern) => pattern.test(folded))) ||
      (flag === "injection" && otherScripts.test(folded)),
  );
}
