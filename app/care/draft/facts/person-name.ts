import { commitsTheShop } from "#app/care/draft/facts/plain-words.ts";

/** Words inside a family name, lower case wherever they stand but first. */
const PARTICLES: ReadonlySet<string> = new Set(
  "van von der den dem de del dela della di da do dos das du des la las lo los le ten ter te zu zum zur und y e i af av bin ibn".split(
    " ",
  ),
);
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What is put behind a Japanese name, which a greeting adds itself. */
const HONORIFIC = /[\s　]*(?:様|さま|さん|殿|氏|君|くん|ちゃん)$/u;
const NO_PERSON =
  /\b(?:info|office|kontakt|contact|service|support|team|shop|gmbh|ltd|inc|sarl|admin)\b|会社|\(株\)|事務局|サポート|店$|担当/iu;

/** The name as a greeting can use it, or null when the From line holds something that is not a person's name. */
export function personName(from: string): string | null {
  const swapped = from.normalize("NFC").replace(/^([^,]+),\s*([^,]+)$/u, "$2 $1");
  const written = swapped
    .replaceAll(/["“”]/gu, "")
    .replaceAll(/[\s　]+/gu, " ")
    .trim();
  const name = JAPANESE.test(written) ? written.replace(HONORIFIC, "") : written;
  if (!/^\p{L}[\p{L}\p{M}'’.・\- ]{0,58}$/u.test(name) || NO_PERSON.test(name)) return null;
  if (commitsTheShop(name)) return null;
  const words = name.split(" ");
  if (words.filter((word) => !isParticle(word)).length > 4 || words.length > 7) return null;
  return isShouted(name) || name === name.toLowerCase() ? words.map(capitalised).join(" ") : name;
}

/** What to call a friend by. An initial, a title or a particle is no such name; in Japanese it is the family name, which stands first. */
export function firstNameOf(name: string): string {
  const [first = ""] = name.split(" ");
  if (JAPANESE.test(first)) return first;
  return first.length > 2 && !first.endsWith(".") && !isParticle(first) ? first : name;
}

const isParticle = (word: string) => PARTICLES.has(word.toLowerCase());

/** ß has no capital in common use: WEIß is shouted too. */
const isShouted = (name: string) => !/\p{Ll}/u.test(name.replaceAll("ß", ""));

function capitalised(word: string, index: number): string {
  const lower = word.toLowerCase();
  if (index > 0 && PARTICLES.has(lower)) return lower;
  return lower
    .replaceAll(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/^([OD]['’])(\p{L})/u, (_, start: string, letter: string) => start + letter.toUpperCase());
}
