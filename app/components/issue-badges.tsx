import { Badge } from "@shopify/polaris";
import type { Severity } from "#app/care/detect/issue.ts";
import { severityLabel } from "./issue-labels.ts";
import { useWords } from "./words.tsx";

const TONES = { 1: undefined, 2: "attention", 3: "warning", 4: "critical" } as const;

/** How much weighs on it: said in words, the colour only helps. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  return <Badge tone={TONES[severity]}>{severityLabel(useWords(), severity)}</Badge>;
}

/** What became of an issue that is not open any more. */
export function IssueStatusBadge({ status, by }: { status: string; by?: string | null }) {
  const say = useWords();
  if (status === "open") return null;
  if (status === "dismissed") return <Badge>{say("issueStatus.dismissed")}</Badge>;
  if (by === "never_was") return <Badge>{say("issueStatus.neverWas")}</Badge>;
  return <Badge tone={by === "records" ? "success" : undefined}>{say("issueStatus.over")}</Badge>;
}
