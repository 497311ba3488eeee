import { z } from "zod";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { issueKinds } from "#app/care/detect/issue.ts";
import { env } from "#app/env.server.ts";
import { json } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";
import { outreachChangeSchema, promisesChangeSchema, settingsOfKind } from "#app/shop/outreach-settings.ts";
import type { Area } from "#app/shop/roles.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import {
  answerWithinHoursSchema,
  modelBudgetSchema,
  modelConsent,
  modelTokensSchema,
  type Settings,
} from "#app/shop/settings.ts";

const body = z.strictObject({
  modelAccepted: z.boolean().optional(),
  modelTokensPerDay: modelTokensSchema.optional(),
  modelBudgetPerMonth: modelBudgetSchema.optional(),
  answerWithinHours: answerWithinHoursSchema.optional(),
  glossLanguage: z.enum(composedLanguages).optional(),
  voice: z
    .strictObject({
      formality: z.enum(["formal", "friendly"]).optional(),
      teamName: z.string().max(120).optional(),
      signature: z.string().max(2_000).optional(),
    })
    .optional(),
  promises: promisesChangeSchema.optional(),
  outreach: outreachChangeSchema(issueKinds).optional(),
});

export const action = resource({
  GET: async ({ inShop, shop }) => json(shown(await inShop((tx) => readSettings(tx, shop.id)))),
  PUT: async ({ request, inShop, shop, staff }) => {
    const change = await readJson(request, body);
    for (const field of settingsFields.filter((one) => change[one] !== undefined))
      requireArea({ staff }, AREAS[field]);
    const consent = change.modelAccepted === undefined ? {} : modelConsent(change.modelAccepted);
    const settings = shown(await inShop((tx) => saveSettings(tx, shop.id, { ...change, ...consent })));
    // Accepted or not: without a key nothing is asked of a model.
    return json({ ...settings, modelAvailable: env.ANTHROPIC_API_KEY !== undefined });
  },
});
export const loader = action;

type Field = keyof z.infer<typeof body>;
const settingsFields = body.keyof().options;

/** Whose each setting is. */
const AREAS: Record<Field, Area> = {
  modelAccepted: "model",
  modelTokensPerDay: "model",
  modelBudgetPerMonth: "model",
  glossLanguage: "model",
  answerWithinHours: "knowledge",
  voice: "knowledge",
  promises: "outreach",
  outreach: "outreach",
};

/** Every kind of issue is named, those that have their defaults, too. */
const shown = ({ outreach, ...settings }: Settings) => ({
  ...settings,
  outreach: {
    ...outreach,
    kinds: Object.fromEntries(issueKinds.map((kind) => [kind, settingsOfKind(outreach, kind)])),
  },
});
