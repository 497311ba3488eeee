import { z } from "zod";
import { searchedLanguages } from "#app/mirror/search-words.ts";

export const articleKinds = ["article", "macro", "answer"] as const;

/** The languages an article can be written in: those in which it can be found. */
export const articleLanguages: readonly string[] = searchedLanguages;

/**
 * What a team writes for its drafts to cite: an article says how things are ("Washing wool"), a macro is words they use again
 * and again, an answer is what a reply said that a person kept. Nothing of a shopper belongs in any.
 */
export const articleSchema = z.object({
  kind: z.enum(articleKinds, "Choose article, macro or answer"),
  language: z.string().refine((tag) => articleLanguages.includes(tag), "Choose one of the languages"),
  title: z.string().trim().min(1, "Enter a title").max(120, "At most 120 characters"),
  body: z
    .string()
    .trim()
    .min(1, "Enter the text")
    .max(4_000, "At most 4,000 characters")
    .transform((text) => text.replaceAll("\r\n", "\n")),
});
export type ArticleInput = z.output<typeof articleSchema>;

export type Article = ArticleInput & {
  id: string;
  writtenBy: string;
  /** Since when drafts do not use it any more. */
  retiredAt: string | null;
  updatedAt: string;
};
