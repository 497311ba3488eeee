import { Badge, BlockStack, Box, Button, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { SeverityBadge } from "#app/components/issue-badges.tsx";
import { incidentTitle } from "#app/components/incident-words.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import type { IncidentSummary } from "#app/desk/issue-shapes.ts";
import { useWords, Words } from "#app/components/words.tsx";

/** Many orders with one cause: one finding each, above the list of single problems. */
export function IncidentList({ incidents }: { incidents: IncidentSummary[] }) {
  const say = useWords();
  if (incidents.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {say("issues.incidents.heading", { count: incidents.length })}
        </Text>
        {incidents.map((incident, at) => (
          <Fragment key={incident.id}>
            {at > 0 ? <Divider /> : null}
            <IncidentRow incident={incident} />
          </Fragment>
        ))}
      </BlockStack>
    </Card>
  );
}

function IncidentRow({ incident }: { incident: IncidentSummary }) {
  const say = useWords();
  const title = incidentTitle(say, incident);
  return (
    <InlineStack align="space-between" blockAlign="center" gap="400">
      <Box>
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            <BidiText>{title}</BidiText>
          </Text>
          <InlineStack align="start" gap="200" blockAlign="center">
            <SeverityBadge severity={incident.severity} />
            {incident.waiting > 0 ? (
              <Badge tone="magic">{say("issues.incidents.waiting", { count: incident.waiting })}</Badge>
            ) : null}
            <Text as="span" tone="subdued">
              <Words of="issues.incidents.found" values={{ when: <RelativeTime at={incident.openedAt} /> }} />
            </Text>
          </InlineStack>
        </BlockStack>
      </Box>
      <Button
        url={`/issues/incidents/${incident.id}`}
        accessibilityLabel={say("issues.incidents.reviewOf", { title })}
      >
        {say("issues.incidents.review")}
      </Button>
    </InlineStack>
  );
}
