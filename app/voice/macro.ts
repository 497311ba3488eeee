import { z } from "zod";
import { tagSchema } from "#app/conversation/tag-schema.ts";
import { articleLanguages } from "#app/voice/article.ts";
import { halfPlaceholders, unknownPlaceholders } from "#app/voice/fill-macro.ts";

/** More is no list that one chooses from. */
export const MOST_MACROS = 300;
export const LONGEST_MACRO_NAME = 120;
export const LONGEST_MACRO_TEXT = 4_000;
const MOST_MACRO_TAGS = 5;

const textSchema = z
  .string()
  .trim()
  .min(1, "Enter the text")
  .max(LONGEST_MACRO_TEXT, "At most 4,000 characters")
  .transform((text) => text.replaceAll("\r\n", "\n"))
  .superRefine((text, context) => {
    const [half] = halfPlaceholders(text);
    if (half !== undefined) {
      const message = `A placeholder stands in two braces: {{${half}}}`;
      context.addIssue({ code: "custom", message, params: { code: "single_braces", name: half } });
      return;
    }
    const [unknown] = unknownPlaceholders(text);
    if (unknown === undefined) return;
    const message = `There is no placeholder {{${unknown}}}`;
    context.addIssue({ code: "custom", message, params: { code: "no_such_placeholder", name: unknown } });
  });

const languageSchema = z
  .string()
  .refine((tag) => articleLanguages.includes(tag), "Choose one of the languages");

/** A macro as people write it: the same words in one language or in several. */
export const macroInputSchema = z.strictObject({
  name: z.string().trim().min(1, "Enter a name").max(LONGEST_MACRO_NAME, "At most 120 characters"),
  /** By language (BCP 47). */
  texts: z.record(languageSchema, textSchema).refine((texts) => Object.keys(texts).length > 0, {
    message: "Write it in at least one language",
    params: { code: "empty" },
  }),
  /** What a conversation is tagged with when the macro is used in it. */
  tags: z
    .array(tagSchema)
    .max(MOST_MACRO_TAGS, `At most ${MOST_MACRO_TAGS} tags`)
    .transform((tags) => [...new Set(tags)])
    .default([]),
  /** Whether the conversation is closed once the reply with it is sent. */
  closes: z.boolean().default(false),
});
export type MacroInput = z.output<typeof macroInputSchema>;

export type Macro = MacroInput & { id: string; version: number; writtenBy: string; updatedAt: string };

/** What a list of macros is searched by: lower case, without accents. */
export const searchedAs = (words: string): string =>
  words.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/gu, " ").trim();
