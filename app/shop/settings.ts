import { z } from "zod";
import { outreachSettingsSchema, shopPromisesSchema } from "#app/shop/outreach-settings.ts";
import { deskSettingsSchema } from "#app/shop/desk-settings.ts";
import { retentionSettingsSchema } from "#app/shop/retention-settings.ts";
import { serviceLevelSettingsSchema } from "#app/shop/service-level-settings.ts";
import { voiceRulesSchema } from "#app/shop/voice-rules.ts";

export const modelTokensSchema = z.number().int().min(0).max(100_000_000);

/** In US dollars. */
export const modelBudgetSchema = z.number().min(0).max(100_000);

/** The notice an owner is shown. The first said that a message's text leaves to be read; this one, what leaves for a draft besides. */
export const MODEL_NOTICE = 2;

export const answerWithinHoursSchema = z.number().int().min(1).max(336);

/** What a shop decided, as stored in shops.settings. Every field has a default: an empty object is a valid state. */
export const settingsSchema = z.object({
  /** The owner accepted the notice that messages may be read by a model outside the shop (DESIGN, invariant 14). */
  modelAccepted: z.boolean().default(false),
  /** Which notice that was: with an earlier one, only what it said is done. */
  modelNotice: z.number().int().min(1).default(1),
  /** What drafts and translations by the model may cost a month (UTC). */
  modelBudgetPerMonth: modelBudgetSchema.default(20),
  /** What the model may take of the shop's messages a day (UTC), questions and answers together, in tokens. */
  modelTokensPerDay: modelTokensSchema.default(500_000),
  /** Within how many hours a person answers what a reply leaves open: the day that replies name. */
  answerWithinHours: answerWithinHoursSchema.default(24),
  /** The language (BCP 47, its first part) in which the model says its own sentences again for whoever reviews them. */
  glossLanguage: z
    .string()
    .regex(/^[a-z]{2}$/u)
    .default("en"),
  voice: z
    .object({
      formality: z.enum(["formal", "friendly"]).default("friendly"),
      teamName: z.string().max(120).default(""),
      signature: z.string().max(2_000).default(""),
    })
    .default({ formality: "friendly", teamName: "", signature: "" }),
  /** What its people approved of how replies are worded. */
  voiceRules: voiceRulesSchema.prefault({}),
  /** How the shop works, as far as finding order problems needs to know. */
  promises: shopPromisesSchema.prefault({}),
  /** When somebody is there, by when shoppers are answered, who is told at once, and what is sent by itself. */
  serviceLevels: serviceLevelSettingsSchema.prefault({}),
  /** Whether, when and of what the shop writes first. */
  outreach: outreachSettingsSchema.prefault({}),
  /** How its people work with the desk. */
  desk: deskSettingsSchema.prefault({}),
  /** For how long it keeps what it does not work on any more. */
  retention: retentionSettingsSchema.prefault({}),
  /** Opened once and closed by the merchant: the home page's list of first steps. */
  onboardingDismissed: z.boolean().default(false),
  /** How each member of staff signs, by Shopify user id. An alias is fine; pretending to be nobody is not. */
  staffNames: z.record(z.string(), z.string().max(120)).default({}),
});

export type Settings = z.infer<typeof settingsSchema>;
export type Voice = Settings["voice"];

/** Whether a model may write drafts. */
export function modelMayDraft({ modelAccepted, modelNotice }: Settings): boolean {
  return modelAccepted && modelNotice >= MODEL_NOTICE;
}

/** What is stored when the notice that is shown now is accepted, or consent withdrawn. */
export function modelConsent(accepted: boolean): Pick<Settings, "modelAccepted" | "modelNotice"> {
  return { modelAccepted: accepted, modelNotice: MODEL_NOTICE };
}

/** How a member of staff is called: by the name they chose, else by the team's or the shop's. */
export function staffName(given: { id: string; settings: Settings; shopName: string }): string {
  const { id, settings, shopName } = given;
  return settings.staffNames[id] ?? (settings.voice.teamName || shopName);
}
