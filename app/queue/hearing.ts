import type { Duration } from "#app/lib/duration.ts";

/** New connections in a row that brought nothing. */
const DEAF_AFTER = 3;

export type Hearing = {
  /** The queue delivered something. */
  heard: () => void;
  /** Nothing was delivered for longer than a job that the queue has may lie there. */
  silent: () => boolean;
  /** The queue is connected anew; false when that did not help several times over. */
  mayHelp: () => boolean;
};

/** Whether the queue still speaks to this process: queue clients have been seen to fall silent after an outage. */
export function makeHearing(within: Duration, now: () => number): Hearing {
  let last = now();
  let inVain = 0;
  return {
    heard: () => {
      last = now();
      inVain = 0;
    },
    silent: () => now() - last > within,
    mayHelp: () => {
      last = now();
      inVain += 1;
      return inVain <= DEAF_AFTER;
    },
  };
}
