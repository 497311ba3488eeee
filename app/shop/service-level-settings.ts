import { z } from "zod";
import { dayName, dayNamed } from "#app/lib/local-day.ts";
import { callableUrl, type WhyNotCallable } from "#app/lib/public-address.ts";
import { hourSchema } from "#app/shop/outreach-settings.ts";

export const weekdays = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;

/** From one time of day to another, where the shop is. `to` not later than `from`: over midnight; the same twice: a whole day. */
const spanSchema = z.strictObject({ from: hourSchema, to: hourSchema });
export type Span = z.infer<typeof spanSchema>;

export const spansSchema = z.array(spanSchema).max(4);
const OFFICE: Span[] = [{ from: "09:00", to: "17:00" }];

/** When somebody is there, by the day on which it begins. */
const hoursSchema = z.object({
  sunday: spansSchema.default([]),
  monday: spansSchema.default(OFFICE),
  tuesday: spansSchema.default(OFFICE),
  wednesday: spansSchema.default(OFFICE),
  thursday: spansSchema.default(OFFICE),
  friday: spansSchema.default(OFFICE),
  saturday: spansSchema.default([]),
});
export type BusinessHours = z.infer<typeof hoursSchema>;

const isRealDay = (day: string) => !Number.isNaN(Date.parse(day)) && dayName(dayNamed(day)) === day;

/** A day (2026-12-25) on which nobody is there; `yearly`: each year on that date. */
const holidaySchema = z.strictObject({
  date: z.iso.date().refine((day) => isRealDay(day), "Must be a day of the calendar, such as 2026-12-25."),
  name: z.string().trim().min(1).max(80),
  yearly: z.boolean().default(false),
});
export type Holiday = z.infer<typeof holidaySchema>;
export const holidaysSchema = z.array(holidaySchema).max(100);

export const levelPriorities = ["urgent", "high", "normal", "low"] as const;
export type LevelPriority = (typeof levelPriorities)[number];
export const clocks = ["first", "next", "resolve"] as const;
export type Clock = (typeof clocks)[number];

/** In minutes of business time, up to a year of eight-hour days; null: nothing is promised. */
const targetSchema = z.number().int().min(5).max(120_000).nullable();

/** `first`: until the first reply; `next`: until the reply to what they wrote after that; `resolve`: until it is closed. */
export const targetFields = { first: targetSchema, next: targetSchema, resolve: targetSchema };
const targetsOf = (reply: number, resolve: number) =>
  z
    .object({
      first: targetSchema.default(reply),
      next: targetSchema.default(reply),
      resolve: targetSchema.default(resolve),
    })
    .prefault({});
export type Targets = Record<Clock, number | null>;

const byPrioritySchema = z.object({
  urgent: targetsOf(60, 480),
  high: targetsOf(240, 960),
  normal: targetsOf(480, 1_440),
  low: targetsOf(960, 2_400),
});
export type TargetsByPriority = Record<LevelPriority, Targets>;

export const levelChannels = ["email", "storefront"] as const;

/** Other targets for what came by one channel, or carries one tag; with both, for what is both. */
const exceptionSchema = z.object({
  channel: z.enum(levelChannels).nullable().default(null),
  tag: z.string().trim().min(1).max(60).nullable().default(null),
  targets: byPrioritySchema.prefault({}),
});

export const exceptionsSchema = z.array(exceptionSchema).max(10);

/** When what is due is warned of: with so much of its time left, as a share of it or in minutes of business time. */
export const warnFields = {
  by: z.enum(["share", "minutes"]),
  share: z.number().min(0.05).max(0.95),
  minutes: z.number().int().min(5).max(10_000),
};

export const receiptFields = {
  on: z.boolean(),
  /** Who is answered at once need not be told that their message arrived. */
  afterMinutes: z.number().int().min(0).max(120),
  /** To who wrote in a language that is not certain, or that no receipt is written in. */
  otherLanguages: z.enum(["none", "english"]),
};

const NOT_CALLABLE: Record<WhyNotCallable, string> = {
  not_an_address: "Must be an address such as https://hooks.example.com/attune.",
  not_https: "Must begin with https://.",
  with_password: "Must hold no user name and no password.",
  other_port: "Must use the usual port of https.",
  not_public: "Must be an address of the public internet.",
};
const webhookSchema = z
  .string()
  .trim()
  .max(500)
  .superRefine((url, context) => {
    const checked = url === "" ? null : callableUrl(url);
    if (checked?.outcome === "refused")
      context.addIssue({ code: "custom", message: NOT_CALLABLE[checked.why] });
  });

/** Whom urgent messages are told to, and how often. */
export const alertFields = {
  on: z.boolean(),
  name: z.string().trim().max(120),
  /** Empty: no mail. */
  address: z.union([z.literal(""), z.email()], "Must be an email address."),
  /** Empty: none is called. */
  webhookUrl: webhookSchema,
  /** Raised for another secret to sign with. */
  secretVersion: z.number().int().min(1).max(1_000_000),
  /** Until somebody opened it. */
  repeatMinutes: z.number().int().min(5).max(240),
  /** Times one message is told of at most, the first included. */
  most: z.number().int().min(1).max(10),
};

/** Asking a shopper how it went. */
export const csatFields = {
  on: z.boolean(),
  /** After it was closed. */
  afterHours: z.number().int().min(1).max(336),
  /** How many answers there are to choose from. */
  scale: z.union([z.literal(2), z.literal(5)]),
};

/** Every field has a default: an empty object is a valid state. */
export const serviceLevelSettingsSchema = z.object({
  hours: hoursSchema.prefault({}),
  holidays: holidaysSchema.default([]),
  /** Off: nothing is due, and nothing is warned of. */
  on: z.boolean().default(true),
  targets: byPrioritySchema.prefault({}),
  /** The first that fits counts. */
  exceptions: exceptionsSchema.default([]),
  warn: z
    .object({
      by: warnFields.by.default("share"),
      share: warnFields.share.default(0.25),
      minutes: warnFields.minutes.default(60),
    })
    .prefault({}),
  receipt: z
    .object({
      on: receiptFields.on.default(false),
      afterMinutes: receiptFields.afterMinutes.default(5),
      otherLanguages: receiptFields.otherLanguages.default("none"),
    })
    .prefault({}),
  alerts: z
    .object({
      on: alertFields.on.default(false),
      name: alertFields.name.default(""),
      address: alertFields.address.default(""),
      webhookUrl: alertFields.webhookUrl.default(""),
      secretVersion: alertFields.secretVersion.default(1),
      repeatMinutes: alertFields.repeatMinutes.default(15),
      most: alertFields.most.default(3),
    })
    .prefault({}),
  csat: z
    .object({
      on: csatFields.on.default(false),
      afterHours: csatFields.afterHours.default(24),
      scale: csatFields.scale.default(5),
    })
    .prefault({}),
});
export type ServiceLevelSettings = z.infer<typeof serviceLevelSettingsSchema>;
