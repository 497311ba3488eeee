import { Button, Card, InlineStack, Text } from "@shopify/polaris";

/** The way to what the team has written for its drafts. */
export function KnowledgeCard() {
  return (
    <Card>
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <Text as="p">Drafts quote your policies, and what your team writes.</Text>
        <Button url="/settings/knowledge">Open knowledge</Button>
      </InlineStack>
    </Card>
  );
}
