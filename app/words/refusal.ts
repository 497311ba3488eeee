import type { Worded } from "#app/care/decide/outreach.ts";
import type { WordKey } from "#app/words/say.ts";

type CodeOf<Key> = Key extends `refused.${infer Code}` ? Code : never;

/** What a click is refused for; each has its words on the screen (`refused.<code>`). */
export type RefusalCode = CodeOf<WordKey>;

/** What a click came to when it did not come to what was wanted; `because`: what a rule says, which fills those words' `why`. */
export type Refusal = { outcome: "refused"; why: RefusalCode; because?: Worded };

export const refused = (why: RefusalCode, because?: Worded): Refusal => ({
  outcome: "refused",
  why,
  ...(because ? { because } : {}),
});
