import { fold } from "#app/care/understand/fold.ts";
import type { Address } from "#app/mirror/order-person.ts";

/** Countries that carriers and shoppers may each call by the other's name. */
const TOGETHER = [
  "US PR VI GU AS MP UM",
  "GB IM JE GG",
  "FR GP MQ GF RE YT PM BL MF NC PF WF MC",
  "NL AW CW SX BQ",
  "DK GL FO",
  "ES IC EA AD GI",
  "CN HK MO TW",
  "IT SM VA",
  "CH LI",
  "FI AX",
  "NO SJ",
  "AU CX CC NF",
  "RS XK",
  "IL PS",
].map((codes) => codes.split(" "));
/** One city in several languages, a row each; folded. */
const NAMES = `
koln cologne colonia keulen
munchen munich monaco-di-baviera
nurnberg nuremberg norimberga
wien vienna vienne viena wenen
praha prague prag praga
milano milan mailand milao
roma rome rom
venezia venice venedig venise
firenze florence florenz florencia
torino turin
napoli naples neapel
genova genoa genua
geneve geneva genf ginevra
basel basle bale basilea
bern berne berna
luzern lucerne lucerna
bruxelles brussels brussel
antwerpen antwerp anvers amberes
gent ghent gand
liege luik luttich
lisboa lisbon lissabon lisbonne
porto oporto
sevilla seville
zaragoza saragossa
warszawa warsaw warschau varsovie varsovia
krakow cracow krakau cracovie
gdansk danzig
wroclaw breslau
kobenhavn copenhagen kopenhagen copenhague
goteborg gothenburg
helsinki helsingfors
athina athens athen
moskva moscow moskau
kyiv kiev kiew
bucuresti bucharest bukarest
beograd belgrade belgrad
thessaloniki saloniki
lille rijsel
strasbourg strassburg
marseille marseilles
lyon lyons
s-gravenhage the-hague den-haag la-haye
tokyo tokio
mexico-city ciudad-de-mexico cdmx
new-york new-york-city manhattan brooklyn bronx queens staten-island`
  .trim()
  .split("\n")
  .map((row) => row.split(" ").map((name) => joined(plainCity(name))));
/** Words of many names: two cities that share no more are not the same. */
const COMMON = new Set(
  "saint sankt santa santo sint north south east west nord sued west ouest norte upper lower ober unter nieder neue neuf nova nuevo great grand gross klein city town ville stadt village park lake port fort mount castle beach hill hills springs heights san los las the main bad burg".split(
    " ",
  ),
);

/** An event's place against an address: true where they cannot be the same; false where they may, or where one is not known. */
export function isElsewhere(
  { city, country }: { city: string | null; country: string | null },
  address: Address,
): { country: boolean; city: boolean } {
  const [here, there] = [countryCode(country), countryCode(address.countryCode ?? address.country)];
  if (here !== null && there !== null && !areTogether(here, there)) return { country: true, city: true };
  return { country: false, city: city !== null && Boolean(address.city) && !isIn(city, address) };
}

const areTogether = (one: string, other: string) =>
  one === other || TOGETHER.some((group) => group.includes(one) && group.includes(other));

/** Carriers name a suburb, the town before it, the post town or the province. */
function isIn(city: string, { city: own, province, address1, address2 }: Address): boolean {
  const here = plainCity(city);
  if (here === "") return true;
  return [own, province, address1, address2].some((part) => part != null && isLike(here, plainCity(part)));
}

function isLike(one: string, other: string): boolean {
  if (other === "") return false;
  if (isLatin(one) !== isLatin(other)) return true; // 東京 and Tokyo: nothing is known
  const [a, b] = [joined(one), joined(other)];
  if (a === b || (Math.min(a.length, b.length) >= 3 && (a.includes(b) || b.includes(a)))) return true;
  if (NAMES.some((names) => names.some((name) => isNamed(a, name)) && names.some((name) => isNamed(b, name))))
    return true;
  const words = new Set(other.split(" ").filter((word) => word.length >= 4 && !COMMON.has(word)));
  return one.split(" ").some((word) => words.has(word)) || isMisspelt(a, b);
}

/** A short name may be a part of another: "rom" is not in "bromley". */
const isNamed = (city: string, name: string) => (name.length < 5 ? city === name : city.includes(name));

/** Folded, without districts' numbers; ü written as ue is ü. */
function plainCity(text: string): string {
  return fold(text)
    .replaceAll(/\b(?:cedex|st)\b/g, (word) => (word === "st" ? "saint" : ""))
    .replaceAll(/[aou]e/g, (pair) => pair[0] ?? "")
    .replaceAll(/[^\p{L}]+/gu, " ")
    .trim();
}
function joined(text: string): string {
  return text.replaceAll(" ", "");
}
const isLatin = (text: string) => /[a-z]/.test(text);

/** One letter more, less or other in a name of at least five, two in one of at least nine. */
function isMisspelt(a: string, b: string): boolean {
  const allowed = Math.min(a.length, b.length) >= 9 ? 2 : Math.min(a.length, b.length) >= 5 ? 1 : 0;
  return Math.abs(a.length - b.length) <= allowed && distance(a, b) <= allowed;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const OTHER_NAMES: Record<string, string> = {
  uk: "GB",
  usa: "US",
  "united states of america": "US",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  holland: "NL",
  "the netherlands": "NL",
  "czech republic": "CZ",
  "korea republic of": "KR",
  "south korea": "KR",
  "russian federation": "RU",
  turkey: "TR",
  "hong kong": "HK",
  "viet nam": "VN",
};
const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt"];
let names: Map<string, string> | undefined;

/** The code of a country that is written as a code or as a name in one of the shops' languages; null where it is neither. */
export function countryCode(text: string | null | undefined): string | null {
  const given = text?.trim() ?? "";
  if (/^[a-z]{2}$/i.test(given)) {
    const code = given.toUpperCase();
    return code === "UK" ? "GB" : code;
  }
  if (given === "") return null;
  names ??= countryNames();
  return names.get(plainName(given)) ?? null;
}

const plainName = (text: string) =>
  fold(text)
    .replaceAll(/[^\p{L}\s]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

function countryNames(): Map<string, string> {
  const found = new Map(Object.entries(OTHER_NAMES));
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  // Codes that were given up (FX, DD) stand for those of today.
  const codes = letters.flatMap((first) =>
    letters.map((second) => [first + second, new Intl.Locale(`und-${first}${second}`).region ?? ""] as const),
  );
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const [code, today] of codes) {
      const name = display.of(code);
      if (name) found.set(plainName(name), today);
    }
  }
  return found;
}
