import type { CareEmotion, Intent } from "../reading.ts";

/**
 * What a language says when it means an intent or an emotion. Patterns are matched on folded text (lower case, no accents:
 * `fold.ts`) sentence by sentence, after a look at the whole message: intents and emotions go without `^` and `$`. A strong
 * cue is enough alone; a weak one supports another.
 */
export type Strengths = { strong?: RegExp; weak?: RegExp };

export type LanguageCues = {
  /** BCP 47 primary tag. */
  language: string;
  intents: Partial<Record<Intent, Strengths>>;
  emotions: Partial<Record<CareEmotion, Strengths>>;
  /** Words that undo an emotion cue standing up to four words after them. */
  negation?: RegExp;
  /** The same where negation stands behind: matched on what follows the cue. */
  negationAfter?: RegExp;
  /** Words that raise intensity. */
  intensifier: RegExp;
  /** 3: must be handled now; 2: today. */
  urgency: { now: RegExp; today: RegExp };
  /** Greetings, thanks in advance, closings: politeness, not feeling. */
  courtesy: RegExp;
};
