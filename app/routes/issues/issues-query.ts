import { issueKinds, severitySchema, type IssueKind, type Severity } from "#app/care/detect/issue.ts";

/** The list's views, as the address names them. */
export const VIEWS = ["open", "waiting", "snoozed", "resolved", "dismissed"] as const;
export type ViewId = (typeof VIEWS)[number];

/** How long an issue is known, at least, in days. */
export const AGES = ["1", "3", "7"] as const;

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
  const age = AGES.find((days) => days === params.get("age"));
  const incident = params.get("incident") ?? "";
  return {
    view: VIEWS.find((id) => id === params.get("view")) ?? "open",
    kind: issueKinds.find((kind) => kind === params.get("kind")),
    severity: severitySchema.safeParse(Number(params.get("severity"))).data,
    incidentId: /^[\w-]{1,64}$/u.test(incident) ? incident : undefined,
    olderThan: age ? Number(age) : undefined,
    cursor: params.get("cursor") ?? undefined,
    limit: 25,
  };
}

export const FILTERS = ["severity", "kind", "incident", "age"] as const;
export type Filter = (typeof FILTERS)[number];
