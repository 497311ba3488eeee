import type { RuleDraft } from "./rule-draft.ts";

/** What each part of the form is given. `errors`: what is wrong with a field, in words, by its name. */
export type FormPart = {
  draft: RuleDraft;
  errors: Readonly<Record<string, string>>;
  onChange: (change: Partial<RuleDraft>) => void;
};

/** Somebody, or a macro, that a rule may name. */
export type Person = { id: string; name: string; away: boolean };
export type Macro = { id: string; name: string };
