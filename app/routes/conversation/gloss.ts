import type { LoaderFunctionArgs } from "@remix-run/node";
import { readGloss } from "#app/care/draft/read-gloss.server.ts";
import { requireStaff } from "#app/staff.server.ts";

/** A draft's sentences in the reviewer's language: `?language=de`. It never changes, so it is asked for once. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const { conversationId = "", draftId = "" } = params;
  const language = new URL(request.url).searchParams.get("language") ?? "en";
  const gloss = await inShop((tx) => readGloss(tx, keys, { conversationId, draftId, language }));
  if (!gloss) throw new Response("Not found", { status: 404 });
  return Response.json(gloss, { headers: { "Cache-Control": "no-store" } });
};
