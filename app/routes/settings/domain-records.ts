import type { LoaderFunctionArgs } from "@remix-run/node";
import { checkDomain } from "#app/shop/mail-check/check-domain.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { lookUpDns } from "#app/wiring.server.ts";

/** What the domain of a sending address says of mail from it, looked up now. JSON: the page asks by itself, and only when somebody wants to know. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "mail");
  const domain = new URL(request.url).searchParams.get("domain")?.toLowerCase() ?? "";
  const { inShop, shop } = session;
  const checked = await checkDomain(
    { lookUpDns, inShop, now: () => new Date() },
    { shopId: shop.id, domain },
  );
  if (checked.outcome === "not_found") return new Response("Not found", { status: 404 });
  return Response.json(checked, { headers: { "Cache-Control": "no-store" } });
};
