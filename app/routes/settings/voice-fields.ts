import { z } from "zod";
import { answerWithinHoursSchema } from "#app/shop/settings.ts";

const isAnswerTime = (text: string) =>
  /^\s*\d{1,4}\s*$/u.test(text) && answerWithinHoursSchema.safeParse(Number(text)).success;

/** The form of the voice as it is typed, to be saved or to be looked at. */
export const voiceFieldsSchema = z.object({
  formality: z.enum(["formal", "friendly"]),
  teamName: z.string().trim().max(120),
  signature: z.string().max(2_000),
  staffName: z.string().trim().max(120),
  answerWithinHours: z
    .string()
    .refine(isAnswerTime, { params: { code: "answer_hours", from: 1, to: 336 } })
    .transform(Number),
});

/** As the form holds it. */
export type VoiceFields = z.input<typeof voiceFieldsSchema>;
