import { z } from "zod";

/** In days. Less would erase what somebody may still need; a shop that keeps longer keeps all. */
export const keptDaysSchema = z.number().int().min(7).max(3_650).nullable();
const keptFor = keptDaysSchema.default(null);

/** For how long a shop keeps what it does not work on any more. Null: as long as it has the app, which is how a shop begins. */
export const retentionSettingsSchema = z.object({
  /** Mail exactly as it arrived, beside the message that was made of it. */
  rawDays: keptFor,
  /** The files of messages. Their names stay. */
  attachmentDays: keptFor,
  /** Conversations that are done, with all that was made of them, after their last change. */
  conversationDays: keptFor,
});
export type RetentionSettings = z.infer<typeof retentionSettingsSchema>;

/** What is kept for a while, in the order in which a screen names it. */
export const retentionKinds = [
  "conversationDays",
  "attachmentDays",
  "rawDays",
] as const satisfies readonly (keyof RetentionSettings)[];
export type RetentionKind = (typeof retentionKinds)[number];
