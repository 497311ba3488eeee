import type { Values, WordKey } from "#app/words/say.ts";

type CodeOf<Key> = Key extends `refused.${infer Code}` ? Code : never;

/** What a click is refused for; each has its words on the screen (`refused.<code>`). */
export type RefusalCode = CodeOf<WordKey>;

/** What a click came to when it did not come to what was wanted, with what fills its words. */
export type Refusal = { outcome: "refused"; why: RefusalCode; values?: Values };

export const refused = (why: RefusalCode, values?: Values): Refusal => ({
  outcome: "refused",
  why,
  ...(values ? { values } : {}),
});
