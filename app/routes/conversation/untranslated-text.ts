import type { Untranslated } from "#app/care/draft/translate/translation.ts";

const WHY: Record<Untranslated, string> = {
  no_model: "no language model is connected",
  not_accepted: "the notice about the language model is not accepted in Settings",
  nothing_to_translate: "there are no words to translate in it",
  refused: "Claude declined to translate it",
  invalid: "Claude's answer was incomplete. You can ask again",
  budget_spent: "this month's budget for the language model is spent. It can be raised in Settings",
  asked_enough: "Claude was asked enough for this shopper today",
  busy: "Claude is busy with other drafts and translations. Ask again in a moment",
  overloaded: "Claude is overloaded. Ask again in a minute",
  timed_out: "Claude took too long. You can ask again",
  key_refused: "Claude refused the key of this installation",
  unavailable: "Claude cannot be reached. You can ask again later",
};

/** Why a message was not translated, as a sentence. */
export const untranslatedText = (why: Untranslated): string => `Not translated: ${WHY[why]}.`;
