import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { SeverityBadge } from "#app/components/issue-badges.tsx";
import { issueKindLabel } from "#app/components/issue-labels.ts";
import { languageLabel } from "#app/components/labels.ts";
import type { IssueDetail, IssueSummary } from "#app/desk/issue-shapes.ts";
import { useWords } from "#app/components/words.tsx";

/** Who would be written to. */
export function ShopperCard({ issue: { customer, conversationId } }: { issue: IssueDetail }) {
  const say = useWords();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {say("issue.shopper")}
        </Text>
        <Text as="p" fontWeight="medium">
          <BidiText>{customer.name || say("shopper.noName")}</BidiText>
        </Text>
        <Text as="p" tone={customer.email ? undefined : "subdued"}>
          <BidiText>{customer.email || say("issue.shopper.noEmail")}</BidiText>
        </Text>
        {customer.language ? (
          <Text as="p" tone="subdued">
            {say("issue.shopper.reads", { language: languageLabel(say, customer.language) })}
          </Text>
        ) : null}
        {conversationId ? (
          <Link url={`/inbox/${conversationId}`}>{say("issue.shopper.conversation")}</Link>
        ) : null}
      </BlockStack>
    </Card>
  );
}

/** What else is wrong with the same order. */
export function OthersCard({ others, orderName }: { others: IssueSummary[]; orderName: string }) {
  const say = useWords();
  if (others.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say("issue.others", { order: orderName })}
        </Text>
        <BlockStack as="ul" gap="200">
          {others.map(({ id, kind, severity, status }) => (
            <li key={id} style={{ listStyle: "none" }}>
              <InlineStack align="space-between" gap="200" blockAlign="center">
                <Link url={`/issues/${id}`} removeUnderline>
                  {issueKindLabel(say, kind)}
                </Link>
                {status === "open" ? (
                  <SeverityBadge severity={severity} />
                ) : (
                  <Text as="span" tone="subdued">
                    {say(status === "dismissed" ? "issueStatus.dismissed" : "issueStatus.over")}
                  </Text>
                )}
              </InlineStack>
            </li>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
