/** Changes come in bursts: the first is looked at at once, what follows it so closely together, in milliseconds. */
export const TOGETHER_MS = 300;
/** While news goes on: with the answer it is on the screen within a second. */
const SOON_MS = 700;
/** In a storm: several changes a second, for longer than about half a minute. */
const LONGEST_MS = 2_000;
/** Without a look for so long it is quiet again. */
const QUIET_MS = 2 * LONGEST_MS;

/** `since`: how long ago the look before this one was; `waits`: whether this one had to wait for the pause after it. */
type Look = { since: number; waits: boolean };

/**
 * How long a screen waits from one look for news to the next: in a busy shop each change reaches every open screen, and all of them would
 * ask several times a second. As long as looks come apart by themselves the pause gets shorter, so that only a storm makes it long; and
 * that slowly. `before`: the pause until now.
 */
export function nextPause(before: number, { since, waits }: Look): number {
  if (since > QUIET_MS) return TOGETHER_MS;
  if (!waits) return Math.max(TOGETHER_MS, before / 1.5);
  return before < SOON_MS ? Math.min(SOON_MS, before * 1.5) : Math.min(LONGEST_MS, before * 1.05);
}
