import { z } from "zod";
import { faultOf, type Fault } from "#app/lib/fault.ts";
import { callableUrl } from "#app/lib/public-address.ts";
import type { ServiceLevelChange } from "#app/shop/change-service-levels.ts";
import { hourSchema } from "#app/shop/outreach-settings.ts";
import {
  alertFields,
  levelChannels,
  receiptFields,
  warnFields,
  weekdays,
  type Clock,
  type LevelPriority,
  type ServiceLevelSettings,
  type Span,
  type TargetsByPriority,
} from "#app/shop/service-level-settings.ts";

/** Business hours as they are typed: "0.5", "8"; empty: nothing is promised. */
export type TargetFields = Record<LevelPriority, Record<Clock, string>>;
export type ExceptionFields = { channel: string; tag: string; targets: TargetFields };
export type HolidayFields = { date: string; name: string; yearly: boolean };

/** The settings as the form holds them: numbers as they are typed. */
export type Fields = {
  hours: Record<(typeof weekdays)[number], Span[]>;
  holidays: HolidayFields[];
  on: boolean;
  targets: TargetFields;
  exceptions: ExceptionFields[];
  warnBy: "share" | "minutes";
  /** In percent of the time, that is left. */
  warnShare: string;
  warnMinutes: string;
  receiptOn: boolean;
  receiptAfter: string;
  receiptOther: "none" | "english";
  alertsOn: boolean;
  alertName: string;
  alertAddress: string;
  webhookUrl: string;
  secretVersion: number;
  repeatMinutes: string;
  most: string;
  csatOn: boolean;
  csatAfter: string;
  csatScale: "2" | "5";
};

export function fieldsOf(saved: ServiceLevelSettings): Fields {
  const { hours, holidays, on, targets, exceptions, warn, receipt, alerts, csat } = saved;
  return {
    ...{ hours, holidays, on, targets: targetFieldsOf(targets) },
    exceptions: exceptions.map(({ channel, tag, targets: own }) => ({
      ...{ channel: channel ?? "", tag: tag ?? "", targets: targetFieldsOf(own) },
    })),
    ...{
      warnBy: warn.by,
      warnShare: String(Math.round(warn.share * 100)),
      warnMinutes: String(warn.minutes),
    },
    ...{
      receiptOn: receipt.on,
      receiptAfter: String(receipt.afterMinutes),
      receiptOther: receipt.otherLanguages,
    },
    ...{ alertsOn: alerts.on, alertName: alerts.name, alertAddress: alerts.address },
    ...{ webhookUrl: alerts.webhookUrl, secretVersion: alerts.secretVersion },
    ...{ repeatMinutes: String(alerts.repeatMinutes), most: String(alerts.most) },
    ...{ csatOn: csat.on, csatAfter: String(csat.afterHours), csatScale: csat.scale === 2 ? "2" : "5" },
  };
}

/** What a new exception begins with: the targets that everybody else has. */
export const targetFieldsOf = (targets: TargetsByPriority): TargetFields =>
  byPriority((priority) => byClock((clock) => hoursText(targets[priority][clock])));

const byPriority = <T>(of: (priority: LevelPriority) => T): Record<LevelPriority, T> => ({
  urgent: of("urgent"),
  high: of("high"),
  normal: of("normal"),
  low: of("low"),
});
const byClock = <T>(of: (clock: Clock) => T): Record<Clock, T> => ({
  first: of("first"),
  next: of("next"),
  resolve: of("resolve"),
});

/** 30 → "0.5". */
const hoursText = (minutes: number | null) =>
  minutes === null ? "" : String(Math.round((minutes / 60) * 100) / 100);

const LEAST = 5;
const LONGEST = 120_000;

const hoursSchema = z
  .string()
  .trim()
  .refine((text) => text === "" || isHours(text), { params: { code: "hours" } })
  .transform((text) => (text === "" ? null : minutesIn(text)));

const minutesIn = (text: string) => Math.round(Number(text.replace(",", ".")) * 60);

function isHours(text: string): boolean {
  if (!/^\d{1,4}(?:[.,]\d{1,2})?$/u.test(text)) return false;
  const minutes = minutesIn(text);
  return minutes >= LEAST && minutes <= LONGEST;
}

/** A whole number between two others, as it is typed. */
const whole = (from: number, to: number) =>
  z
    .string()
    .trim()
    .refine((text) => /^\d{1,5}$/u.test(text) && Number(text) >= from && Number(text) <= to, {
      params: { code: "whole", from, to },
    })
    .transform(Number);

const hour = z.string().refine((text) => hourSchema.safeParse(text).success, { params: { code: "time" } });
const spans = z.array(z.object({ from: hour, to: hour })).max(4);
const oneOf = z.object({ first: hoursSchema, next: hoursSchema, resolve: hoursSchema });
const targetsSchema = z.object({ urgent: oneOf, high: oneOf, normal: oneOf, low: oneOf });

const webhook = z
  .string()
  .trim()
  .max(500)
  .superRefine((url, context) => {
    const checked = url === "" ? null : callableUrl(url);
    if (checked?.outcome === "refused") context.addIssue({ code: "custom", params: { code: checked.why } });
  });

const schema = z
  .object({
    hours: z
      .object({
        ...{ sunday: spans, monday: spans, tuesday: spans, wednesday: spans },
        ...{ thursday: spans, friday: spans, saturday: spans },
      })
      .refine((hours) => weekdays.some((day) => hours[day].length > 0), { params: { code: "never" } }),
    holidays: z
      .array(
        z.object({
          date: z.string().refine((day) => z.iso.date().safeParse(day).success, { params: { code: "day" } }),
          name: z.string().trim().min(1).max(80),
          yearly: z.boolean(),
        }),
      )
      .max(100),
    on: z.boolean(),
    targets: targetsSchema,
    exceptions: z
      .array(
        z
          .object({
            channel: z.enum(["", ...levelChannels]),
            tag: z.string().trim().max(60),
            targets: targetsSchema,
          })
          .refine(({ channel, tag }) => channel !== "" || tag !== "", {
            path: ["tag"],
            params: { code: "nothing" },
          }),
      )
      .max(10),
    warnBy: warnFields.by,
    warnShare: whole(5, 95).optional(),
    warnMinutes: whole(5, 10_000).optional(),
    receiptOn: z.boolean(),
    receiptAfter: whole(0, 120),
    receiptOther: receiptFields.otherLanguages,
    alertsOn: z.boolean(),
    alertName: alertFields.name,
    alertAddress: z
      .string()
      .trim()
      .refine((text) => text === "" || z.email().safeParse(text).success, { params: { code: "email" } }),
    webhookUrl: webhook,
    secretVersion: alertFields.secretVersion,
    repeatMinutes: whole(5, 240),
    most: whole(1, 10),
    csatOn: z.boolean(),
    csatAfter: whole(1, 336),
    csatScale: z.enum(["2", "5"]),
  })
  .refine(({ alertsOn, alertAddress, webhookUrl }) => !alertsOn || alertAddress !== "" || webhookUrl !== "", {
    path: ["alertAddress"],
    params: { code: "nobody" },
  });

/** One of the two stands on the screen: nothing that was left in the other is refused where nobody sees it. */
const seenOf = (given: unknown): unknown =>
  typeof given === "object" && given !== null && "warnBy" in given
    ? { ...given, [given.warnBy === "share" ? "warnMinutes" : "warnShare"]: undefined }
    : given;

export type FieldsRead =
  { outcome: "read"; change: ServiceLevelChange } | { outcome: "refused"; errors: Record<string, Fault> };

/** What was typed as settings, or what is wrong with each field, by its path ("hours.monday.0.from"). */
export function readFields(given: unknown): FieldsRead {
  const parsed = schema.safeParse(seenOf(given));
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => [issue.path.join(".") || "form", faultOf(issue)]);
    return { outcome: "refused", errors: Object.fromEntries(errors) };
  }
  const { hours, holidays, on, targets, exceptions, ...rest } = parsed.data;
  return {
    outcome: "read",
    change: {
      ...{ hours, holidays, on, targets },
      exceptions: exceptions.map(({ channel, tag, targets: own }) => ({
        ...{ channel: channel === "" ? null : channel, tag: tag === "" ? null : tag, targets: own },
      })),
      warn: {
        by: rest.warnBy,
        ...(rest.warnShare === undefined ? {} : { share: rest.warnShare / 100 }),
        ...(rest.warnMinutes === undefined ? {} : { minutes: rest.warnMinutes }),
      },
      receipt: {
        ...{ on: rest.receiptOn, afterMinutes: rest.receiptAfter, otherLanguages: rest.receiptOther },
      },
      alerts: {
        ...{
          on: rest.alertsOn,
          name: rest.alertName,
          address: rest.alertAddress,
          webhookUrl: rest.webhookUrl,
        },
        ...{ secretVersion: rest.secretVersion, repeatMinutes: rest.repeatMinutes, most: rest.most },
      },
      csat: { on: rest.csatOn, afterHours: rest.csatAfter, scale: rest.csatScale === "2" ? 2 : 5 },
    },
  };
}
