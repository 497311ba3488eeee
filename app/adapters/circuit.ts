import { seconds, type Duration } from "#app/lib/duration.ts";

/**
 * Whether a service that failed several times in a row is asked now. `closed`: it is asked. After so many failures it is left
 * alone for a while, then asked once: one good answer closes the circuit, one more failure opens it again for twice as long.
 * Times are milliseconds of a clock that nobody sets.
 */
export type Circuit = { failures: number; pausedUntil: number; pause: Duration; probing: boolean };

const MOST_FAILURES = 5;
const FIRST_PAUSE = seconds(15);
const LONGEST_PAUSE = seconds(120);

export const closed: Circuit = { failures: 0, pausedUntil: 0, pause: FIRST_PAUSE, probing: false };

/** Null when it must not be asked now; else the circuit while it is asked. */
export function admit(circuit: Circuit, now: number): Circuit | null {
  if (circuit.failures < MOST_FAILURES) return circuit;
  if (now < circuit.pausedUntil || circuit.probing) return null;
  return { ...circuit, probing: true };
}

/** The service answered, whatever it said. */
export const succeeded = (): Circuit => closed;

export function failed(circuit: Circuit, now: number): Circuit {
  const failures = circuit.failures + 1;
  if (failures < MOST_FAILURES) return { ...circuit, failures };
  const { pause } = circuit;
  // Questions that were under way when it opened say nothing new.
  if (!circuit.probing && failures > MOST_FAILURES) return { ...circuit, failures };
  return {
    failures,
    pausedUntil: now + pause,
    pause: Math.min(pause * 2, LONGEST_PAUSE),
    probing: false,
  };
}

/** The question was taken back before it could tell anything: the next one may probe. */
export const abandoned = (circuit: Circuit): Circuit => ({ ...circuit, probing: false });
