type Sentence = { text: string };
export type Placed<S extends Sentence> = { sentence: S; index: number; onNewLine: boolean };

/** The sentences in the paragraphs and lines they have in `text`, which is what the shopper will read. */
export function paragraphs<S extends Sentence>(text: string, sentences: readonly S[]): Placed<S>[][] {
  const grouped: Placed<S>[][] = [];
  let end = 0;
  sentences.forEach((sentence, index) => {
    const start = text.indexOf(sentence.text, end);
    const gap = start === -1 ? "" : text.slice(end, start);
    if (start !== -1) end = start + sentence.text.length;
    const placed = { sentence, index, onNewLine: gap.includes("\n") };
    const last = grouped.at(-1);
    if (!last || /\n\s*\n/.test(gap)) grouped.push([{ ...placed, onNewLine: false }]);
    else last.push(placed);
  });
  return grouped;
}
