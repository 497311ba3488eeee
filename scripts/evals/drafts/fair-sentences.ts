import { readFileSync } from "node:fs";
import { z } from "zod";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { draftAnswerSchema } from "#app/care/draft/model/answer.ts";
import { briefOf, inputOf } from "#app/care/draft/model/brief.fixture.ts";
import { draftByModel, type ByModel } from "#app/care/draft/model/draft-by-model.ts";
import { detectLanguage } from "#app/care/understand/detect-language.ts";
import { isLocked } from "../labelled-messages.ts";
import { shareRow, type Row } from "../row.ts";
import { goodAnswer } from "./good-answer.ts";

const FILE = new URL("../../../tests/evals/drafts/fair-sentences.jsonl", import.meta.url);
const { kind, stage } = draftAnswerSchema.shape.sentences.element.shape;

/** A sentence as a model might fairly write it in one of the golden cases; `{key}` stands for the fact of that key. */
const fairSchema = z.strictObject({
  id: z.string(),
  language: z.enum(composedLanguages),
  case: z.string(),
  kind,
  stage,
  text: z.string(),
});
export type FairSentence = z.infer<typeof fairSchema>;

export const readFairSentences = (): FairSentence[] =>
  readFileSync(FILE, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => fairSchema.parse(JSON.parse(line)));

/** What becomes of it, beside a plain good answer and with all that it may cite. */
export function judgeFair({ language, case: name, kind, stage, text }: FairSentence): ByModel {
  const input = inputOf(name, { language });
  const brief = briefOf(input);
  const idOf = (key: string) => brief.facts.find((fact) => fact.key === key)?.id;
  const written = text.replaceAll(/\{(\w+)\}/gu, (_, key: string) => `{${idOf(key) ?? missing(name, key)}}`);
  const cites = kind === "courtesy" ? [] : brief.facts.map(({ id }) => id);
  const answer = goodAnswer(brief, { text: written, kind, cites, stage });
  return draftByModel(input, composeDraft(input), { brief, answer, languageOf: detectLanguage });
}

function missing(name: string, key: string): never {
  throw new Error(`The case ${name} has no fact ${key}`);
}

/** A sentence that is left out is told to the reviewer as what a model had set aside. */
const staysIn = (made: ByModel) =>
  made.outcome === "written" && !made.content.checks.some(({ rule }) => rule === "model");

/** What the rules cost: the share of fair sentences that stay in a draft. */
export function fairRows(): { rows: Row[]; misses: string[] } {
  const judged = readFairSentences().map((one) => ({ ...one, made: judgeFair(one) }));
  const part = (locked: boolean) => judged.filter(({ id }) => isLocked(id) === locked);
  return {
    rows: [false, true].map((locked) =>
      shareRow(
        `fair sentences of a model that stay in a draft, ${locked ? "locked" : "dev"}`,
        part(locked).map(({ made }) => staysIn(made)),
      ),
    ),
    misses: part(false).flatMap(({ id, text, made }) =>
      staysIn(made) ? [] : [`not left: ${id}: ${text} · ${reasonsOf(made).join(", ")}`],
    ),
  };
}

function reasonsOf(made: ByModel): string[] {
  if (made.outcome === "invalid") return [made.fault];
  const checks = made.outcome === "blocked" ? made.checks : made.content.checks;
  return checks.flatMap(({ rule, outcome, why }) => (outcome === "pass" ? [] : [`${rule}: ${why}`]));
}
