import { composeDraft } from "#app/care/draft/compose-draft.ts";
import type { Models } from "#app/care/understand/read-message.ts";
import { shareRow, type Row } from "../row.ts";
import { draftCases } from "./cases.ts";
import { draftInput } from "./draft-input.ts";
import { judgeDrafts, type DraftVerdict, type JudgedDrafts } from "./judge-drafts.ts";

const ROUNDS = 7;

/** The composer on the 200 cases, given the right reading and given the recogniser's own, each half for itself. */
export function draftsTable(models: Models): { rows: Row[]; misses: string[] } {
  const time = timeRow();
  const gold = judgeDrafts(models, "gold");
  const own = judgeDrafts(models, "recogniser");
  return {
    rows: [
      ...halfTable(
        "drafts dev",
        gold.dev.map(({ verdict }) => verdict),
      ),
      ...halfTable("drafts locked", gold.locked),
      { ...shareRow("drafts: no answer to what needs none", gold.quiet), goal: "1.000" },
      ...ownReadingTable(
        "drafts dev, recogniser's reading",
        own.dev.map(({ verdict }) => verdict),
      ),
      ...ownReadingTable("drafts locked, recogniser's reading", own.locked),
      time,
      ...tokenRows(gold),
    ],
    misses: gold.dev.flatMap(({ id, faults }) => faults.map((fault) => `${id}: ${fault}`)),
  };
}

function halfTable(name: string, half: DraftVerdict[]): Row[] {
  const judged = half.filter(({ standing }) => standing === "yes" || standing === "no");
  const standings = (one: DraftVerdict["standing"]) => half.filter(({ standing }) => standing === one).length;
  return [
    unsupportedRow(name, half),
    requiredRow(name, half),
    count(
      `${name}: facts told that must not be`,
      half.map(({ told }) => told),
    ),
    count(
      `${name}: infeasible options`,
      half.map(({ infeasible }) => infeasible),
    ),
    {
      ...shareRow(
        `${name}: right language`,
        half.map(({ rightLanguage }) => rightLanguage),
      ),
      goal: "1.000",
    },
    shareRow(
      `${name}: in the shopper's own language`,
      half.map(({ ownLanguage }) => ownLanguage),
    ),
    identicalRow(name, half),
    {
      ...shareRow(
        `${name}: sendable unchanged, of those judged`,
        judged.map(({ standing }) => standing === "yes"),
      ),
      goal: "≥ 0.600",
    },
    plain(`${name}: verdicts missing`, standings("missing"), half.length),
    plain(`${name}: verdicts outdated`, standings("outdated"), half.length),
    count(
      `${name}: drafts that the guard blocks`,
      half.map(({ blocked }) => Number(blocked)),
    ),
  ];
}

function ownReadingTable(name: string, half: DraftVerdict[]): Row[] {
  return [
    unsupportedRow(name, half),
    { ...requiredRow(name, half), goal: undefined },
    count(
      `${name}: infeasible options`,
      half.map(({ infeasible }) => infeasible),
    ),
  ].map(({ goal, ...row }) => (goal === undefined ? row : { ...row, goal }));
}

/** Every statement is one of `n`. */
function unsupportedRow(name: string, half: DraftVerdict[]): Row {
  const n = half.reduce((sum, { claims }) => sum + claims, 0);
  const unsupported = half.reduce((sum, one) => sum + one.unsupported, 0);
  return { name: `${name}: claims without support`, value: String(unsupported), n, goal: "0" };
}

const requiredRow = (name: string, half: DraftVerdict[]): Row => ({
  ...shareRow(
    `${name}: required facts present`,
    half.flatMap(({ present }) => present),
  ),
  goal: "≥ 0.980",
});

/** Of all sentences of all drafts; `n` is sentences. */
function identicalRow(name: string, half: DraftVerdict[]): Row {
  const all = half.reduce((sum, { identical }) => sum + identical.all, 0);
  const same = half.reduce((sum, { identical }) => sum + identical.same, 0);
  const value = all === 0 ? "–" : (same / all).toFixed(3);
  return { name: `${name}: sentences identical to another case's`, value, n: all, goal: "≤ 0.200" };
}

const plain = (name: string, value: number, n: number): Row => ({ name, value: String(value), n });

const count = (name: string, found: number[]): Row => ({
  ...plain(
    name,
    found.reduce((sum, one) => sum + one, 0),
    found.length,
  ),
  goal: "0",
});

/** After the reading: facts, plan, sentences and the guard, without the database. Of each case the median of seven. */
function timeRow(): Row {
  const inputs = draftCases().map((given) => draftInput(given));
  for (const input of inputs) composeDraft(input).gloss();
  const taken = inputs.map((input) =>
    median(
      Array.from({ length: ROUNDS }, () => {
        const started = process.hrtime.bigint();
        composeDraft(input).gloss();
        return Number(process.hrtime.bigint() - started) / 1e6;
      }),
    ),
  );
  const value = median(taken).toFixed(2);
  return { name: "drafts: ms from reading to draft, median", value, n: taken.length, goal: "≤ 20" };
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

const quantile = (values: readonly number[], at: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * at)] ?? 0;

function tokenRows({ dev, locked }: JudgedDrafts): Row[] {
  const all = [...dev.map(({ verdict }) => verdict), ...locked].flatMap(({ tokens }) => tokens ?? []);
  const asked = all.flatMap(({ naive, prompt, prefix }) =>
    prompt === null || prefix === null ? [] : [{ share: prompt / naive, prefix }],
  );
  const ratio = (what: "allowed" | "cited") => median(all.map((one) => one[what] / one.naive)).toFixed(3);
  return [
    {
      name: "drafts: tokens a model is sent of records and plan, against the whole order (median)",
      value: median(asked.map(({ share }) => share)).toFixed(3),
      n: asked.length,
      goal: "≤ 0.250",
    },
    {
      name: "drafts: the same, at the 90th percentile",
      value: quantile(
        asked.map(({ share }) => share),
        0.9,
      ).toFixed(3),
      n: asked.length,
    },
    plain(
      "drafts: tokens of what the provider keeps (median)",
      median(asked.map(({ prefix }) => prefix)),
      asked.length,
    ),
    {
      name: "drafts: tokens of the facts cited, had their values been sent, against the whole order (median)",
      value: ratio("cited"),
      n: all.length,
    },
    {
      name: "drafts: tokens of all facts that may be told, against the whole order (median)",
      value: ratio("allowed"),
      n: all.length,
    },
  ];
}
