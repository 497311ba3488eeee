import { BlockStack, InlineStack, Link } from "@shopify/polaris";
import type { ShownIssue } from "#app/desk/shapes.ts";
import { SeverityBadge } from "./issue-badges.tsx";
import { issueKindLabel } from "./issue-labels.ts";
import { useWords } from "#app/components/words.tsx";

/** What is wrong with an order now, each with the way to it; nothing where all is well. */
export function OrderIssues({ issues }: { issues: ShownIssue[] }) {
  const say = useWords();
  const open = issues
    .filter(({ status }) => status === "open")
    .toSorted((one, other) => other.severity - one.severity);
  if (open.length === 0) return null;
  return (
    <BlockStack as="ul" gap="100">
      {open.map(({ id, kind, severity }) => (
        <li key={id} style={{ listStyle: "none" }}>
          <InlineStack align="start" gap="200" blockAlign="center">
            <SeverityBadge severity={severity} />
            <Link url={`/issues/${id}`}>{issueKindLabel(say, kind)}</Link>
          </InlineStack>
        </li>
      ))}
    </BlockStack>
  );
}
