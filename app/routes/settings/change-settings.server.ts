import { z } from "zod";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { faultsOf, type Fault } from "#app/lib/fault.ts";
import { undoSecondsSchema } from "#app/shop/desk-settings.ts";
import { askMailCheck, type AskedCheck } from "#app/shop/mail-check/ask-mail-check.server.ts";
import { askExport } from "#app/privacy/ask-export.server.ts";
import { countOverdue, type Overdue } from "#app/privacy/overdue.server.ts";
import { keptDaysSchema } from "#app/shop/retention-settings.ts";
import { removeSendingAddress } from "#app/shop/remove-sending-address.server.ts";
import { saveRetention } from "#app/shop/save-retention.server.ts";
import { saveSendingAddress } from "#app/shop/save-sending-address.server.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { saveStaffName } from "#app/shop/save-staff-name.server.ts";
import { sendingAddressSchema } from "#app/shop/sending-address.ts";
import { modelBudgetSchema, modelConsent } from "#app/shop/settings.ts";
import type { Area } from "#app/shop/roles.ts";
import { requireRole, type StaffSession } from "#app/staff.server.ts";
import { voiceFieldsSchema } from "./voice-fields.ts";

const checkbox = z.preprocess((value) => value === "true" || value === "on", z.boolean());

/** Empty: kept for good. */
const keptDays = z
  .string()
  .transform((value) => (value === "" ? null : Number(value)))
  .pipe(keptDaysSchema);

const change = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("first-steps"), shown: checkbox }),
  z.object({ intent: z.literal("test-inbound") }),
  z.object({ intent: z.literal("ask-export") }),
  z.object({ intent: z.literal("accept-model"), accepted: checkbox }),
  z.object({
    intent: z.literal("save-model-budget"),
    budget: z.coerce.number().pipe(modelBudgetSchema),
  }),
  z.object({
    intent: z.literal("save-retention"),
    ...{ rawDays: keptDays, attachmentDays: keptDays, conversationDays: keptDays },
    /** Whoever asked was shown how much is erased at once. */
    confirmed: checkbox,
  }),
  z.object({ intent: z.literal("save-undo"), undoSeconds: z.coerce.number().pipe(undoSecondsSchema) }),
  z.object({ intent: z.literal("save-gloss-language"), language: z.enum(composedLanguages) }),
  voiceFieldsSchema.extend({ intent: z.literal("save-voice") }),
  sendingAddressSchema.extend({ intent: z.literal("save-address"), isDefault: checkbox }),
  z.object({ intent: z.literal("prove-address"), id: z.string().min(1) }),
  z.object({ intent: z.literal("remove-address"), id: z.string().min(1) }),
]);

/** Whose each form is. The first steps are put away for the whole team: by whom they are taken. */
const AREAS: Record<z.infer<typeof change>["intent"], Area> = {
  "first-steps": "mail",
  "test-inbound": "mail",
  "ask-export": "privacy",
  "accept-model": "model",
  "save-model-budget": "model",
  "save-retention": "privacy",
  "save-undo": "triage",
  "save-gloss-language": "model",
  "save-voice": "knowledge",
  "save-address": "mail",
  "prove-address": "mail",
  "remove-address": "mail",
};

export type SettingsAnswer =
  | { outcome: "saved" }
  /** The mail of a check leaves. */
  | { outcome: "asked" }
  /** So much would be erased at once: nothing is saved before that is confirmed. */
  | { outcome: "to_confirm"; overdue: Overdue }
  /** One left a moment ago. */
  | { outcome: "too_soon" }
  /** Many of the shop's left a moment ago. */
  | { outcome: "too_many" }
  | { outcome: "refused"; errors: Record<string, Fault> };

const SAVED: SettingsAnswer = { outcome: "saved" };
const asked = ({ outcome }: AskedCheck): SettingsAnswer => (outcome === "not_found" ? SAVED : { outcome });

/** One form at a time: parses it, saves it, and names each field that was refused. */
export async function changeSettings(session: StaffSession, form: FormData): Promise<SettingsAnswer> {
  const parsed = change.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { outcome: "refused", errors: faultsOf(parsed.error) };
  requireRole(session, AREAS[parsed.data.intent]);
  return save(session, parsed.data);
}

async function save(
  { inShop, shop, staff }: StaffSession,
  given: z.infer<typeof change>,
): Promise<SettingsAnswer> {
  switch (given.intent) {
    case "first-steps":
      await inShop((tx) => saveSettings(tx, shop.id, { onboardingDismissed: !given.shown }));
      return SAVED;
    case "test-inbound":
      return asked(
        await inShop((tx) => askMailCheck(tx, shop.id, { kind: "inbound", by: staff.id, at: new Date() })),
      );
    case "accept-model":
      await inShop((tx) => saveSettings(tx, shop.id, modelConsent(given.accepted)));
      return SAVED;
    case "save-model-budget":
      await inShop((tx) => saveSettings(tx, shop.id, { modelBudgetPerMonth: given.budget }));
      return SAVED;
    case "ask-export":
      await inShop((tx) => askExport(tx, { shopId: shop.id, by: staff.id, at: new Date() }));
      return SAVED;
    case "save-retention":
      return keepFor({ inShop, shop, staff }, given);
    case "save-undo":
      await inShop((tx) => saveSettings(tx, shop.id, { desk: { undoSeconds: given.undoSeconds } }));
      return SAVED;
    case "save-gloss-language":
      await inShop((tx) => saveSettings(tx, shop.id, { glossLanguage: given.language }));
      return SAVED;
    case "save-voice":
      await saveVoice({ inShop, shop, staff }, given);
      return SAVED;
    case "save-address":
      await inShop(async (tx) => {
        const { id } = await saveSendingAddress(tx, shop.id, given);
        // One that is proven, or was asked a moment ago, is not asked.
        await askMailCheck(tx, shop.id, { kind: "address", addressId: id, by: staff.id, at: new Date() });
      });
      return SAVED;
    case "prove-address": {
      const check = { kind: "address" as const, addressId: given.id, by: staff.id, at: new Date() };
      return asked(await inShop((tx) => askMailCheck(tx, shop.id, check)));
    }
    case "remove-address":
      await inShop((tx) => removeSendingAddress(tx, shop.id, given.id));
      return SAVED;
  }
}

type Change<I extends z.infer<typeof change>["intent"]> = Extract<z.infer<typeof change>, { intent: I }>;

/** Nothing is erased that whoever asks was not told of. */
function keepFor(
  { inShop, shop, staff }: Pick<StaffSession, "inShop" | "shop" | "staff">,
  { intent: _intent, confirmed, ...retention }: Change<"save-retention">,
): Promise<SettingsAnswer> {
  const at = new Date();
  return inShop(async (tx) => {
    const overdue = await countOverdue(tx, { shopId: shop.id, retention, at });
    const erases = Object.values(overdue).some((count) => count > 0);
    if (erases && !confirmed) return { outcome: "to_confirm", overdue };
    await saveRetention(tx, shop.id, { retention, by: staff.id, at });
    return SAVED;
  });
}

async function saveVoice(
  { inShop, shop, staff }: Pick<StaffSession, "inShop" | "shop" | "staff">,
  { formality, teamName, signature, staffName, answerWithinHours }: Change<"save-voice">,
): Promise<void> {
  await inShop(async (tx) => {
    await saveStaffName(tx, shop.id, { id: staff.id, name: staffName });
    await saveSettings(tx, shop.id, { voice: { formality, teamName, signature }, answerWithinHours });
  });
}
