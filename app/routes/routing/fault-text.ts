import type { Fault } from "#app/lib/fault.ts";
import type { Say } from "#app/words/say.ts";
import type { Faults } from "./rule-draft.ts";

/** What is wrong with each field of the form, in words. */
export const faultTexts = (say: Say, faults: Faults): Record<string, string> =>
  Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, faultText(say, field, fault)]));

function faultText(say: Say, field: string, { code, values }: Fault): string {
  const own = `triage.fault.${field.split(".")[0] ?? field}.${code}`;
  if (say.knows(own)) return say(own, values);
  const general = `fault.${code}`;
  return say.knows(general) ? say(general, values) : say("fault.invalid");
}
