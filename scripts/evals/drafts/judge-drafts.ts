import { composeDraft, type DraftInput } from "#app/care/draft/compose-draft.ts";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { briefFor } from "#app/care/draft/model/brief.ts";
import { isBlocked } from "#app/care/draft/guard.ts";
import { detectLanguage } from "#app/care/understand/detect-language.ts";
import { readMessage, type Models } from "#app/care/understand/read-message.ts";
import { isLocked } from "../labelled-messages.ts";
import { draftCases, type DraftCase } from "./cases.ts";
import { draftInput, ordersOf } from "./draft-input.ts";
import { identicalShares } from "./identical.ts";
import { recordOf } from "./record.ts";
import { readVerdicts, standingOf, verdictKey, type Standing } from "./sendable.ts";
import { supportOf } from "./support.ts";
import { factTokens, naiveTokens, prefixTokens, promptTokens } from "./tokens.ts";
import { presentFacts, toldAgainst } from "./told.ts";

export type Reader = "gold" | "recogniser";

/** What was found in one draft, in figures and yes and no: nothing of its text is in here. */
export type DraftVerdict = {
  claims: number;
  unsupported: number;
  present: boolean[];
  told: number;
  infeasible: number;
  rightLanguage: boolean;
  ownLanguage: boolean;
  blocked: boolean;
  identical: { same: number; all: number };
  standing: Standing;
  tokens: {
    naive: number;
    allowed: number;
    cited: number;
    prompt: number | null;
    prefix: number | null;
  } | null;
};

/** A draft that a case got, and what is wrong with it in words: for development cases only. */
export type Judgement = { verdict: DraftVerdict; faults: string[]; id: string; text: string; draft: string };

export type JudgedDrafts = {
  dev: Judgement[];
  locked: DraftVerdict[];
  /** Cases that need no answer: did they get none? */
  quiet: boolean[];
};

/** Composes every case and judges it; of the locked half only verdicts are kept. */
export function judgeDrafts(models: Models, reader: Reader): JudgedDrafts {
  const all = composeAll(models, reader);
  const judged: JudgedDrafts = { dev: [], locked: [], quiet: [] };
  const answered = all.filter(({ given }) => given.reply);
  judged.quiet = all.filter(({ given }) => !given.reply).map(({ without }) => without !== null);
  const identical = identicalShares(
    answered.map(({ given, language, content }) => ({
      id: given.id,
      language,
      text: content.text,
      sentences: content.sentences.map(({ text }) => text),
    })),
  );
  const verdicts = readVerdicts();
  for (const one of answered) {
    const { verdict, faults } = judge(one);
    const { id, text } = one.given;
    const draft = one.content.text;
    verdict.identical = identical.get(id) ?? verdict.identical;
    verdict.standing = standingOf(verdicts, { id, key: verdictKey(text, draft) });
    if (isLocked(id)) judged.locked.push(verdict);
    else judged.dev.push({ verdict, faults, id, text, draft });
  }
  return judged;
}

type Composed = ReturnType<typeof composeDraft> & { given: DraftCase };

function composeAll(models: Models, reader: Reader): Composed[] {
  return draftCases().map((given) => ({
    given,
    ...composeDraft(draftInput(given, reader === "gold" ? {} : { reading: readingOf(models, given) })),
  }));
}

/** What the recogniser itself makes of the case's text, with the case's orders beside it. */
export function readingOf(models: Models, given: DraftCase): DraftInput["reading"] {
  const { facts } = draftInput(given);
  return readMessage(models, {
    text: given.text,
    orders: facts.orders,
    identity: given.writer.proof,
    writer: facts.writer,
    now: facts.now,
  });
}

/** Drafts of the half that is asked for which nobody has judged as they read now: for a judge who sees nothing else. */
export function draftsToJudge(models: Models, half: "dev" | "locked") {
  const verdicts = readVerdicts();
  return composeAll(models, "gold")
    .filter(({ given }) => given.reply && isLocked(given.id) === (half === "locked"))
    .map(({ given: { id, text, now, writer, order, policyDays }, content }) => {
      const key = verdictKey(text, content.text);
      return { key, id, now, writer, order, policyDays, text, draft: content.text };
    })
    .filter(({ id, key }) => ["missing", "outdated"].includes(standingOf(verdicts, { id, key })));
}

/** What a model would be asked by; null where none is asked. */
function modelTokens(composed: Composed): { prompt: number | null; prefix: number | null } {
  const brief = briefFor(draftInput(composed.given), composed);
  return { prompt: brief && promptTokens(brief), prefix: brief && prefixTokens(brief) };
}

function judge(composed: Composed): { verdict: DraftVerdict; faults: string[] } {
  const { given, content, language } = composed;
  const record = recordOf(given);
  const about = { given, language, record };
  const { claims, unsupported } = supportOf(content, about);
  const present = presentFacts(content, about);
  const told = toldAgainst(content, about);
  const infeasible = content.plan.options.filter(({ id }) => !given.feasible.includes(id));
  const expected = composedLanguages.find((known) => known === given.language) ?? "en";
  const written = writtenIn(content.text, record.words);
  const blocked = isBlocked(content.checks);
  const orders = ordersOf(given);
  const own = orders.length > 0 && given.writer.proof !== "none";
  const verdict: DraftVerdict = {
    claims,
    unsupported: unsupported.length,
    present,
    told: told.length,
    infeasible: infeasible.length,
    rightLanguage: written === expected,
    ownLanguage: written === given.language,
    blocked,
    identical: { same: 0, all: 0 },
    standing: "missing",
    tokens: own ? { naive: naiveTokens(orders), ...factTokens(content), ...modelTokens(composed) } : null,
  };
  const faults = [
    ...unsupported,
    ...given.must.filter((_, at) => present[at] === false).map((key) => `does not say ${key}`),
    ...told.map((key) => `must not say ${key}`),
    ...infeasible.map(({ id }) => `not feasible: ${id}`),
    ...(written === expected ? [] : [`written in ${written}, not ${expected}`]),
    ...content.checks.filter(({ outcome }) => outcome === "block").map(({ why }) => `guard: ${why}`),
  ];
  return { verdict, faults };
}

/** The language of a draft without the names and titles in it, which are in any. */
function writtenIn(text: string, words: readonly string[]): string {
  const plain = words.reduce((rest, word) => (word ? rest.replaceAll(word, " ") : rest), text);
  return detectLanguage(plain.replaceAll(/https?:\S+/gu, " ")).split("-")[0] ?? "und";
}
