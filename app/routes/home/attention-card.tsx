import { Badge, BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { Home } from "#app/desk/show-home.server.ts";

type Row = { count: number; what: string; why: string; url: string; tone: "critical" | "attention" | "info" };

/** What needs a person now, the most urgent first; calm words when nothing does. */
export function AttentionCard({ attention }: { attention: Home["attention"] }) {
  const rows: Row[] = [
    {
      count: attention.uncertain,
      what: "Replies that may not have arrived",
      why: "The mail server gave no clear answer. Nothing is sent again until you decide.",
      url: "/inbox?view=uncertain",
      tone: "critical" as const,
    },
    {
      count: attention.failed,
      what: "Replies that could not be sent",
      why: "They did not leave. Each conversation says why.",
      url: "/inbox?view=failed",
      tone: "critical" as const,
    },
    {
      count: attention.corrections,
      what: "Replies that are not true any more",
      why: "What they told has changed since. Each conversation says what, and what is true now.",
      url: "/inbox?view=false",
      tone: "critical" as const,
    },
    {
      count: attention.promisesBroken,
      what: "Promises that are broken",
      why: "Their day is over and nothing shows that they were kept.",
      url: "/inbox?view=broken",
      tone: "critical" as const,
    },
    {
      count: attention.issues.critical,
      what: "Critical problems with orders",
      why: "Found before the shopper asks. Each says what is wrong and what can be told.",
      url: "/issues?severity=4",
      tone: "critical" as const,
    },
    {
      count: attention.promisesDue,
      what: "Promises about to break",
      why: "They are due soon. Keep them, or tell the shopper in time.",
      url: "/inbox?view=due",
      tone: "attention" as const,
    },
    {
      count: attention.issues.high,
      what: "Problems with orders, high severity",
      why: "Something weighs on them: a gift, a day, a second failure.",
      url: "/issues?severity=3",
      tone: "attention" as const,
    },
    {
      count: attention.outreachWaiting,
      what: "Messages to approve",
      why: "They tell shoppers of a problem before they ask. Nothing leaves without you.",
      url: "/issues?view=waiting",
      tone: "attention" as const,
    },
    {
      count: attention.unsure,
      what: "Conversations to read yourself",
      why: "The readings do not agree, or are not sure enough. Each conversation says which.",
      url: "/inbox?view=unsure",
      tone: "attention" as const,
    },
    {
      count: attention.waitingDrafts,
      what: "Drafts waiting for review",
      why: "Every fact in them is traced to a record.",
      url: "/inbox?view=drafts",
      tone: "info" as const,
    },
    {
      count: attention.issues.other,
      what: "Other problems with orders",
      why: "Nothing more than usual weighs on them.",
      url: "/issues",
      tone: "info" as const,
    },
  ].filter((row) => row.count > 0);

  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          What needs you now
        </Text>
        {rows.length === 0 ? (
          <Text as="p" tone="subdued">
            Nothing is waiting. New messages appear here as they arrive.
          </Text>
        ) : (
          rows.map((row) => <AttentionRow key={row.what} row={row} />)
        )}
      </BlockStack>
    </Card>
  );
}

function AttentionRow({ row }: { row: Row }) {
  return (
    <InlineStack align="space-between" blockAlign="center" gap="400" wrap={false}>
      <Box>
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {row.what}
          </Text>
          <Badge tone={row.tone}>{row.count >= 1_000 ? "1,000+" : row.count.toLocaleString("en")}</Badge>
        </InlineStack>
        <Text as="p" tone="subdued">
          {row.why}
        </Text>
      </Box>
      <Box minWidth="fit-content">
        <Button url={row.url} accessibilityLabel={`Open: ${row.what}`}>
          Open
        </Button>
      </Box>
    </InlineStack>
  );
}
