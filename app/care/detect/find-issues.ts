import type { Looked, Seen } from "#app/care/detect/issue.ts";
import type { FoundIssue } from "#app/care/detect/settle-issues.ts";

/** Placeholder: no rules yet. */
export function findIssues(_seen: Seen): { found: FoundIssue[]; lookAt: Looked["lookAt"] } {
  return { found: [], lookAt: null };
}
