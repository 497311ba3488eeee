import { showIncident } from "#app/desk/show-incident.server.ts";
import type { StaffSession } from "#app/staff.server.ts";

/** What the screen of one incident shows; null when there is none with this id. */
export async function incidentScreen(
  { inShop, keys, shop }: StaffSession,
  asked: { id: string; cursor: string | undefined },
) {
  const shown = await showIncident({ inShop, keys }, asked);
  return shown.outcome === "shown" ? { incident: shown.incident, shopZone: shop.timezone } : null;
}
