import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";

/** The ways to what the team has written for its replies, and to what its changes have taught. */
export function KnowledgeCard({ proposed }: { proposed: number }) {
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <Text as="p">
            What a reply may say beside the records: your policies, and what your team writes.
          </Text>
          <Button url="/settings/knowledge">Open knowledge</Button>
        </InlineStack>
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <InlineStack gap="200" blockAlign="center">
            <Text as="p">What your team keeps changing in drafts, and what comes of it.</Text>
            {proposed > 0 ? <Badge tone="attention">{`${proposed} to decide`}</Badge> : null}
          </InlineStack>
          <Button url="/settings/lessons">Open lessons</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
