import { citedFacts, knownFacts, type DraftContent, type FactChange } from "#app/care/draft/draft.ts";

type Sheet = Pick<DraftContent, "facts" | "sentences" | "withheld" | "restsOn">;

/**
 * The cited facts of a draft that the records no longer bear out, and those a draft made now would newly cite (a parcel that
 * was delivered since). When only a value nobody cites has changed there are none.
 */
export function changedFacts(before: Sheet, after: Sheet): FactChange[] {
  // Written by hand: it cites nothing that could have changed.
  if (before.sentences.length === 0) return [];
  const was = new Map(knownFacts(before).map((fact) => [fact.id, fact]));
  const now = new Map(knownFacts(after).map((fact) => [fact.id, fact]));
  const cited = citedFacts(before);
  // A model may leave out what the composer would cite: that alone is no change.
  const known = new Set([...cited.map(({ id }) => id), ...(before.restsOn ?? [])]);
  const changed = cited.filter((fact) => now.get(fact.id)?.raw !== fact.raw);
  const added = citedFacts(after).filter(({ id }) => !known.has(id));
  return [...changed, ...added].map(({ id, label }) => ({
    label,
    before: was.get(id)?.value ?? null,
    after: now.get(id)?.value ?? null,
  }));
}

/** Whether a draft cites what was true on another day than this ("yesterday"): the records have not changed, time has passed. */
export function citesAnotherDay(draft: Sheet, today: string): boolean {
  return citedFacts(draft).some(({ on }) => on !== undefined && on !== today);
}
