/** Changes come in bursts: the first is looked at at once, what follows it so closely together, in milliseconds. */
export const TOGETHER_MS = 300;
/** While news goes on. */
const LONGEST_MS = 2_000;
/** Without a look for so long it is quiet again. */
const QUIET_MS = 2 * LONGEST_MS;

/**
 * How long a screen waits from one look for news to the next: in a busy shop each change reaches every open screen, and all of them would
 * ask several times a second. Nobody waits for longer than about half of what the news has gone on for. `before`: the pause until now;
 * `since`: how long ago the look before this one was.
 */
export const nextPause = (before: number, since: number): number =>
  since > QUIET_MS ? TOGETHER_MS : Math.min(LONGEST_MS, before * 1.5);
