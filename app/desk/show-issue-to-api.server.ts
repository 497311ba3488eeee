import type { IncidentSummary } from "#app/desk/issue-shapes.ts";
import type { ShownIssue } from "#app/desk/shapes.ts";
import { showIssue } from "#app/desk/show-issue.server.ts";
import { shownIssue } from "#app/desk/shown-issue.ts";
import type { InShop } from "#app/db.server.ts";
import type { TimelineEntry } from "#app/mirror/order-timeline.ts";
import type { Now } from "#app/ports.ts";
import { readTimeZone } from "#app/shop/read-time-zone.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type ShownIssueInFull = ShownIssue & {
  incident: IncidentSummary | null;
  /** What happened to the order, oldest first. */
  timeline: TimelineEntry[];
};

/** One issue in the API's shape. Null when the shop has none with this id. */
export async function showIssueToApi(
  { inShop, keys, now }: { inShop: InShop; keys: ShopKeys; now: Now },
  id: string,
): Promise<ShownIssueInFull | null> {
  const issue = await showIssue({ inShop, keys, now }, id);
  if (!issue) return null;
  const format = { timeZone: await inShop((tx) => readTimeZone(tx, keys.shopId)), now: now() };
  return { ...shownIssue(issue, format), incident: issue.incident, timeline: issue.timeline };
}
