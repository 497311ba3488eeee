import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { showTranslations } from "#app/care/draft/translate/show-translations.server.ts";
import { translateMessage } from "#app/care/draft/translate/translate-message.server.ts";
import { languageTagSchema } from "#app/care/draft/translate/translation-prompt.ts";
import { BadInput, parse, readJson } from "#app/routes/api/input.ts";
import { requireStaff } from "#app/staff.server.ts";
import { models } from "#app/wiring-models.server.ts";

const body = z.strictObject({ messageId: z.string().min(1).max(64), language: languageTagSchema });

/** What is known of the conversation's messages in the reviewer's language: `?language=de`. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys, settings } = await requireStaff(request);
  const { conversationId = "" } = params;
  return answered(async () => {
    const language = parse(languageTagSchema, new URL(request.url).searchParams.get("language"), "query");
    const available = models.draftingModel !== null;
    const now = new Date();
    return inShop((tx) => showTranslations(tx, keys, { conversationId, language, settings, available, now }));
  });
};

/** Has one message translated. JSON: the screen asks by itself, without loading again. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const { conversationId = "" } = params;
  return answered(async () => {
    const asked = await readJson(request, body);
    const deps = { inShop, now: () => new Date(), draftingModel: models.draftingModel };
    const translated = await translateMessage(deps, { keys, conversationId, ...asked });
    if (!translated) throw new Response("Not found", { status: 404 });
    return translated;
  });
};

async function answered(work: () => Promise<object>): Promise<Response> {
  try {
    return Response.json(await work(), { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return Response.json({ outcome: "refused", message: error.message }, { status: error.status });
  }
}
