import { Badge, BlockStack, Card, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import { Way } from "./way.tsx";

/** The ways to what the team has written for its replies, and to what its changes have taught. */
export function KnowledgeCard({ proposed }: { proposed: number }) {
  const say = useWords();
  return (
    <Card>
      <BlockStack gap="400">
        <Way url="/settings/knowledge" label={say("settings.knowledge.open")}>
          <Text as="p">{say("settings.knowledge.what")}</Text>
        </Way>
        <Way url="/settings/macros" label={say("macros.open")}>
          <Text as="p">{say("macros.what")}</Text>
        </Way>
        <Way url="/settings/lessons" label={say("settings.knowledge.openLessons")}>
          <Text as="p">{say("settings.knowledge.lessons")}</Text>
          {proposed > 0 ? (
            <Badge tone="attention">{say("settings.knowledge.toDecide", { count: proposed })}</Badge>
          ) : null}
        </Way>
      </BlockStack>
    </Card>
  );
}
