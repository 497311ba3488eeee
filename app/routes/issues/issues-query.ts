import { issueKinds, severitySchema, type IssueKind, type Severity } from "#app/care/detect/issue.ts";

/** The list's views: a name in the address and its words. */
export const VIEWS = [
  { id: "open", label: "Open" },
  { id: "waiting", label: "Drafts waiting" },
  { id: "snoozed", label: "Snoozed" },
  { id: "resolved", label: "Over" },
  { id: "dismissed", label: "Not a problem" },
] as const;
export type ViewId = (typeof VIEWS)[number]["id"];

/** How long an issue is known, at least. */
export const AGES = [
  { id: "1", label: "A day or more" },
  { id: "3", label: "3 days or more" },
  { id: "7", label: "A week or more" },
] as const;

export type IssuesQuery = {
  view: ViewId;
  kind: IssueKind | undefined;
  severity: Severity | undefined;
  incidentId: string | undefined;
  /** In days. */
  olderThan: number | undefined;
  cursor: string | undefined;
  limit: number;
};

/** Reads the list's address. What it does not know it leaves out: a bookmarked link never breaks the page. */
export function readIssuesQuery(params: URLSearchParams): IssuesQuery {
  const age = AGES.find(({ id }) => id === params.get("age"));
  const incident = params.get("incident") ?? "";
  return {
    view: VIEWS.find(({ id }) => id === params.get("view"))?.id ?? "open",
    kind: issueKinds.find((kind) => kind === params.get("kind")),
    severity: severitySchema.safeParse(Number(params.get("severity"))).data,
    incidentId: /^[\w-]{1,64}$/u.test(incident) ? incident : undefined,
    olderThan: age ? Number(age.id) : undefined,
    cursor: params.get("cursor") ?? undefined,
    limit: 25,
  };
}

export const FILTERS = ["severity", "kind", "incident", "age"] as const;
