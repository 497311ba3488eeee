import { composeDraft } from "#app/care/draft/compose-draft.ts";
import type { AnswerSentence } from "#app/care/draft/model/answer.ts";
import { briefFor, type Brief, type ToSay } from "#app/care/draft/model/brief.ts";
import { draftByModel } from "#app/care/draft/model/draft-by-model.ts";
import { detectLanguage } from "#app/care/understand/detect-language.ts";
import { isLocked } from "../labelled-messages.ts";
import { shareRow, type Row } from "../row.ts";
import { draftCases } from "./cases.ts";
import { draftInput } from "./draft-input.ts";

/**
 * False alarms of the rules for a model's words: in every case in which one is asked, an answer that says what the composer does, word for
 * word, with placeholders for the values. What is left out or set aside of it was said in the shop's own words.
 */
export function saidByModelRows(): { rows: Row[]; misses: string[] } {
  const judged = draftCases().flatMap((given) => {
    const input = draftInput(given);
    const drafted = composeDraft(input);
    const brief = briefFor(input, drafted);
    if (!brief) return [];
    const said = { brief, answer: answerOf(brief), languageOf: detectLanguage };
    const made = draftByModel(input, drafted, said);
    const whole = made.outcome === "written" && !made.content.checks.some(({ rule }) => rule === "model");
    return [{ id: given.id, whole, why: made.outcome === "written" ? "left out" : JSON.stringify(made) }];
  });
  return {
    rows: [
      shareRow(
        "the composer's words as a model's answer: drafts that stay whole",
        judged.map(({ whole }) => whole),
      ),
    ],
    misses: judged.flatMap(({ id, whole, why }) =>
      whole || isLocked(id) ? [] : [`not whole: ${id}: ${why}`],
    ),
  };
}

function answerOf(brief: Brief) {
  return {
    options: [],
    sentences: [
      ...brief.say.map((one) => asWritten(brief, one)),
      ...brief.fixed.map(({ id }): AnswerSentence => ({
        text: `{${id}}`,
        kind: "fixed",
        cites: [],
        stage: "next",
      })),
    ],
  };
}

/** As a model writes it: the longest value first, since one may stand in another. */
function asWritten({ facts }: Brief, { sentence, facts: cites }: ToSay): AnswerSentence {
  const values = facts
    .filter(({ id, shown }) => shown === null && cites.includes(id))
    .toSorted((one, other) => other.fact.value.length - one.fact.value.length);
  const text = values.reduce((said, { id, fact }) => said.replaceAll(fact.value, `{${id}}`), sentence.text);
  const kind = sentence.kind === "empathy" || sentence.kind === "courtesy" ? sentence.kind : "fact";
  const stage = sentence.stage === "name" ? "name" : "answer";
  return { text, kind, cites, stage };
}
