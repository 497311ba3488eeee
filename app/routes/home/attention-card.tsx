import { Badge, BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { countLabel } from "#app/components/labels.ts";
import type { Home } from "#app/desk/show-home.server.ts";
import { useWords } from "#app/components/words.tsx";

type Attention = Home["attention"];
type What =
  | Exclude<keyof Attention, "issues" | "waitingDrafts">
  | `drafts${"Urgent" | "High" | "Other"}`
  | `${"critical" | "high" | "other"}Issues`;
type Row = { what: What; count: number; url: string; tone: "critical" | "attention" | "info" };

/** What needs a person now, the most urgent first; calm words when nothing does. `isRead`: the shop has been read, so that it can be said. */
export function AttentionCard({ attention, isRead }: { attention: Attention; isRead: boolean }) {
  const say = useWords();
  const rows = rowsOf(attention).filter((row) => row.count > 0);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {say("home.attention.title")}
        </Text>
        {rows.length === 0 ? (
          <Text as="p" tone="subdued">
            {say(isRead ? "home.attention.none" : "home.attention.unread")}
          </Text>
        ) : (
          rows.map((row) => <AttentionRow key={row.what} row={row} />)
        )}
      </BlockStack>
    </Card>
  );
}

function rowsOf(attention: Attention): Row[] {
  return [
    { what: "uncertain", count: attention.uncertain, url: "/inbox?view=uncertain", tone: "critical" },
    { what: "failed", count: attention.failed, url: "/inbox?view=failed", tone: "critical" },
    { what: "corrections", count: attention.corrections, url: "/inbox?view=false", tone: "critical" },
    { what: "promisesBroken", count: attention.promisesBroken, url: "/inbox?view=broken", tone: "critical" },
    { what: "criticalIssues", count: attention.issues.critical, url: "/issues?severity=4", tone: "critical" },
    { what: "levelsMissed", count: attention.levelsMissed, url: "/inbox?view=risk", tone: "critical" },
    {
      what: "draftsUrgent",
      count: attention.waitingDrafts.urgent,
      url: "/inbox?view=drafts&priority=urgent",
      tone: "critical",
    },
    { what: "promisesDue", count: attention.promisesDue, url: "/inbox?view=due", tone: "attention" },
    { what: "levelsSoon", count: attention.levelsSoon, url: "/inbox?view=risk", tone: "attention" },
    { what: "highIssues", count: attention.issues.high, url: "/issues?severity=3", tone: "attention" },
    {
      what: "outreachWaiting",
      count: attention.outreachWaiting,
      url: "/issues?view=waiting",
      tone: "attention",
    },
    { what: "unsure", count: attention.unsure, url: "/inbox?view=unsure", tone: "attention" },
    {
      what: "draftsHigh",
      count: attention.waitingDrafts.high,
      url: "/inbox?view=drafts&priority=high",
      tone: "attention",
    },
    {
      what: "draftsOther",
      count: attention.waitingDrafts.other,
      url: "/inbox?view=drafts&priority=normal&priority=low",
      tone: "info",
    },
    { what: "otherIssues", count: attention.issues.other, url: "/issues", tone: "info" },
  ];
}

function AttentionRow({ row }: { row: Row }) {
  const say = useWords();
  return (
    <InlineStack align="space-between" blockAlign="center" gap="400" wrap={false}>
      <Box>
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {say(`home.attention.${row.what}`)}
          </Text>
          <Badge tone={row.tone}>{countLabel(say, row.count, 1_000)}</Badge>
        </InlineStack>
        <Text as="p" tone="subdued">
          {say(`home.attention.${row.what}.why`)}
        </Text>
      </Box>
      <Box minWidth="fit-content">
        <Button
          url={row.url}
          accessibilityLabel={say("home.attention.openIt", { what: say(`home.attention.${row.what}`) })}
        >
          {say("home.attention.open")}
        </Button>
      </Box>
    </InlineStack>
  );
}
