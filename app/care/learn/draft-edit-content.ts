import { z } from "zod";

/** What `draft_edits.sealed` holds: the drafted words and what a person made of them. SealContext: `draft_edits.sealed:<id>`. */
export const draftEditContentSchema = z.object({
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type DraftEditContent = z.infer<typeof draftEditContentSchema>;
