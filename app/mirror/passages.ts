import { createHash } from "node:crypto";

/** A stretch of a policy or an article that says one thing. Its id is made of what it says: an edit elsewhere does not change it. */
export type Passage = { id: string; heading: string; body: string };

/** `policy` SHIPPING_POLICY, or `article` or `answer` and its id. */
export type PassageSource = { kind: "policy" | "article" | "answer"; id: string };

const LONGEST = 500;
const LONGEST_HEADING = 80;
/** A shop's policies have dozens of passages; a text without end is cut. */
const MOST = 200;

/** Splits plain text, paragraphs apart by an empty line, into passages, pure. A short line without an end is a heading. */
export function passagesOf(source: PassageSource, text: string): Passage[] {
  const passages = new Map<string, Passage>();
  let heading = "";
  for (const paragraph of text.split(/\n\s*\n/u)) {
    const plain = paragraph.replaceAll(/[ \t\u00a0]+/gu, " ").trim();
    if (plain === "") continue;
    if (isHeading(plain)) {
      heading = plain;
      continue;
    }
    for (const body of pieces(plain)) {
      const id = `${source.kind}:${source.id}:${fingerprint(`${heading}\n${body}`)}`;
      passages.set(id, { id, heading, body });
    }
  }
  return [...passages.values()].slice(0, MOST);
}

const isHeading = (text: string) =>
  text.length <= LONGEST_HEADING && !/[.!?:;,。！？\n]$|^[-–•*]|\n/u.test(text) && !/\d/u.test(text);

/** Whole sentences, up to a length that can be quoted. */
function pieces(paragraph: string): string[] {
  if (paragraph.length <= LONGEST) return [paragraph];
  const found: string[] = [];
  for (const sentence of sentencesOf(paragraph)) {
    const last = found.at(-1);
    if (last !== undefined && last.length + sentence.length <= LONGEST)
      found[found.length - 1] = last + sentence;
    else found.push(sentence);
  }
  return found.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/** Sentences with what stands between them, in whatever language. */
export function sentencesOf(text: string): string[] {
  return [...SENTENCES.segment(text)].map(({ segment }) => segment);
}
const SENTENCES = new Intl.Segmenter("und", { granularity: "sentence" });

const fingerprint = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);
