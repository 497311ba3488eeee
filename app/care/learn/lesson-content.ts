import { z } from "zod";

export const lessonStates = ["proposed", "approved", "declined", "taken_back"] as const;
export type LessonState = (typeof lessonStates)[number];

/** What `lessons.sealed` holds. SealContext: `lessons.sealed:<id>`. */
export const lessonContentSchema = z.object({
  /** The words of a voice rule, the form of address, or an article's text. */
  text: z.string(),
  /** Of an article. */
  title: z.string().optional(),
  /** Of a greeting or sign-off. */
  form: z.enum(["formal", "friendly"]).optional(),
  /** Of words never to be said: the composer's message that they are a wording of. */
  message: z.string().optional(),
  /** Of an approved form of address: the one before. */
  before: z.enum(["formal", "friendly"]).optional(),
});
export type LessonContent = z.infer<typeof lessonContentSchema>;
