import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { previewAutomatic } from "#app/care/review/preview-automatic.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { readFields } from "./fields.ts";

const asked = z.object({
  kind: z.enum(["receipt", "csat"]),
  language: z.enum(composedLanguages),
  fields: z.unknown(),
});

/** A mail that leaves by itself, by the settings on the screen, saved or not. JSON: the form asks by itself while it is changed. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "triage");
  const { inShop, shop } = session;
  const given = asked.safeParse(await request.json().catch(() => null));
  const read = given.success ? readFields(given.data.fields) : null;
  if (!given.success || read?.outcome !== "read") return Response.json({ outcome: "wrong" }, { status: 422 });
  const { kind, language } = given.data;
  const mail = await inShop((tx) =>
    previewAutomatic(tx, { shopId: shop.id, kind, language, change: read.change, now: new Date() }),
  );
  return Response.json(mail, { headers: { "Cache-Control": "no-store" } });
};
