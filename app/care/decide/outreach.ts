import { z } from "zod";

/** The stages of what is said of one issue: never a second one that says nothing new. */
export const outreachStages = ["first", "update", "resolution", "correction"] as const;
export const outreachStageSchema = z.enum(outreachStages);
export type OutreachStage = (typeof outreachStages)[number];

/**
 * refused: not written, with the reasons; held: until a time, then decided anew; held_out: by chance, to learn whether writing helps;
 * wanted: to be drafted; waiting: a draft waits for a person; approved: leaves when the quiet hours are over; the rest speak for themselves.
 */
export const outreachStates = [
  "refused",
  "held",
  "held_out",
  "wanted",
  "waiting",
  "approved",
  "sent",
  "declined",
  "snoozed",
  "superseded",
] as const;
export const outreachStateSchema = z.enum(outreachStates);
export type OutreachState = (typeof outreachStates)[number];

/** One reason of a decision, for or against; `until`: when it may be otherwise. */
export const reasonSchema = z.object({
  rule: z.string(),
  outcome: z.enum(["pass", "refuse", "hold"]),
  why: z.string(),
  until: z.iso.datetime({ offset: true }).optional(),
});
export type Reason = z.infer<typeof reasonSchema>;
