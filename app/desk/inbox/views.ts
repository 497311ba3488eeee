import type { ConversationFilters } from "#app/desk/inbox/conversation-query.ts";

/** The inbox's own views: a name in the address, and what each asks of the list. `me`: Shopify's user id of who looks. */
export const viewIds = [
  "open",
  "mine",
  "unassigned",
  "unsure",
  "risk",
  "drafts",
  "waiting",
  "snoozed",
  "closed",
  "spam",
  "all",
  "uncertain",
  "failed",
  "due",
  "broken",
  "false",
] as const;
export type ViewId = (typeof viewIds)[number];

/** Those that the home page leads to and no tab does: a tab for each would push the others out of sight. */
export const untabbed: readonly ViewId[] = ["uncertain", "failed", "due", "broken", "false"];

/** Those whose size says what there is to do. */
export const countedViews = [
  "open",
  "mine",
  "unassigned",
  "unsure",
  "risk",
  "drafts",
  "waiting",
  "snoozed",
] as const satisfies ViewId[];
export type CountedView = (typeof countedViews)[number];

/** A count stops here: a larger number helps nobody decide. */
export const COUNTED_TO = 100;

export function filtersOf(view: ViewId, me: string): ConversationFilters {
  switch (view) {
    case "all":
      return {};
    case "mine":
      return { status: "open", assignee: me };
    case "unassigned":
      return { status: "open", assignee: "" };
    case "unsure":
      return { status: "open", unsure: true };
    case "risk":
      return { atRisk: true };
    case "drafts":
      return { draft: "waiting" };
    case "uncertain":
    case "failed":
      return { delivery: view };
    case "due":
    case "broken":
    case "false":
      return { keeping: view };
    case "open":
    case "waiting":
    case "snoozed":
    case "closed":
    case "spam":
      return { status: view };
  }
}
