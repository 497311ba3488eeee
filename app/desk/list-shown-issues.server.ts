import { listIssues, type IssueQuery } from "#app/desk/list-issues.server.ts";
import type { ShownIssue } from "#app/desk/shapes.ts";
import { shownIssue } from "#app/desk/shown-issue.ts";
import type { InShop } from "#app/db.server.ts";
import type { Now } from "#app/ports.ts";
import { readTimeZone } from "#app/shop/read-time-zone.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

type Deps = { inShop: InShop; keys: ShopKeys; now: Now };
export type ListedShownIssues =
  { outcome: "listed"; items: ShownIssue[]; nextCursor: string | null } | { outcome: "bad_cursor" };

/** A page of issues in the API's shape. */
export async function listShownIssues(
  { inShop, keys, now }: Deps,
  query: IssueQuery,
): Promise<ListedShownIssues> {
  const listed = await listIssues({ inShop, keys }, query);
  if (listed.outcome === "bad_cursor") return listed;
  const format = { timeZone: await inShop((tx) => readTimeZone(tx, keys.shopId)), now: now() };
  return { ...listed, items: listed.items.map((item) => shownIssue(item, format)) };
}
