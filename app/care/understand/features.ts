/**
 * Text → hashed features, the same for every embedded model (trained by `scripts/train.ts`):
 * word 1- and 2-grams with negation marks, and character 3- to 5-grams inside words (1 to 3 in
 * scripts written without spaces), which forgive typos and inflection.
 */

import { countCapitals, countLetters, hasCapitals, hasDrawn } from "./letters.ts";

/** Hashes before masking. Words and character grams are normalised apart, so long words cannot drown short ones. */
export type Features = { words: Uint32Array; chars: Uint32Array };

const TOKEN =
  /\p{Extended_Pictographic}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{M}]+(?:['’][\p{L}]+)*|\p{N}+|[!?]+|[:;=]-?[()DPp/|]/gu;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** All before it are written with spaces: a quick look spares most tokens the closer one. */
const FIRST_UNSPACED = 0x2e80;
const NEGATION = new Set(
  (
    "not no never none nothing neither nor without hardly barely cannot cant wont dont doesnt didnt isnt wasnt arent werent couldnt wouldnt " +
    "shouldnt havent hasnt hadnt kein keine keinen keiner keinem nicht nie niemals nichts ohne ne pas jamais rien aucun aucune sans nunca nada " +
    "ningún ninguna ninguno sin não nem jamais sem nenhum nenhuma non mai niente senza niet geen nooit niets zonder nie nu nici inte aldrig " +
    "не нет никогда ничего ні ніколи नहीं"
  ).split(" "),
);
const NEGATED_TOKENS = 3;

/** Lower case, links and addresses as one word each, letters repeated three times or more cut to two. */
export function normalise(text: string): string {
  if (lastNormal?.text !== text) lastNormal = { text, normal: normalised(text) };
  return lastNormal.normal;
}

/** Several models are asked about one text in a row. */
let lastNormal: { text: string; normal: string } | undefined;

function normalised(text: string): string {
  let normal = text.slice(0, 20_000).normalize("NFKC").toLowerCase();
  if (normal.includes("http") || normal.includes("www."))
    normal = normal.replace(/https?:\/\/\S+|www\.\S+/g, " urltoken ");
  if (normal.includes("@")) normal = normal.replace(/\S+@\S+\.\S+/g, " mailtoken ");
  if (normal.includes("[")) normal = normal.replace(/\[(?:name|religion)\]/g, " nametoken ");
  if (normal.includes("’")) normal = normal.replaceAll("’", "'");
  return hasDrawn(normal) ? normal.replace(/(\p{L})\1{2,}/gu, "$1$1") : normal;
}

/** Marks that the letters alone lose: shouting, drawn-out words, repeated punctuation. */
export function styleMarks(text: string): readonly string[] {
  if (lastMarks?.text !== text) lastMarks = { text, marks: marksOf(text) };
  return lastMarks.marks;
}

let lastMarks: { text: string; marks: readonly string[] } | undefined;

function marksOf(text: string): string[] {
  const marks: string[] = [];
  const letters = countLetters(text);
  const capitals = countCapitals(text);
  if (letters >= 8 && capitals / letters > 0.6) marks.push("mark:shouting");
  else if (hasCapitals(text, 3) && /(?:^|\s)\p{Lu}{3,}(?=[\s!?.]|$)/u.test(text)) marks.push("mark:capitals");
  if (hasDrawn(text) && /(\p{L})\1{2,}/u.test(text)) marks.push("mark:drawn");
  if (text.includes("!!")) marks.push("mark:exclaim");
  if (text.includes("?") && /\?{2}|\?!|!\?/.test(text)) marks.push("mark:ask");
  if (text.includes("...") || text.includes("…")) marks.push("mark:trailing");
  return marks;
}

export function tokenise(text: string): string[] {
  return normalise(text).match(TOKEN) ?? [];
}

let last: { text: string; features: Features } | undefined;

/** A text's features, and a mark of its language for the models that learnt with it. */
export function features(text: string, language?: string): Features {
  if (last?.text !== text) last = { text, features: hashed(text) };
  if (!language) return last.features;
  const { words, chars } = last.features;
  const marked = new Uint32Array(words.length + 1);
  marked.set(words);
  marked[words.length] = hash(`lang:${language}`, WORD);
  return { words: marked, chars };
}

function hashed(text: string): Features {
  const tokens = tokenise(text);
  let previous = "<s>";
  let negated = 0;
  for (const token of tokens) {
    words.add(hash(token, WORD));
    words.add(hash(token, hash(previous, PAIR)));
    if (negated > 0) words.add(hash(token, NEGATED));
    negated = nextNegated(token, negated);
    addGrams(token, chars);
    previous = token;
  }
  for (const mark of styleMarks(text)) words.add(hash(mark, WORD));
  return { words: words.take(), chars: chars.take() };
}

function nextNegated(token: string, negated: number): number {
  const whole = token.includes("'") ? token.replace(/'/g, "") : token;
  if (NEGATION.has(whole) || token.endsWith("n't")) return NEGATED_TOKENS;
  return token.startsWith("!") || token.startsWith("?") ? 0 : Math.max(0, negated - 1);
}

function addGrams(token: string, into: Hashes): void {
  const unspaced = token.charCodeAt(0) >= FIRST_UNSPACED && UNSPACED.test(token);
  const shortest = unspaced ? 1 : 3;
  const longest = unspaced ? 3 : 5;
  const length = unspaced ? token.length : token.length + 2;
  if (codes.length < length) codes = new Uint16Array(length * 2);
  const first = unspaced ? 0 : 1;
  for (let at = 0; at < token.length; at++) codes[first + at] = token.charCodeAt(at);
  if (!unspaced) {
    codes[0] = BEGIN;
    codes[length - 1] = END;
  }
  for (let start = 0; start < length; start++) {
    let value = CHARS;
    const end = Math.min(length, start + longest);
    for (let at = start; at < end; at++) {
      value = step(value, codes[at] as number);
      if (at - start + 1 >= shortest) into.add(finish(value));
    }
  }
}

/** A token between `^` and `$`, letter by letter; used again for every token. */
let codes = new Uint16Array(64);
const BEGIN = "^".charCodeAt(0);
const END = "$".charCodeAt(0);

const WORD = 0x811c9dc5;
const PAIR = 0x2f0b4c47;
const NEGATED = 0x5bd1e995;
const CHARS = 0x1b873593;

const step = (value: number, code: number): number => Math.imul(value ^ code, 0x01000193);
const finish = (value: number): number => {
  const mixed = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
};

function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = step(value, text.charCodeAt(at));
  return finish(value);
}

/** A growing array of hashes, used again for every text; repeats count, so emphasis by repetition is kept. */
class Hashes {
  #values = new Uint32Array(2_048);
  #size = 0;

  add(value: number): void {
    if (this.#size === this.#values.length) {
      const larger = new Uint32Array(this.#size * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#size++] = value;
  }

  /** What was added so far; then there is nothing. */
  take(): Uint32Array {
    const taken = this.#values.slice(0, this.#size);
    this.#size = 0;
    return taken;
  }
}

const words = new Hashes();
const chars = new Hashes();
