/** Older, an answer is not shown instead of a new one. */
const FRESH_MS = 15_000;
/** Says in an address that what it brings is not for a screen yet. */
const AHEAD = "ahead";

const changedAt = new Map<string, number>();
let allChangedAt = 0;

/** The address of a screen, asked for before it is opened. */
export const aheadOf = (address: string): string => `${address}?${AHEAD}=1`;

export const isAhead = ({ url }: Pick<Request, "url">): boolean => new URL(url).searchParams.has(AHEAD);

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
    /** What fails ahead of a click is nobody's trouble: the click asks again. */
    async lookUp(id: string, ask: () => Promise<T>): Promise<null> {
      const now = Date.now();
      for (const [other, { asked }] of kept) if (now - asked > FRESH_MS) kept.delete(other);
      const answer = ask();
      kept.set(id, { asked: now, answer });
      await answer.catch(() => null);
      return null;
    },
    load(id: string, ask: () => Promise<T>): Promise<T> {
      const before = kept.get(id);
      kept.delete(id);
      const changed = Math.max(allChangedAt, changedAt.get(id) ?? 0);
      const isFresh = before && Date.now() - before.asked <= FRESH_MS && before.asked > changed;
      return isFresh ? before.answer.catch(ask) : ask();
    },
  };
}
