import { z } from "zod";
import { LONGEST_NOTE, MOST_MENTIONS, noteText } from "#app/conversation/note.ts";
import { staffIdSchema } from "#app/routes/api/change-body.ts";

/** What somebody writes to the team. */
export const noteTextSchema = z
  .string()
  .max(LONGEST_NOTE, `Use at most ${LONGEST_NOTE} characters.`)
  .refine((text) => noteText(text) !== "", "Write something.");

export const noteSchema = z.strictObject({
  text: noteTextSchema,
  mentions: z.array(staffIdSchema).max(MOST_MENTIONS, `Name at most ${MOST_MENTIONS} people.`).default([]),
});
