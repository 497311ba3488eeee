import { z } from "zod";
import {
  alertFields,
  csatFields,
  exceptionsSchema,
  holidaysSchema,
  levelPriorities,
  receiptFields,
  serviceLevelSettingsSchema,
  spansSchema,
  targetFields,
  warnFields,
  weekdays,
  type ServiceLevelSettings,
} from "#app/shop/service-level-settings.ts";

const targetsChangeSchema = z.strictObject(targetFields).partial().optional();

/** What a change of these settings may name, each part of them for itself; lists are replaced as they are. */
export const serviceLevelChangeSchema = z.strictObject({
  hours: z
    .strictObject({
      sunday: spansSchema,
      monday: spansSchema,
      tuesday: spansSchema,
      wednesday: spansSchema,
      thursday: spansSchema,
      friday: spansSchema,
      saturday: spansSchema,
    })
    .partial()
    .optional(),
  holidays: holidaysSchema.optional(),
  on: z.boolean().optional(),
  targets: z
    .strictObject({
      urgent: targetsChangeSchema,
      high: targetsChangeSchema,
      normal: targetsChangeSchema,
      low: targetsChangeSchema,
    })
    .optional(),
  exceptions: exceptionsSchema
    .refine((all) => all.every(({ channel, tag }) => channel !== null || tag !== null), {
      message: "Each must name a channel or a tag.",
    })
    .optional(),
  warn: z.strictObject(warnFields).partial().optional(),
  receipt: z.strictObject(receiptFields).partial().optional(),
  alerts: z.strictObject(alertFields).partial().optional(),
  csat: z.strictObject(csatFields).partial().optional(),
});

export type ServiceLevelChange = z.infer<typeof serviceLevelChangeSchema>;

/** A change that leaves no hour open at all, or an alert that reaches nobody, is none: the field, and what is wrong with it. */
export function whyNotKept({
  hours,
  alerts,
}: ServiceLevelSettings): { path: string[]; message: string } | null {
  if (weekdays.every((day) => hours[day].length === 0))
    return { path: ["hours"], message: "At least one day must have hours." };
  if (alerts.on && alerts.address === "" && alerts.webhookUrl === "")
    return { path: ["alerts", "address"], message: "Name an email address or a webhook." };
  return null;
}

/** The settings with what a change names; the rest of them stays. */
export function changeServiceLevels(
  current: ServiceLevelSettings,
  change: ServiceLevelChange,
): ServiceLevelSettings {
  const targets = levelPriorities.map((priority) => [
    priority,
    { ...current.targets[priority], ...change.targets?.[priority] },
  ]);
  return serviceLevelSettingsSchema.parse({
    ...current,
    ...change,
    hours: { ...current.hours, ...change.hours },
    targets: Object.fromEntries(targets),
    warn: { ...current.warn, ...change.warn },
    receipt: { ...current.receipt, ...change.receipt },
    alerts: { ...current.alerts, ...change.alerts },
    csat: { ...current.csat, ...change.csat },
  });
}
