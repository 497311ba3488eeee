import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { ruleInputSchema } from "#app/care/triage/rule.ts";
import { tryRule } from "#app/desk/try-rule.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";

const body = z.object({ rule: ruleInputSchema, ruleId: z.string().max(64).optional() });

/** A page of what the rule on the screen, saved or not, would have done. JSON: the form asks by itself while it is changed. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "triage");
  const { inShop, keys } = session;
  const given = body.safeParse(await request.json().catch(() => null));
  if (!given.success) return Response.json({ outcome: "wrong" }, { status: 422 });
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const tried = await tryRule({ inShop, keys, now: () => new Date() }, { ...given.data, cursor });
  if (!tried) return Response.json({ outcome: "wrong" }, { status: 422 });
  return Response.json(tried, { headers: { "Cache-Control": "no-store" } });
};
