import { z } from "zod";

/** Longer than a minute is no second thought: a draft that waits is the place for those. */
export const undoSecondsSchema = z.number().int().min(0).max(60);

/** How a shop's people work with the desk. Every field has a default. */
export const deskSettingsSchema = z.object({
  /** How long a reply that was approved on a screen can be taken back before it leaves. */
  undoSeconds: undoSecondsSchema.default(8),
});
export type DeskSettings = z.infer<typeof deskSettingsSchema>;
