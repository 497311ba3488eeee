import { listIncidents } from "#app/desk/list-incidents.server.ts";
import { listIssues, type IssueQuery } from "#app/desk/list-issues.server.ts";
import { showWatched } from "#app/desk/show-watched.server.ts";
import { days } from "#app/lib/duration.ts";
import type { StaffSession } from "#app/staff.server.ts";
import type { IssuesQuery } from "./issues-query.ts";

/** What the screen of all issues shows. */
export async function listScreen({ inShop, keys, shop }: StaffSession, query: IssuesQuery) {
  const listed = await listIssues({ inShop, keys }, asked(query, new Date()));
  const { incidents, watched } = await inShop(async (tx) => ({
    incidents: await listIncidents(tx, shop.id),
    watched: await showWatched(tx, shop.id),
  }));
  const page =
    listed.outcome === "listed"
      ? { items: listed.items, nextCursor: listed.nextCursor, expired: false }
      : { items: [], nextCursor: null, expired: true };
  return { ...page, incidents, watched, shopZone: shop.timezone, view: query.view };
}

function asked({ view, olderThan, ...query }: IssuesQuery, now: Date): IssueQuery {
  const rest = {
    ...query,
    knownBy: olderThan === undefined ? undefined : new Date(now.getTime() - days(olderThan)),
  };
  switch (view) {
    case "open":
      return { ...rest, status: "open", snoozed: { is: false, at: now }, sort: "severity" };
    case "waiting":
      return { ...rest, outreach: "waiting", sort: "severity" };
    case "snoozed":
      return { ...rest, status: "open", snoozed: { is: true, at: now }, sort: "severity" };
    case "resolved":
    case "dismissed":
      return { ...rest, status: view, sort: "newest" };
  }
}
