import { z } from "zod";

/** What a screen that waits for a draft is told: the sentences so far, then once what came of it. */
export const writingEventSchema = z.object({
  sentences: z.array(z.string()).optional(),
  answered: z
    .discriminatedUnion("outcome", [
      z.object({ outcome: z.literal("redrafted") }),
      // Its words are those of the draft before, whatever was asked of it.
      z.object({ outcome: z.literal("not_followed") }),
      z.object({ outcome: z.literal("refused"), why: z.literal("nothingNew") }),
    ])
    .optional(),
});
export type WritingEvent = z.infer<typeof writingEventSchema>;
