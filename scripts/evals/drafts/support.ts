import type { Fact, Sentence } from "#app/care/draft/draft.ts";
import type { CaseRecord } from "./record.ts";
import { statedIn, type Stated } from "./read-values.ts";

type Judged = { text: string; sentences: Sentence[]; facts: Fact[] };
type Against = { language: string; record: CaseRecord };

/** How many statements a draft makes that can be checked, and which of them nothing supports. */
export type Support = { claims: number; unsupported: string[] };

/**
 * The eval's own judgement of a draft, apart from the guard: every link, address, day, amount and number of the text is in the
 * case's records, every figure of a sentence is in a fact it cites, and a statement cites a fact that exists. Words that state
 * something without a figure ("delivered") are not read here.
 */
export function supportOf(draft: Judged, { language, record }: Against): Support {
  const stated = statedIn(draft.text, { language, known: record.words });
  const statements = draft.sentences.filter(({ kind }) => kind !== "courtesy" && kind !== "question");
  const known = new Set(draft.facts.map(({ id }) => id));
  return {
    claims: Object.values(stated).flat().length + statements.length,
    unsupported: [
      ...unrecorded(stated, record),
      ...draft.sentences.flatMap((sentence) => uncited(sentence, draft.facts)),
      ...statements
        .filter(({ cites }) => cites.length === 0 || cites.some((id) => !known.has(id)))
        .map(({ text }) => `cites nothing: ${text}`),
    ],
  };
}

function unrecorded(stated: Stated, record: CaseRecord): string[] {
  const some = (units: string, amount: string) =>
    units.split("/").some((unit) => record.money.has(`${amount} ${unit}`));
  return [
    ...stated.links.filter((link) => !record.links.has(link)),
    ...stated.addresses.filter((address) => !record.addresses.has(address)),
    ...stated.days.filter((day) => !record.days.has(day)),
    ...stated.money.filter((money) => {
      const [amount = "", units = ""] = money.split(" ");
      return !some(units, amount);
    }),
    ...stated.numbers.filter((number) => !record.numbers.has(number)),
  ].map((value) => `not on record: ${value}`);
}

/** Figures of a sentence that none of its own facts holds: true of the order, perhaps, but not of what it cites. */
function uncited({ text, cites }: Sentence, facts: Fact[]): string[] {
  const cited = facts.filter(({ id }) => cites.includes(id));
  const held = new Set(cited.flatMap(({ value, raw }) => figures(`${value} ${raw}`)));
  return figures(text)
    .filter((figure) => !held.has(figure))
    .map((figure) => `not in a cited fact: ${figure} in ${text}`);
}

/** Runs of digits; a day's leading zero says nothing. */
const figures = (text: string) => (text.match(/\p{Nd}+/gu) ?? []).map((run) => run.replace(/^0+(?=\d)/u, ""));
