import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";

/** The ways to what the team has written for its replies, and to what its changes have taught. */
export function KnowledgeCard({ proposed }: { proposed: number }) {
  const say = useWords();
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <Text as="p">{say("settings.knowledge.what")}</Text>
          <Button url="/settings/knowledge">{say("settings.knowledge.open")}</Button>
        </InlineStack>
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <InlineStack gap="200" blockAlign="center">
            <Text as="p">{say("settings.knowledge.lessons")}</Text>
            {proposed > 0 ? (
              <Badge tone="attention">{say("settings.knowledge.toDecide", { count: proposed })}</Badge>
            ) : null}
          </InlineStack>
          <Button url="/settings/lessons">{say("settings.knowledge.openLessons")}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
