import { Badge } from "@shopify/polaris";
import type { Severity } from "#app/care/detect/issue.ts";
import { severityLabel } from "./issue-labels.ts";

const TONES = { 1: undefined, 2: "attention", 3: "warning", 4: "critical" } as const;

/** How much weighs on it: said in words, the colour only helps. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  return <Badge tone={TONES[severity]}>{severityLabel(severity)}</Badge>;
}

/** What became of an issue that is not open any more. */
export function IssueStatusBadge({ status, by }: { status: string; by?: string | null }) {
  if (status === "open") return null;
  if (status === "dismissed") return <Badge>Not a problem</Badge>;
  if (by === "never_was") return <Badge>Was not so</Badge>;
  return <Badge tone={by === "records" ? "success" : undefined}>Over</Badge>;
}
