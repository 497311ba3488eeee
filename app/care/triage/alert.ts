import { z } from "zod";

/** Why somebody is told at once: a message that cannot wait, a person asked for help, a shopper was unhappy, or it is a trial. */
export const alertReasons = ["urgent", "escalated", "low_rating", "test"] as const;
export type AlertReason = (typeof alertReasons)[number];

/** A later release may know more. */
export const alertReasonOf = (stored: string): AlertReason =>
  alertReasons.find((reason) => reason === stored) ?? "urgent";

export const alertWays = ["mail", "webhook"] as const;
export type AlertWay = (typeof alertWays)[number];

/** To whom, or where, one round of an alert goes, as sealed in `alert_sends.sealed:<id>`. */
export const alertTargetSchema = z.object({ name: z.string(), to: z.string() });
export type AlertTarget = z.infer<typeof alertTargetSchema>;
