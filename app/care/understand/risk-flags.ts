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
import { anothersSuicide, goesAfter, withoutTitles } from "./risk/of-another.ts";
import { otherInjection, otherScripts } from "./risk/other.ts";
import { ownDeath } from "./risk/own-death.ts";
import { polishRisks } from "./risk/pl.ts";
import { portugueseRisks } from "./risk/pt.ts";
import type { RiskPatterns } from "./risk/risk-patterns.ts";
import { romanianRisks } from "./risk/ro.ts";
import { russianRisks } from "./risk/ru.ts";
import { spanishRisks } from "./risk/es.ts";
import { undisguised } from "./risk/undisguised.ts";
import { swedishRisks } from "./risk/sv.ts";
import { ukrainianRisks } from "./risk/uk.ts";
import { violence } from "./risk/violence.ts";
import { scriptsIn, type Script } from "./scripts.ts";

const latin: Record<string, RiskPatterns> = {
  en: englishRisks,
  de: germanRisks,
  es: spanishRisks,
  fr: frenchRisks,
  pt: portugueseRisks,
  it: italianRisks,
  nl: dutchRisks,
  pl: polishRisks,
  ro: romanianRisks,
  sv: swedishRisks,
  hi: hindiRisks,
};
/** All languages of a script are searched at once: what concerns life and limb, or a machine, is believed in any of them. */
export const languagesIn: Record<Script, Record<string, RiskPatterns>> = {
  latin,
  cyrillic: { ru: russianRisks, uk: ukrainianRisks },
  devanagari: { hi: hindiRisks },
  japanese: { ja: japaneseRisks },
};
const believedInAny: readonly RiskFlag[] = ["self_harm", "safety", "injection"];
/** A text of this many letters is hardly taken for a language that it is not in; a shorter one for a related one at most. */
const SURELY_TOLD = 40;
const related = ["es pt it fr ro", "de nl sv", "ru uk"].map((row) => row.split(" "));

/** `bereaved`: by somebody who took their own life. */
type Found = { flag: RiskFlag; language: string; bereaved?: true };

const indexOf = lazily((script: Script) =>
  indexPatterns<Found>([
    ...Object.entries(languagesIn[script]).flatMap(([language, risks]) => [
      ...names.map((flag) => [{ flag, language }, inLines(risks[flag])] as const),
      ...ofAll(language),
    ]),
    ...(script === "latin"
      ? [[{ flag: "injection", language: "und" }, inLines(otherInjection)] as const]
      : []),
  ]),
);

/** What is listed for all languages together. */
function ofAll(language: string): (readonly [Found, RegExp])[] {
  const listed: [Found, RegExp | undefined][] = [
    [{ flag: "vulnerable", language, bereaved: true }, anothersSuicide[language]],
    [{ flag: "self_harm", language }, ownDeath[language]],
    [{ flag: "safety", language }, violence[language]],
  ];
  return listed.flatMap(([found, pattern]) => (pattern ? [[found, inLines(pattern)] as const] : []));
}

const inLines = ({ source }: RegExp): RegExp => new RegExp(source, "m");

/**
 * What a person must look at before anything is sent. Tuned for recall: a false alarm costs a look, a miss costs more.
 *
 * @param text up to 20,000 characters of it are read
 * @param language BCP 47, where it is known: "presse" is the newspapers in German and nothing of the kind in French
 */
export function riskFlags(text: string, language = "und"): RiskFlag[] {
  const folded = withoutTitles(fold(text.slice(0, 20_000)));
  const spoken = languagesOf(language.slice(0, 2), folded);
  const asked = (one: Found) => !spoken || spoken.includes(one.language) || believedInAny.includes(one.flag);
  const found = new Set<RiskFlag>();
  for (const { flag, bereaved } of searched(folded, asked)) {
    found.add(flag);
    if (bereaved && goesAfter.test(folded)) found.add("self_harm");
  }
  if (otherScripts.test(folded) || givesHiddenOrders(folded)) found.add("injection");
  return names.filter((flag) => found.has(flag));
}

const searched = (folded: string, asked?: (one: Found) => boolean): Found[] =>
  scriptsIn(folded).flatMap((script) => [...indexOf(script)(folded, asked)]);

/** Whose words count: the text's own and English, which everybody quotes; undefined where any may be meant. */
function languagesOf(language: string, folded: string): string[] | undefined {
  if (!Object.values(languagesIn).some((languages) => language in languages)) return undefined;
  const family = related.find((languages) => languages.includes(language)) ?? [language];
  return ["en", ...(folded.length >= SURELY_TOLD ? [language] : family)];
}

function givesHiddenOrders(folded: string): boolean {
  const plain = undisguised(folded);
  if (plain === undefined) return false;
  return [...indexOf("latin")(plain)].some(({ flag }) => flag === "injection");
}
