/** Older, an answer is not shown instead of a new one. */
const FRESH_MS = 15_000;

const wanted = new Set<string>();
const changedAt = new Map<string, number>();
let allChangedAt = 0;

/** The next look at this is not for a screen yet: what it brings is kept for the one that follows. */
export function wantAhead(id: string): void {
  wanted.add(id);
}

/** These changed meanwhile, or any: what was kept of them is not shown any more. */
export function forgetAhead(ids: readonly string[] | null): void {
  const now = Date.now();
  if (ids === null) allChangedAt = now;
  else for (const id of ids) changedAt.set(id, now);
}

/** For a screen's loader in the browser: what was looked up ahead of a click is there when the click comes, once. */
export function prefetched<T>() {
  const kept = new Map<string, { asked: number; answer: Promise<T> }>();
  return {
    load(id: string, ask: () => Promise<T>): Promise<T> {
      const now = Date.now();
      if (wanted.delete(id)) {
        for (const [other, { asked }] of kept) if (now - asked > FRESH_MS) kept.delete(other);
        const answer = ask();
        kept.set(id, { asked: now, answer });
        return answer;
      }
      const before = kept.get(id);
      kept.delete(id);
      const changed = Math.max(allChangedAt, changedAt.get(id) ?? 0);
      const isFresh = before && now - before.asked <= FRESH_MS && before.asked > changed;
      return isFresh ? before.answer.catch(ask) : ask();
    },
  };
}
