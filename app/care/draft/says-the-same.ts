import { citedFacts, type DraftContent, type Fact } from "#app/care/draft/draft.ts";
import { ANSWER_BY } from "#app/care/draft/facts/answer-by.ts";

/** Of a model's draft the words are not compared: it writes others each time, and with none the composer does. */
export function restsOnTheSame(before: DraftContent, after: DraftContent): boolean {
  if (!before.restsOn && !after.restsOn) return saysTheSame(withoutDay(before), withoutDay(after));
  return (
    before.proof === after.proof &&
    (before.hint ?? "") === (after.hint ?? "") &&
    planned(before) === planned(after)
  );
}

/** What the plan of a draft rests on, whoever wrote it. */
function planned(draft: DraftContent): string {
  const ids = new Set(draft.restsOn ?? draft.sentences.flatMap(({ cites }) => cites));
  return valuesOf(draft.facts.filter(({ id }) => ids.has(id) && id !== ANSWER_BY));
}

const valuesOf = (facts: Fact[]): string => facts.map(({ id, value }) => `${id}=${value}`).join("\n");

function withoutDay(draft: DraftContent): DraftContent {
  const day = draft.facts.find(({ id }) => id === ANSWER_BY);
  if (!day || !draft.sentences.some(({ cites }) => cites.includes(ANSWER_BY))) return draft;
  const facts = draft.facts.map((fact) => (fact === day ? { ...day, value: "" } : fact));
  return { ...draft, facts, text: draft.text.replaceAll(day.value, "") };
}

/** Whether two drafts say the same from the same facts, to the same writer. */
export function saysTheSame(before: DraftContent, after: DraftContent): boolean {
  return (
    before.text === after.text &&
    before.proof === after.proof &&
    (before.hint ?? "") === (after.hint ?? "") &&
    valuesOf(citedFacts(before)) === valuesOf(citedFacts(after))
  );
}
