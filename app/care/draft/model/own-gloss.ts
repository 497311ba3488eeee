import type { ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { joinValues } from "#app/care/draft/catalogue/grammar.ts";
import type { Fact, OwnGloss, Sentence } from "#app/care/draft/draft.ts";
import { findStatuses } from "#app/care/draft/guard/find-statuses.ts";
import { PLACEHOLDER, type AnswerSentence } from "#app/care/draft/model/answer.ts";
import type { Brief } from "#app/care/draft/model/brief.ts";
import { wordFault } from "#app/care/draft/model/own-words.ts";
import { wordsBeyondPlan } from "#app/care/draft/model/plan-words.ts";
import { saysOf } from "#app/care/draft/model/sentence-fault.ts";
import type { Made } from "#app/care/draft/model/write-draft.ts";

/** `facts`: the draft's, in the language of the gloss. `isTrue`: whether a sentence in it passes the guard of drafts by them. */
type Judging = { facts: readonly Fact[]; isTrue: (sentence: Sentence) => boolean };

/**
 * What a model wrote itself, in the language that the reviewer reads, pure: its own translation, with values from the facts as that
 * language writes them. One that has other values than its sentence, says what no sentence of this case may, or tells of another state of
 * things is not kept: a reviewer who cannot read the reply has nothing else to go by. Null where none was asked for.
 */
export function glossOfOwn(brief: Brief, made: Made, judging: Judging): OwnGloss | null {
  const { gloss: language } = brief;
  if (language === null) return null;
  const glosses = made.sentences.map((sentence, at) => {
    const one = made.madeOf[at];
    const said = one?.gloss?.trim();
    return one && said ? { text: checked(brief, { sentence, one, said, language }, judging) } : null;
  });
  return {
    language,
    sentences: glosses.map((one) => one?.text ?? null),
    unchecked: glosses.flatMap((one, at) => (one?.text === null ? [at] : [])),
  };
}

type Said = { sentence: Sentence; one: AnswerSentence; said: string; language: ComposedLanguage };

/** The translation with its values; null where it does not keep to the rules. */
function checked(brief: Brief, given: Said, { facts, isTrue }: Judging): string | null {
  const { sentence, one, said, language } = given;
  const same = (text: string) => placeholdersIn(text).toSorted().join();
  if (same(said) !== same(one.text) || isBeyond(brief, given)) return null;
  const values = new Map(facts.map(({ id, value }) => [id, value]));
  const valueOf = (id: string) => values.get(brief.facts.find((fact) => fact.id === id)?.fact.id ?? "");
  if (placeholdersIn(said).some((id) => valueOf(id) === undefined)) return null;
  const text = joinValues(
    said.replaceAll(PLACEHOLDER, (_, id: string) => valueOf(id) ?? ""),
    language,
  );
  return tellAlike(sentence.text, text) && isTrue({ ...sentence, text }) ? text : null;
}

const placeholdersIn = (text: string): string[] =>
  Array.from(text.matchAll(PLACEHOLDER), ([, id = ""]) => id);

/** Whether it has words that no sentence of this case may have: they would be for the reviewer and not of the reply. */
function isBeyond(brief: Brief, { one, said, language }: Said): boolean {
  const published = `${brief.shop.name}\n${brief.shop.team}`;
  const given = { language, published, shopperText: "" };
  return (
    wordFault({ ...given, own: said.replaceAll(PLACEHOLDER, "x"), quiet: false }) !== null ||
    wordsBeyondPlan(said.replaceAll(PLACEHOLDER, " "), { ...given, says: saysOf(brief, one) }).length > 0
  );
}

/** Not of two different states of an order, where both tell of one. Each language has words for them that are not looked for. */
function tellAlike(one: string, other: string): boolean {
  const claims = new Set(findStatuses(one).map(({ claim }) => claim));
  const others = findStatuses(other).map(({ claim }) => claim);
  return claims.size === 0 || others.length === 0 || others.some((claim) => claims.has(claim));
}
