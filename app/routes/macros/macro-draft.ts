import { faultOf, type Fault } from "#app/lib/fault.ts";
import { macroInputSchema, type MacroInput } from "#app/voice/macro.ts";

/** A macro as the form holds it: its texts in the order in which they stand there. */
export type MacroDraft = {
  name: string;
  texts: { language: string; body: string }[];
  tags: string[];
  closes: boolean;
};

export const blankDraft = (language: string): MacroDraft => ({
  ...{ name: "", tags: [], closes: false },
  texts: [{ language, body: "" }],
});

export const draftOf = ({ name, texts, tags, closes }: MacroInput): MacroDraft => ({
  ...{ name, tags, closes },
  texts: Object.entries(texts).map(([language, body]) => ({ language, body })),
});

/** The macro that a draft stands for, whether it is one yet or not. */
export const macroOfDraft = ({ name, texts, tags, closes }: MacroDraft): MacroInput => ({
  ...{ name, tags, closes },
  texts: Object.fromEntries(texts.map(({ language, body }) => [language, body])),
});

/** A field of the form: `name`, `texts.de`, `tags`, or `texts` where there is none. */
export type Faults = Record<string, Fault>;

/** What keeps something from being a macro, by field; of several faults of a field the first. */
export function faultsOfMacro(given: unknown): Faults {
  const parsed = macroInputSchema.safeParse(given);
  const faults: Faults = {};
  for (const issue of parsed.error?.issues ?? []) {
    const [part, language] = issue.path;
    const field =
      part === "texts" && language !== undefined ? `texts.${String(language)}` : String(part ?? "name");
    faults[field] ??= faultOf(issue);
  }
  return faults;
}
