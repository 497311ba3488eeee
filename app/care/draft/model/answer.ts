import { z } from "zod";
import { optionIds } from "#app/care/draft/options/option-rule.ts";

const kinds = ["fact", "empathy", "courtesy", "policy", "action", "fixed"] as const;
const stages = ["name", "answer", "next"] as const;

/** What a model may answer: sentences with placeholders, and which options they speak of. There is no field to act by. */
export const draftAnswerSchema = z.strictObject({
  sentences: z.array(
    z.strictObject({
      text: z.string(),
      kind: z.enum(kinds),
      cites: z.array(z.string()),
      stage: z.enum(stages),
      /** The same again in the language that the task names, for whoever reviews it. Without one it is a draft all the same. */
      gloss: z.string().optional(),
    }),
  ),
  options: z.array(z.enum(optionIds)),
});
export type DraftAnswer = z.infer<typeof draftAnswerSchema>;
export type AnswerSentence = DraftAnswer["sentences"][number];

/** A fact's value or a fixed sentence, by its short id. */
export const PLACEHOLDER = /\{([fs]\d{1,2})\}/gu;
