import { z } from "zod";

const language = z.string().min(2).max(10);
const words = z.string().min(1).max(500);

/** Words for one language and form of address, as the shop writes them. A greeting names the shopper by `{name}`, or not at all. */
const wordingSchema = z.object({ language, form: z.enum(["formal", "friendly"]), text: words });
const sentenceSchema = z.object({ language, text: words });

/** How the shop wants its replies beside the form of address: what a person approved of what people kept changing (care/learn). */
export const voiceRulesSchema = z.object({
  /** What may be left out is. */
  shorter: z.boolean().default(false),
  noExclamation: z.boolean().default(false),
  greetings: z.array(wordingSchema).default([]),
  signOffs: z.array(wordingSchema).default([]),
  /** `message`: which of the composer's messages it is a wording of; all its wordings are left out. */
  neverSay: z.array(sentenceSchema.extend({ message: z.string().optional() })).default([]),
  alwaysSay: z.array(sentenceSchema).default([]),
});
export type VoiceRules = z.infer<typeof voiceRulesSchema>;
