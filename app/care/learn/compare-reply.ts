import type { Sentence } from "#app/care/draft/draft.ts";
import { soughtIn, unitsOf } from "#app/care/draft/guard/units.ts";
import { similarity, squeezed } from "#app/care/learn/similar.ts";

/** One thing a person changed. `greeting` and `sign_off` stand alone; a sentence was reworded, taken out, or is new. */
export type Change =
  | { what: "greeting" | "sign_off" | "reworded"; before: Sentence; after: string }
  | { what: "removed"; before: Sentence; after: null }
  | { what: "added"; before: null; after: string };

/** From here on two sentences are one in other words. */
const SAME_SENTENCE = 0.4;
const LONGEST_FORMULA = 120;
const MOST_LINES = 3;

/**
 * What a person made of the drafted sentences, pure. Sentences are found as the guard finds them: as they were, or with other digits.
 * Of the others each that was taken out is paired with the new one that is most like it.
 */
export function compareReply(sentences: Sentence[], sent: string): Change[] {
  const units = unitsOf(sent, soughtIn(sentences));
  const found = new Set(units.map(({ index }) => index));
  const digits = units.flatMap(({ sentence, text }): Change[] =>
    sentence && text !== sentence.text ? [{ what: "reworded", before: sentence, after: text }] : [],
  );
  const removed = sentences.filter((_, index) => !found.has(index));
  const added = units.filter(({ sentence }) => sentence === undefined).map(({ text }) => text);
  const formulas = [...greetingIn(sent, { removed, added }), ...signOffIn(sent, { removed, added })];
  const changes = [...formulas, ...digits, ...pairs(removed, added)];
  return changes.filter(
    ({ before, after }) => !before || !after || squeezed(before.text) !== squeezed(after),
  );
}

type Left = { removed: Sentence[]; added: string[] };

/** The first line, where it greets in the place of the drafted greeting; taken out of what is left. */
function greetingIn(sent: string, left: Left): Change[] {
  const [line = ""] = sent.trim().split("\n");
  const before = left.removed.find(({ stage }) => stage === "greeting");
  const after = line.trim();
  if (!before || after.length > LONGEST_FORMULA / 2 || /[.?。？]$/u.test(after)) return [];
  if (!take(left.added, [after])) return [];
  left.removed.splice(left.removed.indexOf(before), 1);
  return [{ what: "greeting", before, after }];
}

/** The last paragraph, where it closes in the place of the drafted close. */
function signOffIn(sent: string, left: Left): Change[] {
  const before = left.removed.findLast(({ stage }) => stage === "close");
  const lines = (
    sent
      .trim()
      .split(/\n\s*\n/u)
      .at(-1) ?? ""
  )
    .split("\n")
    .map((line) => line.trim());
  const after = lines.join("\n");
  const isFormula = lines.length <= MOST_LINES && after.length <= LONGEST_FORMULA && !/[?？]/u.test(after);
  if (!before || !isFormula || left.removed.at(-1) !== before || !take(left.added, lines)) return [];
  left.removed.splice(left.removed.indexOf(before), 1);
  return [{ what: "sign_off", before, after }];
}

/** Takes these pieces out of the list; nothing where one of them is not in it. */
function take(list: string[], pieces: string[]): boolean {
  const places = pieces.map((piece) => list.indexOf(piece));
  if (places.includes(-1)) return false;
  for (const piece of pieces) list.splice(list.indexOf(piece), 1);
  return true;
}

/** Most alike first, each sentence once. */
function pairs(removed: Sentence[], added: string[]): Change[] {
  const candidates = removed
    .flatMap((before) => added.map((after) => ({ before, after, alike: similarity(before.text, after) })))
    .filter(({ alike }) => alike >= SAME_SENTENCE)
    .toSorted((a, b) => b.alike - a.alike);
  const [gone, come] = [new Set<Sentence>(), new Set<string>()];
  const reworded: Change[] = [];
  for (const { before, after } of candidates) {
    if (gone.has(before) || come.has(after)) continue;
    gone.add(before);
    come.add(after);
    reworded.push({ what: "reworded", before, after });
  }
  return [
    ...reworded,
    ...removed
      .filter((before) => !gone.has(before))
      .map((before): Change => ({ what: "removed", before, after: null })),
    ...added
      .filter((after) => !come.has(after))
      .map((after): Change => ({ what: "added", before: null, after })),
  ];
}
