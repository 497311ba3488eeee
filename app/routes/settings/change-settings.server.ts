import { z } from "zod";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { removeSendingAddress } from "#app/shop/remove-sending-address.server.ts";
import { saveSendingAddress } from "#app/shop/save-sending-address.server.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { sendingAddressSchema } from "#app/shop/sending-address.ts";
import { answerWithinHoursSchema, modelBudgetSchema, modelConsent } from "#app/shop/settings.ts";
import type { StaffSession } from "#app/staff.server.ts";

const checkbox = z.preprocess((value) => value === "true" || value === "on", z.boolean());

const ANSWER_HOURS = "A whole number of hours between 1 and 336 (two weeks)";

const change = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("dismiss-first-steps") }),
  z.object({ intent: z.literal("accept-model"), accepted: checkbox }),
  z.object({
    intent: z.literal("save-model-budget"),
    budget: z.coerce.number("Enter an amount, such as 20 or 7.50").pipe(modelBudgetSchema),
  }),
  z.object({ intent: z.literal("save-gloss-language"), language: z.enum(composedLanguages) }),
  z.object({
    intent: z.literal("save-voice"),
    formality: z.enum(["formal", "friendly"]),
    teamName: z.string().trim().max(120, "At most 120 characters"),
    signature: z.string().max(2_000, "At most 2,000 characters"),
    staffName: z.string().trim().max(120, "At most 120 characters"),
    answerWithinHours: z
      .string()
      .regex(/^\s*\d{1,4}\s*$/u, ANSWER_HOURS)
      .transform(Number)
      .refine((hours) => answerWithinHoursSchema.safeParse(hours).success, ANSWER_HOURS),
  }),
  sendingAddressSchema.extend({ intent: z.literal("save-address"), isDefault: checkbox }),
  z.object({ intent: z.literal("remove-address"), id: z.string().min(1) }),
]);

export type SettingsAnswer = { outcome: "saved" } | { outcome: "refused"; errors: Record<string, string> };

/** One form at a time: parses it, saves it, and names each field that was refused. */
export async function changeSettings(session: StaffSession, form: FormData): Promise<SettingsAnswer> {
  const parsed = change.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const errors = Object.fromEntries(
      parsed.error.issues.map((issue) => [String(issue.path[0] ?? "intent"), issue.message]),
    );
    return { outcome: "refused", errors };
  }
  await save(session, parsed.data);
  return { outcome: "saved" };
}

async function save(
  { inShop, shop, settings, staff }: StaffSession,
  given: z.infer<typeof change>,
): Promise<void> {
  switch (given.intent) {
    case "dismiss-first-steps":
      await inShop((tx) => saveSettings(tx, shop.id, { onboardingDismissed: true }));
      return;
    case "accept-model":
      await inShop((tx) => saveSettings(tx, shop.id, modelConsent(given.accepted)));
      return;
    case "save-model-budget":
      await inShop((tx) => saveSettings(tx, shop.id, { modelBudgetPerMonth: given.budget }));
      return;
    case "save-gloss-language":
      await inShop((tx) => saveSettings(tx, shop.id, { glossLanguage: given.language }));
      return;
    case "save-voice": {
      const { formality, teamName, signature, staffName, answerWithinHours } = given;
      const { [staff.id]: _mine, ...others } = settings.staffNames;
      const staffNames = staffName ? { ...others, [staff.id]: staffName } : others;
      await inShop((tx) =>
        saveSettings(tx, shop.id, {
          voice: { formality, teamName, signature },
          staffNames,
          answerWithinHours,
        }),
      );
      return;
    }
    case "save-address":
      await inShop((tx) => saveSendingAddress(tx, shop.id, given));
      return;
    case "remove-address":
      await inShop((tx) => removeSendingAddress(tx, shop.id, given.id));
  }
}
