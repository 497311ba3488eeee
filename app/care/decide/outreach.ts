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

/**
 * What a rule says, in English and as a code for who words it in another language: `code` names the sentence among those of its rule,
 * `values` what the sentence names. Days are YYYY-MM-DD, kinds and stakes codes. What was decided by earlier releases has the English alone.
 */
export const wordedSchema = z.object({
  rule: z.string(),
  why: z.string(),
  code: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Worded = z.infer<typeof wordedSchema>;

/** A sentence that no rule says: why something is not to be told any more. */
export const meanwhile = (code: string, why: string, values?: Worded["values"]): Worded => ({
  ...{ rule: "meanwhile", code, why },
  ...(values ? { values } : {}),
});

/** One reason of a decision, for or against; `until`: when it may be otherwise. */
export const reasonSchema = wordedSchema.extend({
  outcome: z.enum(["pass", "refuse", "hold"]),
  until: z.iso.datetime({ offset: true }).optional(),
});
export type Reason = z.infer<typeof reasonSchema>;
