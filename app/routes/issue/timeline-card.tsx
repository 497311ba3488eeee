import {
  Banner,
  BlockStack,
  Button,
  ButtonGroup,
  Card,
  InlineStack,
  SkeletonBodyText,
  Text,
} from "@shopify/polaris";
import { useState } from "react";
import { useAnswer } from "#app/components/draft/use-answer.ts";
import type { TimelineItem } from "#app/desk/timeline.ts";
import { useWords } from "#app/components/words.tsx";
import { Timeline } from "./timeline.tsx";

type Given = { issueId: string; items: TimelineItem[]; zone: string | null };

/** What happened to the order; on request, everything of this shopper. */
export function TimelineCard({ issueId, items, zone }: Given) {
  const say = useWords();
  const [whole, setWhole] = useState(false);
  const { data, failed, again } = useAnswer<{ items: TimelineItem[] }>(
    whole ? `/issues/${issueId}/timeline` : null,
  );
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {say("issue.timeline")}
          </Text>
          <ButtonGroup variant="segmented">
            <Button pressed={!whole} onClick={() => setWhole(false)}>
              {say("issue.timeline.thisOrder")}
            </Button>
            <Button pressed={whole} onClick={() => setWhole(true)}>
              {say("issue.timeline.thisShopper")}
            </Button>
          </ButtonGroup>
        </InlineStack>
        <div aria-live="polite" aria-busy={whole && data === null && !failed}>
          {!whole ? (
            <Timeline key="order" items={items} zone={zone} withOrders={false} />
          ) : failed ? (
            <Banner tone="warning" action={{ content: say("action.tryAgain"), onAction: again }}>
              {say("issue.timeline.failed")}
            </Banner>
          ) : data ? (
            <Timeline key="shopper" items={data.items} zone={zone} withOrders />
          ) : (
            <SkeletonBodyText lines={6} />
          )}
        </div>
      </BlockStack>
    </Card>
  );
}
