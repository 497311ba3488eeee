import { z } from "zod";
import { LONGEST_NOTE, MOST_MENTIONS, noteText } from "#app/conversation/note.ts";
import { staffIdSchema } from "#app/routes/api/change-body.ts";

/** Made up by who asks: where no answer came, the same is asked for again with the same key, and done once. */
export const keySchema = z.uuid({ error: "Give a UUID." }).optional();

/** What somebody writes to the team. */
export const noteTextSchema = z
  .string()
  .max(LONGEST_NOTE, `Use at most ${LONGEST_NOTE} characters.`)
  .refine((text) => noteText(text) !== "", "Write something.");

export const noteSchema = z.strictObject({
  text: noteTextSchema,
  mentions: z.array(staffIdSchema).max(MOST_MENTIONS, `Name at most ${MOST_MENTIONS} people.`).default([]),
});
