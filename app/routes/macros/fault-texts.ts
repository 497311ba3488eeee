import { faultLabel } from "#app/components/fault-words.ts";
import type { Say } from "#app/words/say.ts";
import type { Faults } from "./macro-draft.ts";

/** What is wrong with each field of the form, in words: `texts.de` in those of a text. */
export const faultTexts = (say: Say, faults: Faults): Record<string, string> =>
  Object.fromEntries(
    Object.entries(faults).map(([field, fault]) => {
      const own = `macros.fault.${field.split(".")[0] ?? field}.${fault.code}`;
      return [field, say.knows(own) ? say(own, fault.values) : faultLabel(say, field, fault)];
    }),
  );
