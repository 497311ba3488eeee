import type { AroundText } from "#app/care/review/around-text.ts";
import { previewMail } from "#app/care/review/preview-mail.server.ts";
import { showIncident } from "#app/desk/show-incident.server.ts";
import type { StaffSession } from "#app/staff.server.ts";

/** What the screen of one incident shows; null when there is none with this id. `around`: by issue, what stands around each text that waits. */
export async function incidentScreen(
  { inShop, keys, shop, staff }: StaffSession,
  asked: { id: string; cursor: string | undefined },
) {
  const shown = await showIncident({ inShop, keys }, asked);
  if (shown.outcome !== "shown") return null;
  const { incident } = shown;
  const onPage = new Set(incident.members.map(({ issueId }) => issueId));
  const waiting = incident.toApprove.filter(({ issueId }) => onPage.has(issueId));
  const around = await inShop(async (tx) => {
    const found: Record<string, AroundText | null> = {};
    for (const { issueId, draftId } of waiting)
      found[issueId] = await previewMail(tx, keys, { draftId, name: staff.name });
    return found;
  });
  return { incident, around, shopZone: shop.timezone };
}
