import { afterQuietHours } from "#app/care/decide/quiet-hours.ts";
import { zonesOf } from "#app/care/decide/zones/zones-of.ts";
import { previewMail } from "#app/care/review/preview-mail.server.ts";
import { showIssue } from "#app/desk/show-issue.server.ts";
import { whoDecided } from "#app/desk/who-decided.server.ts";
import { showTimeline } from "#app/desk/show-timeline.server.ts";
import type { StaffSession } from "#app/staff.server.ts";

/** What the page of one issue shows; null when the shop has none with this id. */
export async function issueScreen({ inShop, keys, shop, settings, staff }: StaffSession, id: string) {
  const deps = { inShop, keys, now: () => new Date() };
  const found = await showIssue(deps, id);
  if (!found) return null;
  const { timeline: _timeline, ...issue } = found;
  const { countryCode, province } = issue.shownOrder.shippingAddress ?? {};
  const zones = zonesOf({ countryCode, province }, shop.timezone ?? "UTC");
  const draftId = issue.outreach?.state === "waiting" ? issue.draft?.id : null;
  return {
    issue,
    /** Who of the team decided about it last. */
    decider: await inShop((tx) => whoDecided(tx, keys, issue)),
    me: staff.id,
    /** What stands around the draft's text when it leaves. */
    around: draftId ? await inShop((tx) => previewMail(tx, keys, { draftId, name: staff.name })) : null,
    timeline: (await showTimeline(deps, { issueId: id, of: "order" })) ?? [],
    /** When a message leaves that is approved now; null: at once. */
    leavesAt: afterQuietHours(deps.now(), zones, settings.outreach.quietHours)?.toISOString() ?? null,
    shopZone: shop.timezone,
  };
}
