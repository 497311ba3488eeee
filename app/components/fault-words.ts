import type { Fault } from "#app/lib/fault.ts";
import type { Say } from "#app/words/say.ts";

/** What is wrong with a field, to stand beside it: in the field's own words where it has some, else in those of the fault. */
export function faultLabel(say: Say, field: string, { code, values }: Fault): string {
  const ofField = `fault.${field}.${code}`;
  if (say.knows(ofField)) return say(ofField, values);
  const key = `fault.${code}`;
  return say.knows(key) ? say(key, values) : say("fault.invalid");
}

type Answered = { outcome: string; errors?: Record<string, Fault> };

/** The faults of a form that was refused, in words by their field; none otherwise. */
export const faultLabels = (say: Say, answered: Answered | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answered?.errors ?? {}).map(([field, fault]) => [field, faultLabel(say, field, fault)]),
  );
