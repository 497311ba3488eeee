import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { openAlert } from "#app/care/triage/open-alert.server.ts";
import { recentAlerts } from "#app/desk/recent-alerts.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";

const HEADERS = { "Cache-Control": "no-store" };

/** What was told lately. JSON: the screen asks by itself while a test is on its way. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "triage");
  const { inShop, shop } = session;
  return Response.json({ alerts: await inShop((tx) => recentAlerts(tx, shop.id)) }, { headers: HEADERS });
};

/** Sends a test to whoever is named in the saved settings. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "triage");
  const { inShop, shop } = session;
  const test = { key: `test:${randomUUID()}`, reason: "test", conversationId: null, at: new Date() } as const;
  const alerts = await inShop(async (tx) => {
    await openAlert(tx, { shopId: shop.id, ...test });
    return recentAlerts(tx, shop.id);
  });
  return Response.json({ alerts }, { headers: HEADERS });
};
