import type { LoaderFunctionArgs } from "@remix-run/node";
import { holdOutResults } from "#app/care/learn/hold-out-results.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";

/** What holding a share of shoppers back could show in this store, before anybody is: `?share=20` percent. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "outreach");
  const { inShop, keys } = session;
  const given = Number(new URL(request.url).searchParams.get("share"));
  const share = given >= 5 && given <= 50 ? given / 100 : undefined;
  const { kinds } = await inShop((tx) => holdOutResults(tx, keys, { now: new Date(), share }));
  const powers = kinds.map(({ kind, power }) => ({ kind, ...power }));
  return Response.json({ powers }, { headers: { "Cache-Control": "no-store" } });
};
