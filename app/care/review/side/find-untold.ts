import { sameFact, type SideFact } from "#app/care/review/side/side-facts.ts";
import { wordsOf } from "#app/care/triage/words-in.ts";
import { asciiDigits } from "#app/lib/ascii-digits.ts";

/**
 * What a text to a third party says of the shopper that nobody chose to tell, pure: a name, an address, a telephone number, in any script
 * and however it is written. `told`: the ids that were ticked.
 */
export function findUntold(text: string, facts: readonly SideFact[], told: readonly string[]): SideFact[] {
  const chosen = new Set(facts.filter(({ id }) => told.includes(id)).map((fact) => sameFact(fact)));
  const said: Said = {
    words: plainWords(text),
    letters: lettersOf(text),
    digits: digitsOf(text),
  };
  return facts.filter((fact) => fact.personal && !chosen.has(sameFact(fact)) && isSaid(fact, said));
}

/** `letters`: as they stand there, but in small ones. */
type Said = { words: readonly string[]; letters: string; digits: string };

/** Shorter parts of a name are other words, too; in scripts without spaces two signs are a name. */
const SHORTEST_NAME = 3;
const SHORTEST_SIGNS = 2;
/** A shorter postcode is any number. */
const SHORTEST_POSTCODE = 4;
const SHORTEST_NUMBER = 6;

function isSaid({ kind, value }: SideFact, said: Said): boolean {
  switch (kind) {
    case "name":
      // With the ending of a genitive, as in German.
      return namesIn(value).some(
        (name) => stands(said.words, name) || stands(said.words, `${name}s`) || standsBent(said.words, name),
      );
    case "address":
      return placesIn(value).some((place) => stands(said.words, place));
    case "email":
      return said.letters.includes(lettersOf(value).trim());
    case "phone":
      return namesNumber(value, said.digits);
    case "order":
    case "placed":
    case "items":
    case "carrier":
    case "tracking":
    case "link":
      return false;
  }
}

/** The whole name, in either order, and each part of it that is long enough to say who is meant; what a hyphen joins, also as one. */
function namesIn(value: string): string[] {
  const parts = value.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const long = [...parts, ...value.split(/\s+/u)].filter((part) => {
    const signs = wordsOf(part);
    return signs.length >= SHORTEST_SIGNS || Array.from(signs.join("")).length >= SHORTEST_NAME;
  });
  // Written in one, a name in Han signs has the family's at its beginning and the own one at its end.
  const halves = parts
    .filter((part) => HAN_NAME.test(part))
    .flatMap((part) => [part.slice(0, 2), part.slice(-2)]);
  return [parts.join(" "), parts.toReversed().join(" "), ...long, ...halves]
    .map(joined)
    .filter((name) => Array.from(name).length >= SHORTEST_NAME || SIGNS.test(name));
}

const HAN_NAME = /^\p{Script=Han}{3,}$/u;
const SIGNS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

/** The cases of Russian and Ukrainian, as `fold` writes them: without the mark of an й. */
const CASES = new Set(
  "а я у ю ы и і е о ь ои еи ою ею ем ом ым им ого его ому ему ая яя ую юю ии ыи ых их ами ями ыми ими ові еві".split(
    " ",
  ),
);
const STEM_ENDS = [/[аяоеиіь]$/u, /(?:[иыоі]и|ая|яя)$/u];
const SHORTEST_STEM = 2;

/** Whether a name in Cyrillic stands there in another case. */
function standsBent(words: readonly string[], name: string): boolean {
  if (!/^\p{Script=Cyrillic}+$/u.test(name)) return false;
  const stems = [name, ...STEM_ENDS.map((end) => name.replace(end, ""))].filter(
    (stem) => stem.length >= SHORTEST_STEM,
  );
  return words.some((word) =>
    stems.some((stem) => word.startsWith(stem) && CASES.has(word.slice(stem.length))),
  );
}

/** The street with its number, before it or after it, and each other line that has a number in it: a postcode, a flat. */
function placesIn(value: string): string[] {
  const [street = "", ...others] = value.split("\n");
  const words = plainWords(street);
  const turned = [
    ...(isNumber(words.at(0)) ? [[...words.slice(1), ...words.slice(0, 1)]] : []),
    ...(isNumber(words.at(-1)) ? [[...words.slice(-1), ...words.slice(0, -1)]] : []),
  ];
  const numbered = others.filter((line) => /\p{N}/u.test(line)).map(joined);
  return [
    ...[words, ...turned].map((one) => one.join("")),
    ...numbered.filter((place) => place.length >= SHORTEST_POSTCODE),
  ].filter(Boolean);
}

const isNumber = (word: string | undefined): boolean => word !== undefined && /^\p{N}/u.test(word);

/** Whether words that follow each other make up what is looked for, wherever a space or a hyphen stands between them. */
function stands(words: readonly string[], sought: string): boolean {
  return words.some((_, first) => {
    let said = "";
    for (let at = first; at < words.length && said.length < sought.length; at++) said += words[at];
    return said === sought;
  });
}

const plainWords = (text: string): string[] => wordsOf(asciiDigits(text)).map(plainWord);
const joined = (text: string): string => plainWords(text).join("");

/** An umlaut may be written with an e, and a street in short. */
const plainWord = (word: string): string =>
  (SHORT[word] ?? word).replace(/strasse$/u, "str").replaceAll(/([aou])e/gu, "$1");

const SHORT: Readonly<Record<string, string>> = {
  street: "st",
  avenue: "ave",
  road: "rd",
  boulevard: "blvd",
};

const lettersOf = (text: string): string => text.normalize("NFKC").toLowerCase();
const digitsOf = (text: string): string => asciiDigits(text).replaceAll(/\D/gu, "");

/** A telephone number is the same with and without its country: what it ends with is compared. */
function namesNumber(value: string, digits: string): boolean {
  const own = digitsOf(value).slice(-8);
  return own.length >= SHORTEST_NUMBER && digits.includes(own);
}
