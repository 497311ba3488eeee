import { isBlocked, prepareGuard, type Guard } from "#app/care/draft/guard.ts";
import { shareRow, type Row } from "../row.ts";
import { goodDrafts, mutationKinds, mutations, type GoodDraft } from "./mutate.ts";

const SEED = 5;
const MUTATED = 2_000;
const UNMUTATED = 500;
const LOOKS = 3;

/** What the guard catches of drafts with one thing falsified, what it blocks of the good ones, and how long one look takes. */
export function guardTable(): Row[] {
  const guards = new Map<GoodDraft, Guard>();
  const guardOf = (draft: GoodDraft) => {
    const guard = guards.get(draft) ?? prepareGuard(draft.sheet);
    guards.set(draft, guard);
    return guard;
  };
  const made = mutations(SEED, MUTATED);
  const caught = made.map(({ kind, of, text }) => ({ kind, blocked: isBlocked(guardOf(of).check(text)) }));
  const taken = made.map(({ of, text }) => quietest(guardOf(of), text));
  const good = [1, 2].flatMap((seed) => goodDrafts(seed)).slice(0, UNMUTATED);
  const alarms = good.map((draft) => isBlocked(guardOf(draft).check(draft.text)));
  const settled = taken.toSorted((one, other) => one - other);
  const at = (share: number) => settled[Math.floor((settled.length - 1) * share)] ?? 0;
  return [
    shareRow(
      "guard: mutated drafts caught",
      caught.map(({ blocked }) => blocked),
    ),
    ...mutationKinds.map((kind) =>
      shareRow(
        `guard: caught, another ${kind}`,
        caught.filter((one) => one.kind === kind).map(({ blocked }) => blocked),
      ),
    ),
    shareRow("guard: false alarms on good drafts", alarms),
    { name: "guard: one look, median: ms", value: at(0.5).toFixed(2), n: settled.length },
    { name: "guard: one look, 95th percentile: ms", value: at(0.95).toFixed(2), n: settled.length },
  ];
}

/** Milliseconds of the quietest of a few looks: what else the machine does is no part of it. */
function quietest(guard: Guard, text: string): number {
  return Math.min(
    ...Array.from({ length: LOOKS }, () => {
      const started = performance.now();
      guard.check(text);
      return performance.now() - started;
    }),
  );
}
