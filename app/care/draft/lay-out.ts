import { joinSentences } from "#app/care/draft/catalogue/grammar.ts";
import { sentenceStages, type Sentence } from "#app/care/draft/draft.ts";

/** The text of a reply, from its sentences: a paragraph per stage; the greeting and the close stand alone. */
export function layOut(sentences: readonly Sentence[], language: string): string {
  return sentenceStages
    .map((stage) => sentences.filter((sentence) => sentence.stage === stage).map(({ text }) => text))
    .filter((texts) => texts.length > 0)
    .map((texts, index, all) =>
      index === all.length - 1 ? texts.join("\n\n") : joinSentences(texts, language),
    )
    .join("\n\n");
}
