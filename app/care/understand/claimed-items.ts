import type { ClaimWords } from "./claim-words/claim-words.ts";
import { silent, type ClaimRecord, type Evidence, type Stated } from "./claim-record.ts";
import { fold, type Sentence } from "./fold.ts";
import { smallNumber } from "./number-words.ts";
import type { RecordedOrder } from "./record-events.ts";

type Line = RecordedOrder["lines"][number];
type KnownLine = { line: Line; words: string[]; evidence: Evidence };

const LONG_WORD = 4;
const COUNTED_WORD = 3;
const ENDING = 2;
/** A title's words that name it when the title has more. */
const NAMES = 2;
/** Scripts that write words short and without spaces. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const TOO_MANY = 99;
const LOOK_BACK = 3;

/** A product in quotation marks. */
const quoted = /"([^"]{3,60})"/;
/** English writes only names with capitals: "I ordered the Alpine Jacket". */
const capitals =
  /\b(?:ordered|bought|purchased)\s+(?:an?|the|my|one|two|three|\d{1,2})\s+((?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Black|Cyber)[A-Z][\w'-]{1,20}(?:\s+[A-Z][\w'-]{1,20}){1,4})/;
/** Words for pieces of any kind, in every language. */
const piece =
  /^(?:items?|pieces?|articles?|products?|pairs?|artikel\w*|stuck|teile?|articulos?|productos?|articles?|produits?|artigos?|itens|produtos?|articoli|prodotti|artikelen|stuks|sztuk\w*|produkt\w*|штук\w*|шт|товар\w*|bucati|produse|varor|आइटम|चीजें)$/;

/** The lines of an order with the words that name each; read once a message. */
export function knownLines(order: RecordedOrder | null): KnownLine[] {
  return (order?.lines ?? []).slice(0, 50).map((line) => ({
    line,
    words: fold(line.title).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
    evidence: { entity: "line", id: line.id, shows: `${line.quantity} × ${line.title}` },
  }));
}

/** Products and quantities that the sentence names, against the order's lines. */
export function claimedItems(
  sentence: Sentence,
  words: ClaimWords,
  given: { lines: KnownLine[]; record: ClaimRecord },
): Stated[] {
  const { lines, record } = given;
  const named = lines.filter((line) => names(sentence.folded, line));
  const items = named.map(({ line, evidence }): Stated => ({
    kind: "item_name",
    claim: `it is about ${line.title}`,
    verdict: "agrees",
    evidence: [evidence],
  }));
  if (!words.ordered.test(sentence.folded)) return items;
  const other = items.length === 0 ? otherName(sentence) : undefined;
  if (other) items.push({ kind: "item_name", claim: `they ordered "${other}"`, ...against(other, lines) });
  return [...items, ...quantities(sentence.folded, { lines, named, record })];
}

function names(folded: string, { words }: KnownLine): boolean {
  const long = words.filter((word) => word.length >= LONG_WORD || unspaced.test(word));
  // "Blue Mug" is named by both its words: half of the world is blue.
  const naming = long.length >= NAMES ? long : words.filter((word) => word.length >= COUNTED_WORD);
  const counted = naming.length > 0 ? naming : long;
  if (counted.length === 0) return false;
  return counted.filter((word) => says(folded, word)).length >= Math.min(NAMES, counted.length);
}

/** A short word must stand alone ("mug", never "smug"), or with an ending. */
function says(folded: string, word: string): boolean {
  const at = folded.indexOf(word);
  if (at < 0 || word.length >= LONG_WORD || unspaced.test(word)) return at >= 0;
  return (folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).some(
    (token) => token.startsWith(word) && token.length <= word.length + ENDING,
  );
}

function otherName({ text, folded }: Sentence): string | undefined {
  const name = quoted.exec(folded)?.[1] ?? capitals.exec(text)?.[1];
  return name && /\p{L}{3}/u.test(name) && !name.includes("@") ? name.trim() : undefined;
}

/** A name that shares a word with a line may be that line under another name; one that shares none is not in the order. */
function against(name: string, lines: KnownLine[]): Pick<Stated, "verdict" | "evidence"> {
  if (lines.length === 0) return silent;
  const said = fold(name);
  const like = lines.filter(({ words }) =>
    words.some((word) => word.length >= COUNTED_WORD && said.includes(word)),
  );
  return like.length > 0
    ? { verdict: "unknown", evidence: like.map(({ evidence }) => evidence) }
    : { verdict: "conflicts", evidence: lines.slice(0, 5).map(({ evidence }) => evidence) };
}

type Counted = { lines: KnownLine[]; named: KnownLine[]; record: ClaimRecord };

/** "Two wool blankets", "3 items": how many of a line, or of all, the sentence says were ordered. */
function quantities(folded: string, { lines, named, record }: Counted): Stated[] {
  const tokens = folded.match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  for (const [at, token] of tokens.entries()) {
    const line = named.find(({ words }) => words.some((word) => isWord(token, word)));
    if (!line && !piece.test(token)) continue;
    const count = countBefore(tokens, at);
    if (count === undefined) continue;
    const claim = `they ordered ${count}`;
    if (line) {
      const verdict = line.line.quantity === count ? "agrees" : "conflicts";
      return [
        { kind: "quantity", claim: `${claim} of ${line.line.title}`, verdict, evidence: [line.evidence] },
      ];
    }
    if (!record.order || lines.length === 0) return [{ kind: "quantity", claim, ...silent }];
    const all = lines.reduce((sum, { line: { quantity } }) => sum + quantity, 0);
    const verdict = count === all || count === lines.length ? "agrees" : "conflicts";
    return [
      {
        kind: "quantity",
        claim: `${claim} items`,
        verdict,
        evidence: lines.slice(0, 5).map(({ evidence }) => evidence),
      },
    ];
  }
  return [];
}

const isWord = (token: string, word: string): boolean =>
  word.length >= COUNTED_WORD &&
  token.length >= COUNTED_WORD &&
  (token.startsWith(word) || word.startsWith(token));

/** The number right before a word, adjectives between; "a" and "one" count nothing. */
function countBefore(tokens: string[], at: number): number | undefined {
  for (const token of tokens.slice(Math.max(0, at - LOOK_BACK), at).toReversed()) {
    const number = smallNumber(token);
    if (number !== undefined) return number > 1 && number <= TOO_MANY ? number : undefined;
  }
  return undefined;
}
