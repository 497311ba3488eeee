import { issueKinds } from "#app/care/detect/issue.ts";
import { listIssues, type IssueQuery } from "#app/desk/list-issues.server.ts";
import { showIssue } from "#app/desk/show-issue.server.ts";
import { showWatched } from "#app/desk/show-watched.server.ts";
import { days } from "#app/lib/duration.ts";
import { writeIssueCursor } from "#app/desk/issue-cursor.ts";
import { grownIssueId, grownIssues } from "#tests/factories/grown-issues.ts";
import { grown } from "#tests/factories/grown-shop.ts";
import type { Place, ReadCase } from "#tests/factories/read-cases.ts";

const among = (count: number, chance: () => number) => Math.floor(chance() * count);
const anyKind = (chance: () => number) => issueKinds[among(issueKinds.length, chance)];

type Ask = (place: Place, chance: () => number) => Partial<IssueQuery>;

const listing = (name: string, ask: Ask): ReadCase => ({
  name: `issues: ${name}`,
  run: async (place, chance) => {
    const listed = await listIssues(place, { limit: 25, ...ask(place, chance) });
    if (listed.outcome !== "listed") throw new Error(`${name}: ${listed.outcome}`);
    return listed.items;
  },
});

/** Somewhere in the shop's two years: a page that nobody turned to from the first. */
const somewhere = ({ now }: Place, chance: () => number) => ({
  cursor: writeIssueCursor({
    ...{ severity: 1 + among(4, chance), id: grownIssueId(0) },
    at: new Date(now.getTime() - days(730) * chance()),
  }),
});

/** What the screens and the API read of order issues. */
export const issueCases: ReadCase[] = [
  listing("all", () => ({})),
  listing("all, a deep page", (place, chance) => somewhere(place, chance)),
  listing("open, the gravest first", ({ now }) => ({
    ...{ status: "open", sort: "severity" },
    snoozed: { is: false, at: now },
  })),
  listing("open, the gravest first, a deep page", (place, chance) => ({
    ...{ status: "open", sort: "severity" },
    ...somewhere(place, chance),
  })),
  listing("of one kind", (_, chance) => ({ kind: anyKind(chance) })),
  listing("over, of one kind, a deep page", (place, chance) => ({
    ...{ status: "resolved", kind: anyKind(chance) },
    ...somewhere(place, chance),
  })),
  listing("of one severity", (_, chance) => ({
    status: "open",
    severity: ([1, 2, 3, 4] as const)[among(4, chance)],
  })),
  listing("of an order", ({ orders }, chance) => ({ orderId: grown.orderId(among(orders, chance)) })),
  listing("of an incident", () => ({ status: "open", incidentId: "incident" })),
  {
    name: "page: issue",
    run: ({ now, ...place }, chance) =>
      showIssue({ ...place, now: () => now }, grownIssueId(among(grownIssues(place.orders), chance))),
  },
  {
    name: "issues: what is watched",
    run: ({ inShop, keys }) => inShop((tx) => showWatched(tx, keys.shopId)),
  },
];
